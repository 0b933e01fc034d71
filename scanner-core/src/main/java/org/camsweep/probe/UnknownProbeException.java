package org.camsweep.probe;

/** The operator named a probe that does not exist; the message says which do. */
public final class UnknownProbeException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownProbeException(String message) {
    super(message);
  }
}
