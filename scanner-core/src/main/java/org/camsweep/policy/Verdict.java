package org.camsweep.policy;

/**
 * What a rule says of a device. By severity, not by evidence: the certainty is a separate answer.
 */
public enum Verdict {
  /** The rule needs facts that a scan cannot see, or does not reach this place. */
  NOT_ASSESSED,
  /** The maker is positively identified as one that the rule does not reach. */
  CLEAR,
  /** The rule could be met, and something decisive is unknown. */
  REVIEW,
  /** The rule is met, and the maker is likely or confirmed. */
  RESTRICTED
}
