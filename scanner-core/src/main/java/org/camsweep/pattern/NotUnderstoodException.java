package org.camsweep.pattern;

/** A construct that the reader does not know, or a pattern too large to look through. */
final class NotUnderstoodException extends Exception {
  private static final long serialVersionUID = 1L;

  NotUnderstoodException() {
    super("construct not understood", null, false, false);
  }
}
