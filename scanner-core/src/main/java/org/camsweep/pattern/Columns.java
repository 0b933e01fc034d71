package org.camsweep.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camsweep.pattern.Automaton.Edge;
import org.camsweep.pattern.Automaton.Node;

/** Characters that no pattern tells apart, as one column; all beyond ASCII are in the last. */
final class Columns {
  private final byte[] ofAscii = new byte[Chars.ASCII];
  private final List<Integer> first = new ArrayList<>();

  private Columns(Set<Chars> told) {
    Map<List<Boolean>, Integer> seen = new HashMap<>();
    for (int c = 0; c < Chars.ASCII; c++) {
      List<Boolean> in = new ArrayList<>(told.size());
      for (Chars chars : told) {
        in.add(chars.has(c));
      }
      int column = seen.computeIfAbsent(in, k -> seen.size());
      if (column == first.size()) {
        first.add(c);
      }
      ofAscii[c] = (byte) column;
    }
    first.add(Chars.ASCII);
  }

  static Columns of(List<Node> nodes) {
    Set<Chars> told = new LinkedHashSet<>();
    told.add(Chars.WORD);
    nodes.forEach(n -> n.edges().forEach(e -> told.add(e.chars())));
    return new Columns(told);
  }

  int count() {
    return first.size();
  }

  int of(char c) {
    return c < Chars.ASCII ? ofAscii[c] : first.size() - 1;
  }

  boolean holds(Chars chars, int column) {
    return chars.has(first.get(column));
  }

  boolean isWord(int column) {
    return Chars.WORD.has(first.get(column));
  }

  /** For each column, where the edges lead by it. */
  int[][] split(Edge[] edges) {
    int[][] split = new int[count()][];
    for (int column = 0; column < split.length; column++) {
      int at = column;
      split[column] =
          java.util.Arrays.stream(edges)
              .filter(e -> holds(e.chars(), at))
              .mapToInt(Edge::to)
              .distinct()
              .toArray();
    }
    return split;
  }
}
