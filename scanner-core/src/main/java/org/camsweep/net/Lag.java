package org.camsweep.net;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * How late the edge's own thread runs. A time-out that fires while the thread was held up says
 * nothing about the host: the answer may lie unread. Touched only on the edge's event loop.
 */
final class Lag {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

  /** Shorter delays are no matter. */
  private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(20);

  /** How long a delay is remembered: longer than any connect time-out. */
  private static final long MEMORY = TimeUnit.SECONDS.toNanos(3);

  private final Pacing.Wake wake;
  private final Pacing.Nanos clock;
  private final ArrayDeque<Delay> delays = new ArrayDeque<>();
  private long due;
  private long worstEver;

  /** The thread was held up for so long, until then. */
  private record Delay(long until, long nanos) {}

  Lag(Pacing.Wake wake, Pacing.Nanos clock) {
    this.wake = wake;
    this.clock = clock;
  }

  void start() {
    due = clock.nanos() + TICK;
    wake.after(TICK, this::tick);
  }

  private void tick() {
    long now = clock.nanos();
    long late = Math.max(0, now - due);
    if (late >= LEAST) {
      delays.add(new Delay(now, late));
    }
    while (!delays.isEmpty() && now - delays.peek().until() > MEMORY) {
      delays.remove();
    }
    worstEver = Math.max(worstEver, late);
    due = now + TICK;
    wake.after(TICK, this::tick);
  }

  /** The worst delay of the last seconds, or of the tick that is overdue now, in milliseconds. */
  long recentMillis() {
    return worstMillis(clock.nanos() - MEMORY);
  }

  /**
   * The worst delay that was not over before a moment of the last seconds, in milliseconds. One
   * that was over before a question was put says nothing of its answer.
   */
  long worstMillis(long since) {
    long now = clock.nanos();
    long worst = Math.max(0, now - due);
    for (Delay delay : delays) {
      worst = delay.until() >= since ? Math.max(worst, delay.nanos()) : worst;
    }
    return TimeUnit.NANOSECONDS.toMillis(worst);
  }

  /** The worst delay since the start, in milliseconds. */
  long worstMillis() {
    return TimeUnit.NANOSECONDS.toMillis(worstEver);
  }
}
