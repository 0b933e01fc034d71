package org.camsweep.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many RE2 patterns, and which of them can match a text: one pass over it, whose cost hardly
 * depends on how many there are. Errs to one side only: a pattern that matches is always told; one
 * that is told mostly does. The answer depends on the text alone, never on what was asked before.
 * Safe for several threads.
 */
public final class PatternSet {
  private final Automaton automaton;
  private final Fresh fresh;
  private final int[] always;
  private final BitSet exact;
  private final Memory memory;

  private PatternSet(Automaton automaton, int[] always, BitSet exact, Memory memory) {
    this.automaton = automaton;
    this.fresh = new Fresh(automaton);
    this.always = always;
    this.exact = exact;
    this.memory = memory;
  }

  /**
   * Looks through patterns.
   *
   * @param patterns in RE2 syntax, compiled without flags; each is known by its index
   */
  public static PatternSet of(List<String> patterns, Memory memory) {
    Map<Integer, Expression> understood = new LinkedHashMap<>();
    List<Integer> always = new ArrayList<>();
    BitSet exact = new BitSet();
    for (int i = 0; i < patterns.size(); i++) {
      try {
        ExpressionReader.Read read = ExpressionReader.read(patterns.get(i));
        understood.put(i, read.expression());
        exact.set(i, read.exact());
      } catch (NotUnderstoodException e) {
        always.add(i);
      }
    }
    return new PatternSet(
        AutomatonBuilder.build(understood),
        always.stream().mapToInt(Integer::intValue).toArray(),
        exact,
        memory);
  }

  /** How many patterns say something that this filter does not know; they are always told. */
  public int notUnderstood() {
    return always.length;
  }

  /** Whether a pattern that is told for an ASCII text is sure to match it. */
  public boolean isExact(int pattern) {
    return exact.get(pattern);
  }

  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= Chars.ASCII) {
        return false;
      }
    }
    return true;
  }

  /** The indexes of all patterns that can match somewhere in the text, in order, each once. */
  public int[] candidates(String text) {
    IntSet found = new IntSet();
    add(always, found);
    States table = memory.of(this);
    State state = table.start();
    Columns columns = automaton.columns();
    int length = text.length();
    add(state.matched, found);
    for (int i = 0; i < length && !state.dead; i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++; // two chars are one character, as for RE2
      }
      int column = columns.of(c);
      State next = state.steps[column];
      if (next == null) {
        next = table.step(state, column);
      }
      state = next;
      if (state.matched.length > 0) {
        add(state.matched, found);
      }
    }
    if (!state.dead) {
      add(state.matchedAtEnd, found);
    }
    return found.sorted();
  }

  private static void add(int[] some, IntSet all) {
    for (int each : some) {
      all.add(each);
    }
  }

  Automaton automaton() {
    return automaton;
  }

  Fresh fresh() {
    return fresh;
  }
}
