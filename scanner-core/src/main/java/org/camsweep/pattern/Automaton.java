package org.camsweep.pattern;

import java.util.List;
import org.camsweep.pattern.Expression.Place;

/**
 * All patterns as one graph: nodes, and what leads from one to the next. Patterns that begin alike
 * share their first nodes. Node 0 is where every pattern begins.
 */
final class Automaton {
  static final int START = 0;

  private static final int[] NONE = {};
  private static final int MANY = 8;

  /**
   * One node.
   *
   * @param edges by a character of this set, to that node
   * @param free nodes that are reached for nothing
   * @param gates nodes that are reached if the place is right
   * @param accepts the pattern that is matched here, or -1
   */
  record Node(List<Edge> edges, List<Integer> free, List<Gate> gates, int accepts) {}

  record Edge(Chars chars, int to) {}

  record Gate(Place place, int to) {}

  private final Columns columns;
  private final int[][] free;
  private final Gate[][] gates;
  private final int[] accepts;
  private final Edge[][] edges;
  private final int[][][] byColumn;

  Automaton(List<Node> nodes) {
    columns = Columns.of(nodes);
    int size = nodes.size();
    free = new int[size][];
    gates = new Gate[size][];
    accepts = new int[size];
    edges = new Edge[size][];
    byColumn = new int[size][][];
    for (int n = 0; n < size; n++) {
      Node node = nodes.get(n);
      free[n] = node.free().isEmpty() ? NONE : ints(node.free());
      gates[n] = node.gates().toArray(Gate[]::new);
      accepts[n] = node.accepts();
      edges[n] = node.edges().toArray(Edge[]::new);
      if (edges[n].length > MANY) {
        byColumn[n] = columns.split(edges[n]);
      }
    }
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  Columns columns() {
    return columns;
  }

  /** The pattern that is matched at a node, or -1. */
  int accepts(int node) {
    return accepts[node];
  }

  /** Whether a node leads anywhere by a character or through a gate. */
  boolean leads(int node) {
    return edges[node].length > 0 || gates[node].length > 0;
  }

  /** Adds what is reached from the members for nothing. */
  void close(IntSet members) {
    for (int i = 0; i < members.size(); i++) {
      for (int to : free[members.at(i)]) {
        members.add(to);
      }
    }
  }

  /** Adds what is reached from the members for nothing, or through a gate that stands open. */
  void close(IntSet members, Here here) {
    for (int i = 0; i < members.size(); i++) {
      int node = members.at(i);
      for (int to : free[node]) {
        members.add(to);
      }
      for (Gate gate : gates[node]) {
        if (here.isAt(gate.place())) {
          members.add(gate.to());
        }
      }
    }
  }

  /** What is reached from a node by a character of the column. */
  void follow(int node, int column, IntSet to) {
    if (byColumn[node] != null) {
      for (int next : byColumn[node][column]) {
        to.add(next);
      }
      return;
    }
    for (Edge edge : edges[node]) {
      if (columns.holds(edge.chars(), column)) {
        to.add(edge.to());
      }
    }
  }

  /**
   * Between which characters this is.
   *
   * @param edge whether a word begins or ends here
   */
  record Here(boolean begin, boolean end, boolean edge) {
    boolean isAt(Place place) {
      return switch (place) {
        case BEGIN -> begin;
        case END -> end;
        case EDGE -> edge;
        case NO_EDGE -> !edge;
      };
    }
  }
}
