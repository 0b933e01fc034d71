package org.camsweep.config;

import java.util.Optional;

/**
 * What a pattern will cost RE2/J, counted before RE2/J sees it. It multiplies nested counts out
 * ({@code ((a{100}){100}){100}} are a million steps), descends into groups by recursion, and never
 * comes back from a case-insensitive pattern with one of nine letters, whose foldings in its tables
 * lead away from them in Java's: U+1C80 to U+1C88, also within a range. Syntax:
 * https://github.com/google/re2/wiki/Syntax. What is no pattern is left to RE2/J to say.
 */
final class PatternCost {
  static final int MAX_STEPS = 5_000;
  private static final int MAX_DEPTH = 100;
  private static final int ENDLESS_FROM = 0x1c80;
  private static final int ENDLESS_TO = 0x1c88;

  /** RE2/J walks through the letters of a folded range; this many take as long as a step. */
  private static final int LETTERS_A_STEP = 64;

  private static final int LAST_FOLDED = 0x1e943;

  /** What is wrong with a pattern. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String problem) {
      super(problem);
    }
  }

  private final PatternText at;
  private boolean fold;
  private int depth;

  private PatternCost(String pattern, boolean fold) {
    this.at = new PatternText(pattern);
    this.fold = fold;
  }

  /**
   * Why a pattern must not be compiled, if so.
   *
   * @param fold whether it will be compiled as case-insensitive
   */
  static Optional<String> problem(String pattern, boolean fold) {
    try {
      PatternCost cost = new PatternCost(pattern, fold);
      long steps = 0;
      while (cost.at.more()) { // a bracket that closes nothing ends a part
        steps = checked(steps + cost.part());
      }
      return Optional.empty();
    } catch (Refused e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static long checked(long steps) throws Refused {
    if (steps > MAX_STEPS) {
      throw new Refused("compiles to more than " + MAX_STEPS + " steps");
    }
    return steps;
  }

  /** Up to the bracket that closes the group, past which it goes. */
  private long part() throws Refused {
    if (++depth > MAX_DEPTH) {
      throw new Refused("nests groups deeper than " + MAX_DEPTH);
    }
    boolean outside = fold;
    long steps = 0;
    while (at.more()) {
      int c = at.next();
      if (c == ')') {
        break;
      }
      steps = checked(steps + checked(atom(c) * at.most()));
    }
    fold = outside;
    depth--;
    return steps;
  }

  private long atom(int c) throws Refused {
    if (c == '(') {
      return group();
    }
    if (c == '[') {
      return oneOf();
    }
    if (c == '\\' && at.takes("Q")) {
      String quoted = at.until("\\E");
      for (int letter : quoted.codePoints().toArray()) {
        range(letter, letter);
      }
      return quoted.length();
    }
    if (c == '\\' && at.property()) {
      return 1;
    }
    int letter = c == '\\' ? at.escaped() : c;
    return range(letter, letter);
  }

  private long group() throws Refused {
    boolean outside = fold;
    if (at.takes("?P<") || at.takes("?<")) {
      at.until(">");
    } else if (at.takes("?") && flagsOnly()) {
      return 0;
    }
    long steps = 2 + part();
    fold = outside;
    return steps;
  }

  /** Reads {@code i)} or {@code i-s:}; says whether it was the first kind. */
  private boolean flagsOnly() {
    boolean set = true;
    while (at.more()) {
      int c = at.next();
      if (c == 'i') {
        fold = set;
      } else if (c == '-') {
        set = false;
      } else if (c == ')' || c == ':') {
        return c == ')';
      }
    }
    return true;
  }

  private long oneOf() throws Refused {
    at.takes("^");
    long steps = 1;
    boolean first = true;
    while (at.more() && (first || !at.takes("]"))) {
      first = false;
      if (at.takes("[:")) {
        at.until(":]");
      } else if (!at.takes("\\") || !at.property()) {
        int from = at.single();
        steps += range(from, at.takesRange() ? at.single() : from) - 1;
      }
      checked(steps);
    }
    return steps;
  }

  private long range(int from, int to) throws Refused {
    if (!fold) {
      return 1;
    }
    if (from <= ENDLESS_TO && to >= ENDLESS_FROM) {
      throw new Refused("ignores case and holds U+1C80 to U+1C88, which RE2/J cannot compile");
    }
    return 1L + Math.max(0, Math.min(to, LAST_FOLDED) - from) / LETTERS_A_STEP;
  }
}
