package org.camsweep.withhold;

import java.util.Arrays;

/**
 * One way in which a secret may be written.
 *
 * @param text at least {@value #SHORTEST} characters
 * @param anyCase whether small and capital letters are one; not so in Base64
 * @param wholeWord whether it is found only where no letter or digit is beside it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only, and wiped
record Form(char[] text, boolean anyCase, boolean wholeWord) {
  static final int SHORTEST = 4;

  /** Whether it stands in a text at a place. */
  boolean isAt(CharSequence said, int from) {
    if (from + text.length > said.length() || !begins(said, from, text.length)) {
      return false;
    }
    return !wholeWord || (!isWord(said, from - 1) && !isWord(said, from + text.length));
  }

  /** Whether its first {@code count} characters stand in a text at a place, which has so many. */
  boolean begins(CharSequence said, int from, int count) {
    for (int i = 0; i < count; i++) {
      char there = said.charAt(from + i);
      if (there != text[i] && !(anyCase && fold(there) == fold(text[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(CharSequence said, int at) {
    return at >= 0 && at < said.length() && Character.isLetterOrDigit(said.charAt(at));
  }

  static char fold(char c) {
    return Character.toLowerCase(c);
  }

  void wipe() {
    Arrays.fill(text, '\0');
  }

  @Override
  public String toString() {
    return "a form of a secret, not shown";
  }
}
