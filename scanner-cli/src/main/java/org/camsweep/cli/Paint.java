package org.camsweep.cli;

import org.camsweep.policy.Verdict;

/** Colour for the verdict words, each doubled by the word itself; or none. */
record Paint(boolean on) {
  private static final String RESET = "\u001b[0m";

  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case RESTRICTED -> code("1;31", text);
      case REVIEW -> code("33", text);
      case CLEAR -> code("32", text);
      case NOT_ASSESSED -> text;
    };
  }

  String heading(String text) {
    return code("1", text);
  }

  private String code(String sgr, String text) {
    return on && !text.isEmpty() ? "\u001b[" + sgr + "m" + text + RESET : text;
  }
}
