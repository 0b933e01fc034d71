package org.camsweep.scan;

import java.net.InetAddress;
import java.util.BitSet;
import org.camsweep.site.Candidates;

/**
 * What an interrupted scan had already done: one bit for each swept address (2 MiB for the largest
 * scope), and the number of its last observation. Not thread-safe.
 */
public final class Earlier {
  private final BitSet done = new BitSet();
  private final Candidates order;
  private long lastNumber;

  /** Nothing yet, for a scope whose addresses come in this order. */
  public Earlier(Candidates order) {
    this.order = order;
  }

  /** The address has its outcome. */
  public void done(InetAddress address) {
    order.placeOf(address).ifPresent(place -> done.set((int) place));
  }

  /** An observation was made; its number, and those before it, must not be given again. */
  public void observed(String id) {
    if (id.matches("o\\d{1,18}")) {
      lastNumber = Math.max(lastNumber, Long.parseLong(id.substring(1)));
    }
  }

  boolean isDone(InetAddress address) {
    return order.placeOf(address).stream().anyMatch(place -> done.get((int) place));
  }

  long lastNumber() {
    return lastNumber;
  }
}
