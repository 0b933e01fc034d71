package org.camsweep.exposure;

/** What was seen of a topic. Silence is never {@code NOT_SEEN}. */
public enum Sight {
  SEEN,
  /** A question that would have shown it was asked, and the answer shows none. */
  NOT_SEEN,
  NOT_DETERMINABLE
}
