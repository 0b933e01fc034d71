package org.camsweep.identify;

/** Case folding as RE2 does it for the letters of ASCII. */
final class Fold {
  private static final char KELVIN = '\u212a';
  private static final char LONG_S = '\u017f';

  private Fold() {}

  /** The folded character; one beyond ASCII that folds to none of its letters stays itself. */
  static char of(char c) {
    if (c >= 'A' && c <= 'Z') {
      return (char) (c + ('a' - 'A'));
    }
    return c == KELVIN ? 'k' : c == LONG_S ? 's' : c;
  }
}
