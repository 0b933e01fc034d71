package org.camsweep.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.net.Budget;
import org.camsweep.net.Routes;
import org.camsweep.site.Candidates;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;

/** Where a rate is more than the routers on the way are asked to carry, whoever set it. */
public final class RouterCap {
  /** Addresses looked at, scattered over a network. */
  private static final int LOOKED_AT = 256;

  private RouterCap() {}

  /**
   * One plain sentence for each network whose rate its routers are not asked to carry.
   *
   * @param rate packets a second in all
   */
  public static List<String> remarks(Scope scope, int rate, Routes routes) {
    List<String> remarks = new ArrayList<>();
    for (Network network : scope.networks()) {
      int wanted = Math.min(rate, network.pace().rate());
      long carried = carried(scope.candidates(network, 0), routes, wanted);
      if (carried < wanted) {
        remarks.add(
            "network %s: its rate is %,d packets/s, but %s asked to carry more than %,d new connections and searches a second"
                .formatted(
                    network.id(),
                    wanted,
                    carried == Budget.ROUTER_FLOWS
                        ? "the router on the way is not"
                        : "no router on the way is",
                    Budget.ROUTER_FLOWS));
      }
    }
    return List.copyOf(remarks);
  }

  /** New flows a second; as many as are wanted where an address is on a link of this machine. */
  private static long carried(Candidates candidates, Routes routes, int wanted) {
    Set<String> routers = new HashSet<>();
    for (long i = 0; i < Math.min(LOOKED_AT, candidates.total()); i++) {
      Optional<String> router = routes.gateway(candidates.at(i));
      if (router.isEmpty()) {
        return wanted;
      }
      routers.add(router.get());
    }
    return routers.isEmpty() ? wanted : (long) routers.size() * Budget.ROUTER_FLOWS;
  }
}
