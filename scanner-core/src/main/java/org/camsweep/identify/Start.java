package org.camsweep.identify;

import java.util.BitSet;
import java.util.Set;

/**
 * How a text that a part of a pattern matches can begin.
 *
 * @param letters ASCII characters, folded
 * @param any whether another character is possible, too
 * @param nothing whether the text can be empty
 */
record Start(BitSet letters, boolean any, boolean nothing) {
  static final Start ANY = new Start(new BitSet(), true, true);
  static final Start NOTHING = new Start(new BitSet(), false, true);

  private static final int ASCII = 128;

  static Start of(Set<String> texts) {
    BitSet letters = new BitSet();
    boolean nothing = false;
    for (String text : texts) {
      if (text.isEmpty()) {
        nothing = true;
      } else {
        letters.set(Fold.of(text.charAt(0)));
      }
    }
    return new Start(letters, false, nothing);
  }

  static Start range(char from, char to) {
    BitSet letters = new BitSet();
    for (char c = from; c <= to; c++) {
      letters.set(Fold.of(c));
    }
    return new Start(letters, false, false);
  }

  /** Of the inside of a class; one with escapes, named classes or a negation can be anything. */
  static Start ofClass(String inside) {
    boolean plain = inside.chars().allMatch(c -> c < ASCII && c != '\\' && c != '[');
    if (!plain || inside.startsWith("^")) {
      return ANY;
    }
    Start all = new Start(new BitSet(), false, false);
    int i = 0;
    while (i < inside.length()) {
      boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
      char to = inside.charAt(range ? i + 2 : i);
      all = all.or(range(inside.charAt(i), to));
      i += range ? 3 : 1;
    }
    return all;
  }

  Start or(Start other) {
    BitSet both = (BitSet) letters.clone();
    both.or(other.letters);
    return new Start(both, any || other.any, nothing || other.nothing);
  }

  /** This, and after it the other. */
  Start then(Start next) {
    if (!nothing) {
      return this;
    }
    Start both = or(next);
    return new Start(both.letters, both.any, next.nothing);
  }

  Start orNothing() {
    return new Start(letters, any, true);
  }

  /** Whether a text can begin like this; one beyond ASCII always can, as some fold into it. */
  boolean allows(String text) {
    return any || nothing || text.isEmpty() || text.charAt(0) >= ASCII || has(text.charAt(0));
  }

  private boolean has(char c) {
    return letters.get(Fold.of(c));
  }
}
