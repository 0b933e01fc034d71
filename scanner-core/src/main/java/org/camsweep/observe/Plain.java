package org.camsweep.observe;

/**
 * A device's words made safe to show on a terminal, in a log or in a file that people open: one
 * line, no control, escape, bidirectional or invisible character, no half surrogate. Each such
 * character is shown as {@code \x1b}, {@code \}{@code u202e} or {@code \U000e0041} instead, so that
 * nothing is lost. The set is fixed here and does not follow the Java version's Unicode tables.
 */
public final class Plain {
  private static final String MORE = "…";

  /** First and last code point of each range. */
  private static final int[][] UNSAFE = {
    {0x00, 0x1f}, // C0, with tab and line ends
    {0x7f, 0x9f}, // DEL and C1
    {0xad, 0xad}, // soft hyphen
    {0x34f, 0x34f},
    {0x61c, 0x61c}, // Arabic letter mark
    {0x115f, 0x1160},
    {0x17b4, 0x17b5},
    {0x180b, 0x180f},
    {0x200b, 0x200f}, // zero width, left-to-right and right-to-left marks
    {0x2028, 0x202e}, // separators, embeddings and overrides
    {0x2060, 0x206f}, // joiners, isolates
    {0x3164, 0x3164},
    {0xd800, 0xdfff}, // halves of a pair
    {0xfe00, 0xfe0f},
    {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},
    {0xfff0, 0xfffb},
    {0xfffe, 0xffff},
    {0x1bca0, 0x1bca3},
    {0x1d173, 0x1d17a},
    {0xe0000, 0xe0fff}, // tags and variation selectors
  };

  private Plain() {}

  /** The whole text, safe to show. */
  public static String of(String said) {
    return of(said, Integer.MAX_VALUE);
  }

  /**
   * The text, safe to show and at most {@code max} characters (code points) long; a text that was
   * cut ends in an ellipsis, and no character's replacement is cut in the middle.
   *
   * @param max at least 1
   */
  public static String of(String said, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("max " + max);
    }
    StringBuilder out = new StringBuilder();
    int shown = 0;
    int cut = 0; // where an ellipsis would still fit
    for (int i = 0; i < said.length(); ) {
      int c = said.codePointAt(i);
      i += Character.charCount(c);
      String safe = isSafe(c) ? Character.toString(c) : escaped(c);
      int width = safe.codePointCount(0, safe.length());
      if (width > max - shown) {
        return out.substring(0, cut) + MORE;
      }
      out.append(safe);
      shown += width;
      cut = shown < max ? out.length() : cut;
    }
    return out.toString();
  }

  /** Whether the code point may be shown as it is. */
  public static boolean isSafe(int codePoint) {
    if (codePoint >= 0x20 && codePoint < 0x7f) {
      return true;
    }
    for (int[] range : UNSAFE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(int c) {
    if (c < 0x100) {
      return String.format("\\x%02x", c);
    }
    return c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
  }
}
