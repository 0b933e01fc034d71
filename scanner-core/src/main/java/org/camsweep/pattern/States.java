package org.camsweep.pattern;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camsweep.pattern.Automaton.Here;

/**
 * The states that texts have led to so far. They are made when first needed, so that their number
 * follows what is said on networks and not how many patterns there are. Safe for several threads.
 */
final class States {
  private static final Here INSIDE = new Here(false, false, false);
  private static final Here WORD_EDGE = new Here(false, false, true);

  private final Automaton automaton;
  private final Fresh fresh;
  private final Memory memory;
  private final State start;
  private final ConcurrentMap<State, State> known = new ConcurrentHashMap<>();

  States(Automaton automaton, Fresh fresh, Memory memory) {
    this.automaton = automaton;
    this.fresh = fresh;
    this.memory = memory;
    IntSet all = new IntSet();
    all.add(Automaton.START);
    automaton.close(all);
    start = state(all, new IntSet(), true, false);
  }

  State start() {
    return start;
  }

  int size() {
    return known.size();
  }

  /** The state after one more character, and keeps it. */
  State step(State from, int column) {
    boolean word = automaton.columns().isWord(column);
    boolean edge = from.afterWord != word;
    IntSet now = new IntSet();
    for (int node : from.nodes) {
      now.add(node);
    }
    automaton.close(now, from.begin ? new Here(true, false, edge) : edge ? WORD_EDGE : INSIDE);
    IntSet next = new IntSet();
    for (int i = 0; i < now.size(); i++) {
      automaton.follow(now.at(i), column, next);
    }
    automaton.close(next);
    IntSet matched = new IntSet();
    matched(now, matched);
    if (!from.begin) {
      fresh.add(edge, column, next, matched);
    }
    State made = state(next, matched, false, word);
    State kept = known.putIfAbsent(made, made);
    State result = kept == null ? made : kept;
    if (kept == null) {
      memory.grow();
    }
    from.steps[column] = result;
    return result;
  }

  private void matched(IntSet nodes, IntSet patterns) {
    for (int i = 0; i < nodes.size(); i++) {
      int pattern = automaton.accepts(nodes.at(i));
      if (pattern >= 0) {
        patterns.add(pattern);
      }
    }
  }

  /** The state of having reached nodes, with patterns matched on the way to them. */
  private State state(IntSet all, IntSet matched, boolean begin, boolean afterWord) {
    matched(all, matched);
    IntSet end = new IntSet();
    IntSet leading = new IntSet();
    for (int i = 0; i < all.size(); i++) {
      end.add(all.at(i));
      if (automaton.leads(all.at(i)) && (begin || !fresh.holds(all.at(i)))) {
        leading.add(all.at(i));
      }
    }
    if (!begin) {
      fresh.addTo(end);
    }
    automaton.close(end, new Here(begin, true, afterWord));
    IntSet atEnd = new IntSet();
    matched(end, atEnd);
    boolean dead = !begin && leading.size() == 0 && fresh.isIdle();
    int[] nodes = leading.sorted();
    int columns = automaton.columns().count();
    return new State(nodes, matched.sorted(), atEnd.sorted(), begin, afterWord, dead, columns);
  }
}
