package org.camsweep.pattern;

/** A place in a pattern that is being read. */
final class Cursor {
  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  boolean more() {
    return at < text.length();
  }

  boolean sees(String next) {
    return text.startsWith(next, at);
  }

  boolean seesOneOf(String signs) {
    return more() && signs.indexOf(text.charAt(at)) >= 0;
  }

  /** Goes past {@code next} if it stands here. */
  boolean takes(String next) {
    boolean seen = sees(next);
    at += seen ? next.length() : 0;
    return seen;
  }

  /** The next code point. */
  int next() throws NotUnderstoodException {
    if (!more()) {
      throw new NotUnderstoodException();
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** What stands before the next {@code end}, past which it goes. */
  String until(String end) throws NotUnderstoodException {
    int found = text.indexOf(end, at);
    if (found < 0) {
      throw new NotUnderstoodException();
    }
    String before = text.substring(at, found);
    at = found + end.length();
    return before;
  }

  int mark() {
    return at;
  }

  void backTo(int mark) {
    at = mark;
  }
}
