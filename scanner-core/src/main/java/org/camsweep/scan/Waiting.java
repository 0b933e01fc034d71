package org.camsweep.scan;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of what nobody asked for waits to be understood: bounded, for forged senders are many
 * and cost their sender nothing. Thread-safe.
 */
final class Waiting {
  static final int MAX_WAITING = 4_096;
  static final long MAX_BYTES = 16L * 1024 * 1024;

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  /** Takes a place for so many bytes; says whether there was one. */
  boolean enter(int size) {
    boolean few = count.incrementAndGet() <= MAX_WAITING;
    boolean room = bytes.addAndGet(size) <= MAX_BYTES && few;
    if (!room) {
      leave(size);
    }
    return room;
  }

  /** Gives the place back. */
  void leave(int size) {
    count.decrementAndGet();
    bytes.addAndGet(-size);
  }
}
