package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import org.camsweep.net.Edge;
import org.camsweep.net.Nic;
import org.camsweep.net.neighbours.NeighbourLimit;
import org.camsweep.site.Address;

/**
 * Places in the kernel's neighbour table. Every address on a link of this machine that is asked
 * holds one until it is resolved, or for three seconds (three ARP requests, one each second) if
 * nobody is there; where the table is full, packets vanish and a living host looks dark. So no more
 * than half of the table is used at a time. Routed addresses need no place.
 */
final class NeighbourRoom {
  private static final Duration HELD = Duration.ofMillis(3_200);

  private final List<Nic> nics;
  private final int most;
  private final Supplier<Instant> now;
  private final ArrayDeque<Instant> taken = new ArrayDeque<>();

  NeighbourRoom(List<Nic> nics, int most, Supplier<Instant> now) {
    this.nics = List.copyOf(nics);
    this.most = most;
    this.now = now;
  }

  static NeighbourRoom here(Edge edge) {
    return new NeighbourRoom(Nic.usable(), places(), edge::now);
  }

  private static int places() {
    return Math.max(16, NeighbourLimit.read() / 2);
  }

  /** How long so many addresses on links take for want of places. */
  static double seconds(double addresses) {
    return Math.max(0, addresses - places()) * (HELD.toMillis() / 1_000.0) / places();
  }

  /** Whether one more address on a link may be asked. */
  boolean has() {
    if (taken.size() < most) {
      return true;
    }
    Instant before = now.get().minus(HELD);
    while (!taken.isEmpty() && taken.peek().isBefore(before)) {
      taken.remove();
    }
    return taken.size() < most;
  }

  /** An address is asked. */
  void take(Address address) {
    if (nics.stream().anyMatch(n -> n.onLink(address))) {
      taken.add(now.get());
    }
  }
}
