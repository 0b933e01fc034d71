package org.camsweep.site;

/** The inspection asks for addresses that are refused for safety; the message is one line. */
public final class ScopeRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  ScopeRefusedException(String message) {
    super(message);
  }
}
