package org.camsweep.device;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;

/** The stations taken for one device so far. */
final class Box {
  private final List<Station> stations = new ArrayList<>();
  private final Set<Join> joins = new LinkedHashSet<>();

  void add(Station station, Optional<Join> reason) {
    if (station.observations().size() > 1) {
      joins.add(new Join("same address", text(station.address())));
    }
    reason.ifPresent(joins::add);
    stations.add(station);
  }

  int shared(Station station) {
    return stations.stream().mapToInt(s -> s.shared(station).size()).sum();
  }

  /** Why the station belongs to this box; empty if it does not. */
  Optional<Join> reason(Station station, Sightings sightings) {
    if (stations.stream().anyMatch(s -> contradicts(s, station, sightings))) {
      return Optional.empty();
    }
    Optional<Mac> mac = sightings.effective(station);
    for (Station s : stations) {
      if (mac.isPresent() && mac.equals(sightings.effective(s)) && agree(s, station, sightings)) {
        return Optional.of(new Join("same hardware address", mac.get().text()));
      }
    }
    for (Station s : stations) {
      NavigableSet<String> endpoints = new TreeSet<>(s.endpoints());
      endpoints.retainAll(station.endpoints());
      if (!endpoints.isEmpty() && agreeBesides(s, station)) {
        return Optional.of(new Join("same endpoint identifier", endpoints.first()));
      }
    }
    return Optional.empty();
  }

  private static boolean contradicts(Station a, Station b, Sightings sightings) {
    Optional<Mac> one = sightings.effective(a);
    Optional<Mac> two = sightings.effective(b);
    return a.contradicts(b) || (one.isPresent() && two.isPresent() && !one.equals(two));
  }

  /** One box with two stacks, or an identity shared beside the hardware address. */
  private static boolean agree(Station a, Station b, Sightings sightings) {
    boolean bothSeen = sightings.direct(a).isPresent() && sightings.direct(b).isPresent();
    return (bothSeen && a.isV4() != b.isV4()) || !a.shared(b).isEmpty();
  }

  /**
   * Identifiers that makers burn in are the same in many boxes, so an endpoint identifier counts
   * only beside a serial number.
   */
  private static boolean agreeBesides(Station a, Station b) {
    return a.shared(b).stream().anyMatch(s -> s.substring(0, s.indexOf(' ')).endsWith(".serial"));
  }

  Optional<Mac> mac(Sightings sightings) {
    Optional<Mac> direct =
        stations.stream().flatMap(s -> sightings.direct(s).stream()).sorted().findFirst();
    if (direct.isPresent()) {
      return direct;
    }
    // A hardware address that was seen at another address of the link is a false claim.
    return stations.stream()
        .flatMap(s -> s.statedMac().stream())
        .filter(m -> !sightings.wasSeen(m))
        .sorted()
        .findFirst();
  }

  Device device(Sightings sightings, Map<Mac, Integer> owners) {
    List<InetAddress> addresses =
        DeviceAssembler.sorted(stations.stream().map(Station::address).toList());
    Optional<Mac> mac = mac(sightings);
    boolean seen = stations.stream().anyMatch(s -> sightings.direct(s).isPresent());
    boolean alone = mac.filter(m -> owners.getOrDefault(m, 0) == 1).isPresent();
    DeviceId id = new DeviceId(alone ? mac.get().text().replace(":", "") : text(addresses.get(0)));
    List<Observation> observations =
        stations.stream().flatMap(s -> s.observations().stream()).sorted(Station.ORDER).toList();
    return new Device(
        id,
        addresses,
        network(addresses),
        mac,
        mac.map(m -> seen ? "neighbour table" : source(m)),
        observations,
        joins.stream()
            .sorted(java.util.Comparator.comparing(Join::reason).thenComparing(Join::value))
            .toList());
  }

  private Optional<String> network(List<InetAddress> addresses) {
    return addresses.stream()
        .flatMap(a -> stations.stream().filter(s -> s.address().equals(a)))
        .flatMap(s -> s.network().stream())
        .findFirst();
  }

  private String source(Mac mac) {
    return stations.stream()
        .flatMap(s -> s.sourceOf(mac).stream())
        .sorted()
        .findFirst()
        .orElse("stated");
  }

  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }
}
