package org.camsweep.pattern;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Whether one pattern matches every text that another matches, found by going through all. */
public final class Cover {
  private static final int MAX_PAIRS = 4_000;
  private static final int WIDE = 0;
  private static final int NARROW = 1;

  private record Pair(State state, boolean narrowSeen) {}

  private Cover() {}

  /**
   * Whether {@code wide} matches wherever {@code narrow} does. Says no where it cannot tell: where
   * a pattern is not {@link PatternSet#isExact exact}, or there are too many ways through both.
   * Texts beyond ASCII are not told apart.
   */
  public static boolean covers(String wide, String narrow) {
    try {
      ExpressionReader.Read w = ExpressionReader.read(wide);
      ExpressionReader.Read n = ExpressionReader.read(narrow);
      if (!w.exact() || !n.exact()) {
        return false;
      }
      Map<Integer, Expression> both = new LinkedHashMap<>();
      both.put(WIDE, w.expression());
      both.put(NARROW, n.expression());
      return covers(AutomatonBuilder.build(both));
    } catch (NotUnderstoodException e) {
      return false;
    }
  }

  private static boolean covers(Automaton automaton) {
    States states = new States(automaton, new Fresh(automaton), new Memory(Integer.MAX_VALUE));
    Set<Pair> seen = new HashSet<>();
    ArrayDeque<Pair> open = new ArrayDeque<>();
    open.add(new Pair(states.start(), false));
    while (!open.isEmpty()) {
      Pair at = open.poll();
      if (has(at.state().matched, WIDE)) {
        continue; // whatever follows, both match
      }
      boolean narrow = at.narrowSeen() || has(at.state().matched, NARROW);
      boolean narrowAtEnd = narrow || has(at.state().matchedAtEnd, NARROW);
      if (narrowAtEnd && !has(at.state().matchedAtEnd, WIDE)) {
        return false;
      }
      for (int column = 0; column < automaton.columns().count(); column++) {
        Pair next = new Pair(states.step(at.state(), column), narrow);
        boolean hopeless = next.state().dead && !next.narrowSeen();
        if (!hopeless && seen.add(next)) {
          open.add(next);
        }
      }
      if (seen.size() > MAX_PAIRS) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(int[] patterns, int pattern) {
    return java.util.Arrays.binarySearch(patterns, pattern) >= 0;
  }
}
