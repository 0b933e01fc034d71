package org.camsweep.scan;

import java.net.InetAddress;
import java.util.BitSet;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.site.Candidates;

/**
 * What an interrupted scan had already done: two bits for each swept address (4 MiB for the largest
 * scope), and the number of its last observation. Not thread-safe.
 */
public final class Earlier {
  private final BitSet done = new BitSet();
  private final BitSet there = new BitSet();
  private final Candidates order;
  private long lastNumber;

  /** Nothing yet, for a scope whose addresses come in this order. */
  public Earlier(Candidates order) {
    this.order = order;
  }

  /** How an address ended; a later call replaces an earlier one. One not asked is still to be. */
  public void done(InetAddress address, AddressOutcome outcome) {
    order
        .placeOf(address)
        .ifPresent(
            place -> {
              done.set((int) place, outcome != AddressOutcome.NOT_ASKED);
              there.set((int) place, isThere(outcome));
            });
  }

  private static boolean isThere(AddressOutcome outcome) {
    return outcome == AddressOutcome.ANSWERED || outcome == AddressOutcome.PRESENT;
  }

  /** Whether a host was found at the address, and asked to the end. */
  boolean wasThere(InetAddress address) {
    return order.placeOf(address).stream().anyMatch(place -> there.get((int) place));
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
