package org.camsweep.pattern;

import java.util.Arrays;
import org.camsweep.pattern.Automaton.Here;

/** What begins anew at every character: the patterns that are not held to the text's beginning. */
final class Fresh {
  private final IntSet nodes = new IntSet();
  private final int[][][] reached;
  private final int[][] matched;
  private final boolean idle;

  Fresh(Automaton automaton) {
    nodes.add(Automaton.START);
    automaton.close(nodes);
    int columns = automaton.columns().count();
    reached = new int[2][columns][];
    matched = new int[2][];
    for (int edge = 0; edge < 2; edge++) {
      IntSet open = new IntSet();
      addTo(open);
      automaton.close(open, new Here(false, false, edge == 1));
      IntSet accepted = new IntSet();
      for (int i = 0; i < open.size(); i++) {
        if (automaton.accepts(open.at(i)) >= 0) {
          accepted.add(automaton.accepts(open.at(i)));
        }
      }
      matched[edge] = accepted.sorted();
      for (int column = 0; column < columns; column++) {
        IntSet next = new IntSet();
        for (int i = 0; i < open.size(); i++) {
          automaton.follow(open.at(i), column, next);
        }
        automaton.close(next);
        reached[edge][column] = next.sorted();
      }
    }
    idle = idle(automaton, nodes, reached);
  }

  /** Adds what is reached by a character of the column, and what is matched before it. */
  void add(boolean edge, int column, IntSet next, IntSet patterns) {
    for (int node : reached[edge ? 1 : 0][column]) {
      next.add(node);
    }
    for (int pattern : matched[edge ? 1 : 0]) {
      patterns.add(pattern);
    }
  }

  void addTo(IntSet all) {
    for (int i = 0; i < nodes.size(); i++) {
      all.add(nodes.at(i));
    }
  }

  boolean holds(int node) {
    return nodes.has(node);
  }

  /** Whether nothing begins anew: every pattern is held to the text's beginning. */
  boolean isIdle() {
    return idle;
  }

  private static boolean idle(Automaton automaton, IntSet start, int[][][] reached) {
    IntSet end = new IntSet();
    for (int i = 0; i < start.size(); i++) {
      end.add(start.at(i));
    }
    for (boolean edge : new boolean[] {true, false}) {
      automaton.close(end, new Here(false, true, edge));
    }
    boolean accepts = false;
    for (int i = 0; i < end.size(); i++) {
      accepts |= automaton.accepts(end.at(i)) >= 0;
    }
    return !accepts
        && Arrays.stream(reached).flatMap(Arrays::stream).allMatch(to -> to.length == 0);
  }
}
