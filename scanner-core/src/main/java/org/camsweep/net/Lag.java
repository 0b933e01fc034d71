package org.camsweep.net;

import java.util.concurrent.TimeUnit;

/**
 * How late the edge's own thread runs. A time-out that fires while the thread was held up says
 * nothing about the host: the answer may lie unread. Touched only on the edge's event loop.
 */
final class Lag {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

  /** How long a delay is remembered: longer than any connect time-out. */
  private static final long MEMORY = TimeUnit.SECONDS.toNanos(3);

  private final Pacing.Wake wake;
  private final Pacing.Nanos clock;
  private long due;
  private long worst;
  private long worstAt;
  private long worstEver;

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
    if (late >= worst || now - worstAt > MEMORY) {
      worst = late;
      worstAt = now;
    }
    worstEver = Math.max(worstEver, late);
    due = now + TICK;
    wake.after(TICK, this::tick);
  }

  /** The worst delay of the last seconds, or of the tick that is overdue now, in milliseconds. */
  long recentMillis() {
    long now = clock.nanos();
    long kept = now - worstAt > MEMORY ? 0 : worst;
    return TimeUnit.NANOSECONDS.toMillis(Math.max(kept, now - due));
  }

  /** The worst delay since the start, in milliseconds. */
  long worstMillis() {
    return TimeUnit.NANOSECONDS.toMillis(worstEver);
  }
}
