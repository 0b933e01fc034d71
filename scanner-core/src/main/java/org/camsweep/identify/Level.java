package org.camsweep.identify;

/** How sure an identification is. The constants go from none to firm. */
public enum Level {
  UNKNOWN,
  CONTESTED,
  POSSIBLE,
  LIKELY,
  CONFIRMED;

  /** Whether a verdict of restricted or clear may rest on it. */
  public boolean isFirm() {
    return this == LIKELY || this == CONFIRMED;
  }
}
