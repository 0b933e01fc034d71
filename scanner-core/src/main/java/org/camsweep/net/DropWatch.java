package org.camsweep.net;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * When the kernel last threw away datagrams that came to a port of ours. A question whose answer
 * may have been among them was not answered with silence. Where the kernel does not tell, nothing
 * was dropped as far as anybody knows. Thread-safe.
 */
final class DropWatch {
  /** A reading is believed for so long, or for twenty times as long as it took. */
  private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(20);

  private static final int COST = 20;

  private final Supplier<Map<Integer, Long>> drops;
  private final LongSupplier clock;
  private final Map<Integer, Long> counted = new HashMap<>();
  private final Map<Integer, Long> grew = new HashMap<>();
  private boolean read;
  private long readAt;
  private long cost;

  /**
   * @param drops datagrams dropped so far, by local port
   * @param clock nanoseconds
   */
  DropWatch(Supplier<Map<Integer, Long>> drops, LongSupplier clock) {
    this.drops = drops;
    this.clock = clock;
  }

  /**
   * Whether some of what came to the port since then was dropped. It errs on the side of yes: what
   * was dropped between two readings may have come at any time between them.
   *
   * @param since as the clock said
   */
  synchronized boolean since(int port, long since) {
    read();
    Long last = grew.get(port);
    return last != null && last - since >= 0;
  }

  private void read() {
    long now = clock.getAsLong();
    if (read && now - readAt < Math.max(FRESH, COST * cost)) {
      return;
    }
    drops
        .get()
        .forEach(
            (port, n) -> {
              if (n > counted.getOrDefault(port, 0L)) {
                grew.put(port, now);
              }
              counted.put(port, n);
            });
    read = true;
    readAt = now;
    cost = clock.getAsLong() - now;
  }
}
