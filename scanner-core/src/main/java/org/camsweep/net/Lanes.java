package org.camsweep.net;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camsweep.site.Network;
import org.camsweep.site.Target;

/** Which limits a target shares with which others. Touched only on the edge's event loop. */
final class Lanes {
  /**
   * New flows a second through one router, whatever the rate: a router or firewall remembers each
   * for half a minute and more, and those of a site remember some tens of thousands.
   */
  static final int GATEWAY_FLOWS = 5_000;

  /** More routers than this share the last bucket: a table must not grow with the address space. */
  private static final int MOST_GATEWAYS = 4_096;

  private final Pacing.Nanos clock;
  private final Routes routes;
  private final Map<String, TokenBucket> networks = new HashMap<>();
  private final Map<String, TokenBucket> gateways = new HashMap<>();
  private final Map<String, Lane> lanes = new HashMap<>();

  Lanes(Pacing.Nanos clock, Routes routes) {
    this.clock = clock;
    this.routes = routes;
  }

  Lane of(Target target) {
    Network network = target.network();
    Optional<String> gateway =
        routes
            .gateway(target.address())
            .map(g -> gateways.size() < MOST_GATEWAYS || gateways.containsKey(g) ? g : "others");
    return lanes.computeIfAbsent(
        network.id() + " " + gateway.orElse("attached"),
        key -> new Lane(bucketOf(network), gateway.map(this::bucketOf)));
  }

  private TokenBucket bucketOf(Network network) {
    return networks.computeIfAbsent(
        network.id(), n -> new TokenBucket(network.pace().rate(), clock.nanos()));
  }

  private TokenBucket bucketOf(String gateway) {
    return gateways.computeIfAbsent(gateway, g -> new TokenBucket(GATEWAY_FLOWS, clock.nanos()));
  }
}
