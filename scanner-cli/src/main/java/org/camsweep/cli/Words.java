package org.camsweep.cli;

/** Small turns of phrase. */
final class Words {
  private Words() {}

  /** {@code 1 network}, {@code 2 networks}. */
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
