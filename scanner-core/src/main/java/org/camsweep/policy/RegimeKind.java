package org.camsweep.policy;

/**
 * What sort of rule a regime is, and with that the hardest verdict that it can ever give. In files
 * written in lower case with hyphens.
 */
public enum RegimeKind {
  /** The test is the producer's home jurisdiction; there is no list of names. */
  JURISDICTION_RULE(Verdict.RESTRICTED, "the producer's home jurisdiction decides; no list"),
  NAMED_LIST_PLUS_AFFILIATES(Verdict.RESTRICTED, "named companies and their affiliates"),
  NAMED_LIST(Verdict.RESTRICTED, "named companies"),
  NAMED_ENTITY_ORDER(Verdict.RESTRICTED, "an order against one named company"),
  ESTATE_POLICY(Verdict.RESTRICTED, "an administrative decision for one estate"),
  INSTITUTIONAL_DECISION(Verdict.RESTRICTED, "a decision of one institution"),
  /** Written by the organisation itself. */
  OWNER_RULE(Verdict.RESTRICTED, "the owner's own rule"),
  MARKET_ACCESS(Verdict.REVIEW, "import, marketing, authorisation; not use"),
  CONFORMITY_SCHEME(Verdict.REVIEW, "a certificate for each model"),
  RISK_WARNING(Verdict.REVIEW, "a stated threat to weigh; no ban"),
  EXCLUSION_LIST_AND_DISCRETION(Verdict.REVIEW, "a published list of excluded suppliers"),
  INTERPRETATION(Verdict.REVIEW, "a disputed reading"),
  PROCUREMENT_PREFERENCE(Verdict.NOT_ASSESSED, "scoring in tenders; no ban"),
  /** Restricts supplying the company, not using what it makes. */
  EXPORT_CONTROL_NAMED_LIST(Verdict.NOT_ASSESSED, "supply to the company; not use: context"),
  SECURITIES_NAMED_LIST(Verdict.NOT_ASSESSED, "dealing in securities; not use: context"),
  COMPONENT_NAMED_LIST(Verdict.NOT_ASSESSED, "parts that a scan cannot see"),
  MIXED(Verdict.NOT_ASSESSED, "several instruments; the owner must choose"),
  PROPOSAL(Verdict.NOT_ASSESSED, "not law"),
  ADVISORY(Verdict.NOT_ASSESSED, "guidance; no duty"),
  NONE(Verdict.NOT_ASSESSED, "no rule found"),
  BACKGROUND(Verdict.NOT_ASSESSED, "background; nothing to judge by"),
  /** Never loaded. */
  WITHDRAWN_LIST(Verdict.NOT_ASSESSED, "withdrawn; never loaded");

  private final Verdict hardest;
  private final String words;

  RegimeKind(Verdict hardest, String words) {
    this.hardest = hardest;
    this.words = words;
  }

  /** No finding under a regime of this kind is harder. */
  public Verdict hardest() {
    return hardest;
  }

  /** The kind in plain words. */
  public String words() {
    return words;
  }
}
