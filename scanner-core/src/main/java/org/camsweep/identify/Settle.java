package org.camsweep.identify;

/** What would settle a doubt, by how large it is. */
final class Settle {
  static final String PLATFORM =
      "an answer of the firmware itself (its maker's own search protocol or log-in page),"
          + " or the type plate on the case";

  private Settle() {}

  static String of(Level level) {
    return switch (level) {
      case CONFIRMED -> "nothing is open";
      case LIKELY -> "a second kind of evidence that agrees: " + PLATFORM;
      case POSSIBLE -> PLATFORM;
      case CONTESTED ->
          "the type plate on the case, and whether one box or several answer at this address";
      case UNKNOWN -> "an answer on any camera protocol, or a look at the type plate on the case";
    };
  }
}
