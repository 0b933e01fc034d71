package org.camsweep.exposure;

/** What one sign says of its topic. */
public enum Says {
  SEEN,
  NOT_SEEN,
  /** Worth showing, decides nothing. */
  HINT
}
