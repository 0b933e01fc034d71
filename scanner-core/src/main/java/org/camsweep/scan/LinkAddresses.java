package org.camsweep.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camsweep.capture.Packet;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;

/**
 * Which hardware address belongs to which host of a capture. What ARP says counts; the source of a
 * frame counts only where it carries one IPv4 address, since a gateway's carries those of all hosts
 * behind it. Bounded in number.
 */
final class LinkAddresses {
  private static final int MAX = 65_536;

  /** A host, its hardware address, and when it was seen first. */
  record Seen(Address address, Mac mac, Instant at) {}

  private final Map<Address, Seen> byArp = new LinkedHashMap<>();
  private final Map<Address, Seen> byFrame = new LinkedHashMap<>();
  private final Map<Mac, Set<Address>> carried = new HashMap<>();

  void take(Packet packet) {
    if (packet.mac().isEmpty()) {
      return;
    }
    Seen seen = new Seen(packet.from(), packet.mac().get(), packet.at());
    if (packet.kind() == Packet.Kind.ARP) {
      put(byArp, seen);
    } else if (packet.from().isV4()) {
      put(byFrame, seen);
    } else if (packet.from().isLinkLocal()) {
      put(byArp, seen); // a link-local packet never comes through a router
    }
    if (packet.from().isV4() && carried.size() < MAX) {
      Set<Address> all = carried.computeIfAbsent(seen.mac(), m -> new HashSet<>(2));
      if (all.size() < 2) {
        all.add(packet.from());
      }
    }
  }

  private static void put(Map<Address, Seen> map, Seen seen) {
    if (map.size() < MAX) {
      map.putIfAbsent(seen.address(), seen);
    }
  }

  /** What can be told of each host, ARP first. */
  List<Seen> all() {
    List<Seen> all = new ArrayList<>(byArp.values());
    byFrame.values().stream()
        .filter(s -> !byArp.containsKey(s.address()))
        .filter(s -> carried.getOrDefault(s.mac(), Set.of()).size() == 1)
        .forEach(all::add);
    return all;
  }

  /** How many hosts came through a gateway, so that their hardware address is not known. */
  long behindGateways() {
    return byFrame.values().stream()
        .filter(s -> !byArp.containsKey(s.address()))
        .filter(s -> carried.getOrDefault(s.mac(), Set.of()).size() != 1)
        .count();
  }
}
