package org.camsweep.scan;

import java.net.Inet4Address;
import java.net.InetAddress;
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

/**
 * Which hardware address belongs to which host of a capture. What ARP says counts; the source of a
 * frame counts only where it carries one IPv4 address, since a gateway's carries those of all hosts
 * behind it. Bounded in number.
 */
final class LinkAddresses {
  private static final int MAX = 65_536;

  /** A host, its hardware address, and when it was seen first. */
  record Seen(InetAddress address, Mac mac, Instant at) {}

  private final Map<InetAddress, Seen> byArp = new LinkedHashMap<>();
  private final Map<InetAddress, Seen> byFrame = new LinkedHashMap<>();
  private final Map<Mac, Set<InetAddress>> carried = new HashMap<>();

  void take(Packet packet) {
    if (packet.mac().isEmpty()) {
      return;
    }
    Seen seen = new Seen(packet.from(), packet.mac().get(), packet.at());
    if (packet.kind() == Packet.Kind.ARP) {
      put(byArp, seen);
    } else if (packet.from() instanceof Inet4Address) {
      put(byFrame, seen);
    } else if (packet.from().isLinkLocalAddress()) {
      put(byArp, seen); // a link-local packet never comes through a router
    }
    if (packet.from() instanceof Inet4Address && carried.size() < MAX) {
      Set<InetAddress> all = carried.computeIfAbsent(seen.mac(), m -> new HashSet<>(2));
      if (all.size() < 2) {
        all.add(packet.from());
      }
    }
  }

  private static void put(Map<InetAddress, Seen> map, Seen seen) {
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
