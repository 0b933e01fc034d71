package org.camsweep.device;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.Mac;

/**
 * Which hardware addresses were seen on the link, and which of those are nobody's own: a gateway
 * that answers for others (proxy ARP, RFC 1027) shows its address for many.
 */
final class Sightings {
  private final Set<Mac> seen = new HashSet<>();
  private final Set<Mac> gateways = new HashSet<>();

  private Sightings() {}

  static Sightings of(List<Station> stations, int gatewayFrom) {
    Sightings sightings = new Sightings();
    Map<Mac, Integer> fours = new HashMap<>();
    for (Station station : stations) {
      Optional<Mac> mac = station.seenMac();
      mac.ifPresent(sightings.seen::add);
      mac.filter(m -> station.isV4()).ifPresent(m -> fours.merge(m, 1, Integer::sum));
    }
    fours.forEach(
        (mac, count) -> {
          if (count >= gatewayFrom) {
            sightings.gateways.add(mac);
          }
        });
    return sightings;
  }

  /** The station's own hardware address as seen on the link. */
  Optional<Mac> direct(Station station) {
    return station.seenMac().filter(m -> !gateways.contains(m));
  }

  /** The one seen, which outranks any that is claimed; else the one stated. */
  Optional<Mac> effective(Station station) {
    return direct(station).isPresent() ? direct(station) : station.statedMac();
  }

  boolean wasSeen(Mac mac) {
    return seen.contains(mac);
  }
}
