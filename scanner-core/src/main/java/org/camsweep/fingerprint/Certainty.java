package org.camsweep.fingerprint;

/** How sure a source is that a maker stands behind a label; the surest first. */
public enum Certainty {
  CONFIRMED,
  PROBABLE,
  POSSIBLE,
  WEAK,
  /** The source says that it is not so. */
  REFUTED;

  /** Whether the maker may be inferred from the label when no other row disagrees. */
  public boolean settles() {
    return this == CONFIRMED || this == PROBABLE;
  }
}
