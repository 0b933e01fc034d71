package org.camsweep.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camsweep.pattern.Automaton.Edge;
import org.camsweep.pattern.Automaton.Gate;
import org.camsweep.pattern.Automaton.Node;
import org.camsweep.pattern.Expression.At;
import org.camsweep.pattern.Expression.Choice;
import org.camsweep.pattern.Expression.One;
import org.camsweep.pattern.Expression.Sequence;
import org.camsweep.pattern.Expression.Star;

/** Lays many expressions into one graph; what begins alike is laid once. */
final class AutomatonBuilder {
  /** What is still to be laid, and the node where it must end. */
  private record Path(List<Expression> rest, int to) {
    Path tail() {
      return new Path(rest.subList(1, rest.size()), to);
    }

    /** With its first part no sequence; empty where only sequences of nothing are left. */
    Path opened() {
      Path path = this;
      while (!path.rest.isEmpty() && path.rest.get(0) instanceof Sequence sequence) {
        List<Expression> all = new ArrayList<>(sequence.parts());
        all.addAll(path.rest.subList(1, path.rest.size()));
        path = new Path(all, to);
      }
      return path;
    }
  }

  /** Where paths begin that are still to be laid. */
  private record Task(int from, List<Path> paths) {}

  private final List<Node> nodes = new ArrayList<>();

  /** A queue, not recursion: an expression of some thousand steps would use up the stack. */
  private final ArrayDeque<Task> todo = new ArrayDeque<>();

  private AutomatonBuilder() {}

  /** Lays expressions, each known by its number. */
  static Automaton build(Map<Integer, Expression> expressions) {
    AutomatonBuilder builder = new AutomatonBuilder();
    int start = builder.node(-1);
    List<Path> paths = new ArrayList<>();
    expressions.forEach((i, e) -> paths.add(new Path(List.of(e), builder.node(i))));
    builder.todo.add(new Task(start, paths));
    while (!builder.todo.isEmpty()) {
      Task task = builder.todo.remove();
      builder.lay(task.from(), task.paths());
    }
    return new Automaton(builder.nodes);
  }

  private int node(int accepts) {
    nodes.add(new Node(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), accepts));
    return nodes.size() - 1;
  }

  private void lay(int from, List<Path> paths) {
    Map<Expression, List<Path>> byFirst = new LinkedHashMap<>();
    for (Path path : paths) {
      Path opened = path.opened();
      if (opened.rest().isEmpty()) {
        nodes.get(from).free().add(opened.to());
      } else {
        byFirst.computeIfAbsent(opened.rest().get(0), f -> new ArrayList<>()).add(opened.tail());
      }
    }
    byFirst.forEach((first, tails) -> lay(from, first, tails));
  }

  private void lay(int from, Expression first, List<Path> tails) {
    if (first instanceof Star star) {
      int loop = node(-1);
      nodes.get(from).free().add(loop);
      List<Path> all = new ArrayList<>(tails);
      all.add(new Path(List.of(star.what()), loop));
      todo.add(new Task(loop, all));
      return;
    }
    int next = node(-1);
    if (first instanceof One one) {
      nodes.get(from).edges().add(new Edge(one.chars(), next));
    } else if (first instanceof At at) {
      nodes.get(from).gates().add(new Gate(at.place(), next));
    } else if (first instanceof Choice choice) {
      lay(from, choice.ways().stream().map(w -> new Path(List.of(w), next)).toList());
    }
    todo.add(new Task(next, tails));
  }
}
