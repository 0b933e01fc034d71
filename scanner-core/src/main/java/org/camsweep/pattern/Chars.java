package org.camsweep.pattern;

/**
 * A set of characters: ASCII one by one, all others as one.
 *
 * @param low bit n for character n, 0 to 63
 * @param high bit n for character 64 + n
 * @param other whether some character beyond ASCII may be in it
 */
record Chars(long low, long high, boolean other) {
  static final int ASCII = 128;
  static final Chars NONE = new Chars(0, 0, false);
  static final Chars ALL = new Chars(-1L, -1L, true);
  static final Chars DIGIT = range('0', '9');
  static final Chars WORD = DIGIT.or(range('A', 'Z')).or(range('a', 'z')).or(of('_'));
  static final Chars SPACE = of(' ').or(range('\t', '\n')).or(range('\f', '\r'));

  private static final int HALF = 64;
  private static final int KELVIN = 0x212a;
  private static final int LONG_S = 0x17f;

  static Chars of(int c) {
    return range(c, c);
  }

  static Chars range(int from, int to) {
    long low = 0;
    long high = 0;
    for (int c = from; c <= Math.min(to, ASCII - 1); c++) {
      if (c < HALF) {
        low |= 1L << c;
      } else {
        high |= 1L << (c - HALF);
      }
    }
    return new Chars(low, high, to >= ASCII);
  }

  Chars or(Chars more) {
    return new Chars(low | more.low, high | more.high, other || more.other);
  }

  /** Every other ASCII character, and whatever lies beyond: of that, more may be in than should. */
  Chars not() {
    return new Chars(~low, ~high, true);
  }

  boolean has(int c) {
    if (c >= ASCII) {
      return other;
    }
    return ((c < HALF ? low >>> c : high >>> (c - HALF)) & 1) != 0;
  }

  /** With the other case of every ASCII letter, and the two characters beyond that fold into it. */
  Chars folded() {
    Chars all = this;
    for (int c = 'a'; c <= 'z'; c++) {
      int upper = c - 'a' + 'A';
      if (has(c) || has(upper)) {
        all = all.or(of(c)).or(of(upper));
      }
    }
    boolean beyond = other || has('k') || has('K') || has('s') || has('S');
    return new Chars(all.low, all.high, beyond);
  }

  /** A range of code points, in either case: the Kelvin sign is a k, too, and the long s an s. */
  static Chars foldedRange(int from, int to) {
    Chars all = range(from, to).folded();
    if (from <= KELVIN && KELVIN <= to) {
      all = all.or(of('k').folded());
    }
    return from <= LONG_S && LONG_S <= to ? all.or(of('s').folded()) : all;
  }
}
