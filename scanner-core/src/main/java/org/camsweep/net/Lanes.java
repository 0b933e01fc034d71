package org.camsweep.net;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camsweep.site.Network;
import org.camsweep.site.Target;

/** Which limits a target shares with which others. Touched only on the edge's event loop. */
final class Lanes {
  /**
   * New flows a second through one router, whatever the rate. A router or firewall that follows
   * connections remembers each: with Linux's defaults a datagram without answer for 30 s, a SYN for
   * 120 s. Two of the seven questions that a hurried scan puts to a dark address are SYNs, so after
   * the 90 s that a /16 takes it remembers some 236,000, and 262,144 is what it has room for.
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
