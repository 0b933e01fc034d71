package org.camsweep.observe;

/** How an exchange ended. A closed vocabulary; none of them means that nothing is there. */
public enum Outcome {
  /** Something came back and was understood. */
  ANSWERED,
  /** Nothing came back in time. */
  SILENT,
  /** The host, or something on the way, said no: a reset, a closed port, an unreachable message. */
  REFUSED,
  /** Something came back that the probe does not understand. */
  GARBLED,
  /** Something came back, and a limit in bytes, time, depth or count ended it. */
  CUT_SHORT,
  /**
   * The question was not sent, or this machine could not hear the answer; the fact {@code
   * scan.not-asked} says why.
   */
  NOT_ASKED
}
