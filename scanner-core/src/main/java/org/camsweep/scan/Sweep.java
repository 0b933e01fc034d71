package org.camsweep.scan;

import java.util.List;
import org.camsweep.net.Edge;
import org.camsweep.site.Address;
import org.camsweep.site.Scope;

/**
 * The way through the addresses of the scope: every network on its own, at its own rate, so that a
 * slow one holds no other back.
 */
final class Sweep {
  /** Hosts asked at a time, all networks together: what is open is held in memory. */
  private static final int MOST_ACTIVE = 16_384;

  private final Scope scope;
  private final Hosts hosts;
  private final List<Way> ways;

  Sweep(ScanPlan plan, ScanSink sink, OwnAddresses own, Hosts hosts, Edge edge) {
    this.scope = plan.scope();
    this.hosts = hosts;
    NeighbourRoom room = NeighbourRoom.here(edge);
    this.ways =
        scope.networks().stream().map(n -> new Way(plan, n, sink, own, hosts, room, edge)).toList();
  }

  boolean hasNext() {
    return ways.stream().anyMatch(Way::hasNext);
  }

  /** Whether the address had its turn. */
  boolean passed(Address address) {
    return scope
        .networkOf(address)
        .map(n -> ways.get(scope.networks().indexOf(n)).passed(address))
        .orElse(false);
  }

  /** Opens as many hosts as can usefully wait for their turn at the allowed rate. */
  void fill() {
    for (Way way : ways) {
      if (hosts.roll().size() < MOST_ACTIVE) {
        way.fill();
      }
    }
  }

  Progress progress() {
    long total = ways.stream().mapToLong(Way::total).sum();
    long passedOver = ways.stream().mapToLong(Way::passedOver).sum();
    long done = Math.max(0, Math.min(passedOver + hosts.done(), total));
    return new Progress(done, total, hosts.living(), hosts.roll().size(), hosts.quickest());
  }
}
