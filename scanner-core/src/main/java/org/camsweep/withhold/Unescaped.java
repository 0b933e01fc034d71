package org.camsweep.withhold;

import java.util.Arrays;

/**
 * A text as it was before a URL, XML or JSON had it: an octet with its percent sign (RFC 3986
 * §2.1), an entity that XML knows or a character by its number, and a backslash with a quotation
 * mark or four digits are one character each, and each knows where it began. Whatever is no such
 * escape stands for itself.
 */
final class Unescaped {
  /** Longer than any character's number needs to be. */
  private static final int LONGEST_ENTITY = 10;

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];

  private Unescaped() {}

  static boolean isNeeded(CharSequence said) {
    for (int i = 0; i < said.length(); i++) {
      char c = said.charAt(i);
      if (c == '%' || c == '&' || c == '\\') {
        return true;
      }
    }
    return false;
  }

  static Unescaped of(String said) {
    Unescaped all = new Unescaped();
    int at = 0;
    while (at < said.length()) {
      at =
          switch (said.charAt(at)) {
            case '%' -> all.percent(said, at);
            case '&' -> all.entity(said, at);
            case '\\' -> all.backslash(said, at);
            default -> all.add(at, said.charAt(at), 1);
          };
    }
    all.add(at, '\0', 0); // where the last one ends
    all.text.setLength(all.text.length() - 1);
    return all;
  }

  CharSequence text() {
    return text;
  }

  /** Where a character of {@link #text} begins in what was said; of one past the end, the end. */
  int start(int at) {
    return starts[at];
  }

  private int add(int at, int character, int length) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[text.length()] = at;
    text.append((char) character);
    return at + length;
  }

  private int percent(String said, int at) {
    int value = number(said, at + 1, at + 3, 16);
    return value < 0 ? add(at, '%', 1) : add(at, value, 3);
  }

  private int backslash(String said, int at) {
    char next = at + 1 < said.length() ? said.charAt(at + 1) : 'x';
    if (next == '"' || next == '\\' || next == '/') {
      return add(at, next, 2);
    }
    int value = next == 'u' ? number(said, at + 2, at + 6, 16) : -1;
    return value < 0 ? add(at, '\\', 1) : add(at, value, 6);
  }

  private int entity(String said, int at) {
    int end = said.indexOf(';', at);
    if (end < 0 || end - at > LONGEST_ENTITY) {
      return add(at, '&', 1);
    }
    String name = said.substring(at + 1, end);
    int value =
        switch (name) {
          case "amp" -> '&';
          case "lt" -> '<';
          case "gt" -> '>';
          case "quot" -> '"';
          case "apos" -> '\'';
          default ->
              name.startsWith("#x") || name.startsWith("#X")
                  ? number(name, 2, name.length(), 16)
                  : name.startsWith("#") ? number(name, 1, name.length(), 10) : -1;
        };
    return value < 0 || value > 0xffff ? add(at, '&', 1) : add(at, value, end + 1 - at);
  }

  /** A number of digits alone; -1 if it is none. */
  private static int number(String text, int from, int to, int radix) {
    if (from >= to || to > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0 || value > 0xffffff) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
