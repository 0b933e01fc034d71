package org.camsweep.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.camsweep.net.Nic;
import org.camsweep.net.Routes;
import org.camsweep.site.Address;
import org.camsweep.site.Candidates;
import org.camsweep.site.Network;

/**
 * The interfaces by which a scan goes out. One that went down, lost its cable or got another
 * address leaves a silence that says nothing of those who were asked.
 */
final class WayOut {
  /** Addresses looked at, scattered over a network. */
  private static final int LOOKED_AT = 256;

  private final Map<String, Set<Address>> before = new TreeMap<>();
  private final Function<String, Optional<Set<Address>>> running;

  /**
   * @param running the IPv4 addresses of an interface that is up and running
   */
  WayOut(Set<String> devices, Function<String, Optional<Set<Address>>> running) {
    this.running = running;
    devices.forEach(d -> running.apply(d).ifPresent(own -> before.put(d, Set.copyOf(own))));
  }

  static WayOut of(ScanPlan plan, List<Nic> links, Routes routes) {
    Set<String> devices = new TreeSet<>();
    links.forEach(nic -> devices.add(nic.name()));
    for (Network network : plan.scope().networks()) {
      Candidates candidates = plan.scope().candidates(network, plan.seed());
      for (long i = 0; i < Math.min(LOOKED_AT, candidates.total()); i++) {
        routes.device(candidates.at(i)).ifPresent(devices::add);
      }
    }
    return new WayOut(devices, Nic::running);
  }

  /** What is not as it was at the start, in plain words. */
  Optional<String> trouble() {
    for (Map.Entry<String, Set<Address>> way : before.entrySet()) {
      Optional<Set<Address>> now = running.apply(way.getKey());
      if (now.isEmpty()) {
        return Optional.of("interface " + way.getKey() + " went down or lost its link");
      }
      if (!now.get().containsAll(way.getValue())) {
        return Optional.of("the address of interface " + way.getKey() + " changed");
      }
    }
    return Optional.empty();
  }
}
