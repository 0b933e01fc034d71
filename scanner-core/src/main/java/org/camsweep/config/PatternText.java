package org.camsweep.config;

/** A place in the text of a pattern, and the smallest things that stand at one. */
final class PatternText {
  private final String text;
  private int at;
  private boolean escape;

  PatternText(String text) {
    this.text = text;
  }

  boolean more() {
    return at < text.length();
  }

  boolean takes(String next) {
    boolean seen = text.startsWith(next, at);
    at += seen ? next.length() : 0;
    escape = seen && next.equals("\\");
    return seen;
  }

  /** The next code point; 0 at the end. */
  int next() {
    if (!more()) {
      return 0;
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** What stands before the next {@code end}, past which it goes; all the rest without one. */
  String until(String end) {
    int found = text.indexOf(end, at);
    String before = text.substring(at, found < 0 ? text.length() : found);
    at = found < 0 ? text.length() : found + end.length();
    return before;
  }

  /** After a backslash: goes past a class such as {@code d} or {@code p{Greek}}, if it is one. */
  boolean property() {
    if (takes("p") || takes("P")) {
      if (takes("{")) {
        until("}");
      } else {
        next();
      }
      return true;
    }
    for (String perl : new String[] {"d", "D", "s", "S", "w", "W"}) {
      if (takes(perl)) {
        return true;
      }
    }
    escape = true;
    return false;
  }

  /** A character of a class, written as it is or escaped; the backslash may be read already. */
  int single() {
    boolean escaped = escape || takes("\\");
    escape = false;
    return escaped ? escaped() : next();
  }

  /** A hyphen that makes a range, and no member of its own. */
  boolean takesRange() {
    boolean range =
        text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']';
    at += range ? 1 : 0;
    return range;
  }

  /** The character after a backslash. */
  int escaped() {
    escape = false;
    int c = next();
    if (c != 'x') {
      return c; // octal numbers end at 0777, which is below all that matters
    }
    int end = takes("{") ? text.indexOf('}', at) : at + 2;
    if (end < 0 || end > text.length() || end - at > 8) {
      return 0;
    }
    String digits = text.substring(at, end);
    at = Math.min(text.length(), text.startsWith("}", end) ? end + 1 : end);
    return digits.matches("[0-9A-Fa-f]{1,7}") ? Integer.parseInt(digits, 16) : 0;
  }

  /** How many times at most what stood before is written out: {@code {3,5}} five times. */
  long most() {
    long most = 1;
    while (more() && "?*+{".indexOf(text.charAt(at)) >= 0) {
      int start = at++;
      if (text.charAt(start) != '{') {
        continue;
      }
      String bounds = until("}");
      if (!bounds.matches("[0-9]{1,4}(?:,[0-9]{0,4})?")) {
        at = start; // a brace that stands for itself
        return most;
      }
      long times = 1;
      for (String bound : bounds.split(",", -1)) {
        times = Math.max(times, bound.isEmpty() ? 0 : Long.parseLong(bound));
      }
      most = Math.min(most * times, Integer.MAX_VALUE);
    }
    return most;
  }
}
