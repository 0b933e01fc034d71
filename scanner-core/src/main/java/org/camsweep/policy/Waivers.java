package org.camsweep.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All waivers of an owner. Expired ones, and those that match nothing, are findings themselves. */
public record Waivers(List<Waiver> all) {
  public static final Waivers NONE = new Waivers(List.of());

  static final String REGIME = "waivers";
  private static final String NAME = "The owner's waivers";
  private static final String EXPIRED = "expired";

  public Waivers {
    all = List.copyOf(all);
  }

  /**
   * The same findings, waived ones marked, and findings about the waivers; worst first. Only
   * findings that are restricted or for review can be waived.
   */
  public List<Finding> applyTo(List<Finding> findings, LocalDate asOf) {
    Set<String> used = new HashSet<>();
    List<Finding> out = new ArrayList<>();
    for (Finding finding : findings) {
      List<Waiver> covering =
          finding.verdict().compareTo(Verdict.CLEAR) > 0
              ? all.stream().filter(w -> w.matches(finding)).toList()
              : List.of();
      covering.forEach(w -> used.add(w.id()));
      Optional<String> waiver =
          covering.stream()
              .filter(w -> w.state(asOf) == Waiver.State.IN_FORCE)
              .map(Waiver::id)
              .findFirst();
      out.add(waiver.isPresent() ? finding.waivedBy(waiver) : finding);
    }
    for (Waiver waiver : all) {
      about(waiver, used.contains(waiver.id()), asOf).ifPresent(out::add);
    }
    out.sort(Policy.WORST_FIRST);
    return List.copyOf(out);
  }

  /**
   * What is wrong with the waivers by their dates alone, worst first: for a check without a scan.
   */
  public List<Finding> check(LocalDate asOf) {
    return all.stream().flatMap(w -> about(w, true, asOf).stream()).toList();
  }

  /** Whether the finding says that a waiver has expired. */
  public static boolean isExpired(Finding finding) {
    return finding.regime().equals(REGIME) && finding.limb().startsWith(EXPIRED + "-");
  }

  private static Optional<Finding> about(Waiver waiver, boolean used, LocalDate asOf) {
    return switch (waiver.state(asOf)) {
      case EXPIRED ->
          Optional.of(
              finding(
                  waiver,
                  EXPIRED,
                  "expired on " + waiver.expires() + " and covers nothing any more.",
                  "a new decision, or the cure of what it covered"));
      case NOT_YET ->
          Optional.of(
              finding(
                  waiver,
                  "not-yet",
                  "counts from " + waiver.approvedOn() + " only.",
                  "the right day of approval"));
      case IN_FORCE ->
          used
              ? Optional.empty()
              : Optional.of(
                  finding(
                      waiver,
                      "no-match",
                      "matches no finding of this inspection that could be waived.",
                      "whether the cause is gone (then remove it) or the waiver names it wrongly"));
    };
  }

  private static Finding finding(Waiver waiver, String limb, String what, String settle) {
    return FindingMaker.own(
        REGIME,
        NAME,
        limb + "-" + waiver.id(),
        waiver.network().orElse(REGIME),
        Optional.empty(),
        Verdict.REVIEW,
        "Waiver " + waiver.id() + " (approved by " + waiver.approvedBy() + ") " + what,
        settle);
  }
}
