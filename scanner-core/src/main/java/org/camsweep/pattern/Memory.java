package org.camsweep.pattern;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What several pattern sets remember of the texts that they saw, up to a limit for all together;
 * beyond it everything is forgotten and remembering begins anew. No answer depends on it, only how
 * fast it comes. Safe for several threads.
 */
public final class Memory {
  private final int limit;
  private final AtomicInteger states = new AtomicInteger();
  private volatile ConcurrentMap<PatternSet, States> tables = new ConcurrentHashMap<>();

  /** Remembers so many states, of some 400 bytes each. */
  public Memory(int states) {
    this.limit = states;
  }

  States of(PatternSet patterns) {
    States known = tables.get(patterns);
    return known != null
        ? known
        : tables.computeIfAbsent(patterns, p -> new States(p.automaton(), p.fresh(), this));
  }

  /** One state more. */
  void grow() {
    if (states.incrementAndGet() > limit) {
      states.set(0);
      tables = new ConcurrentHashMap<>();
    }
  }
}
