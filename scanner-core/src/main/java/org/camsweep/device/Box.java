package org.camsweep.device;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;

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

  List<Station> stations() {
    return stations;
  }

  boolean speaksV4() {
    return stations.stream().anyMatch(Station::isV4);
  }

  /**
   * What tells its interface from another's: of one address its lower half, of several the first.
   */
  String interfaceId() {
    Station first = stations.get(0);
    return stations.size() == 1 ? first.interfaceId() : text(first.address());
  }

  /** The zones of its link-local addresses. */
  Set<String> links() {
    return stations.stream().flatMap(s -> s.address().zone().stream()).collect(Collectors.toSet());
  }

  int shared(Station station) {
    return stations.stream().mapToInt(s -> s.shared(station).size()).sum();
  }

  int shared(Box other) {
    return other.stations.stream().mapToInt(this::shared).sum();
  }

  /** Why the station was seen to be of this box; empty if it was not. */
  Optional<Join> reason(Station station, Sightings sightings) {
    Optional<Mac> mac = sightings.direct(station);
    if (stations.stream().anyMatch(s -> contradicts(s, station, sightings))) {
      return Optional.empty();
    }
    return stations.stream()
        .filter(s -> mac.isPresent() && mac.equals(sightings.direct(s)) && agree(s, station))
        .map(s -> new Join("same hardware address", mac.orElseThrow().text()))
        .findFirst();
  }

  boolean contradicts(Box other, Sightings sightings) {
    return stations.stream()
        .anyMatch(a -> other.stations.stream().anyMatch(b -> contradicts(a, b, sightings)));
  }

  void take(Box other, Join reason) {
    stations.addAll(other.stations);
    joins.addAll(other.joins);
    joins.add(reason);
  }

  private static boolean contradicts(Station a, Station b, Sightings sightings) {
    return a.contradicts(b)
        || differ(sightings.effective(a), sightings.effective(b))
        || differ(a.interfaceMac(), sightings.effective(b))
        || differ(sightings.effective(a), b.interfaceMac());
  }

  private static boolean differ(Optional<Mac> one, Optional<Mac> two) {
    return one.isPresent() && two.isPresent() && !one.equals(two);
  }

  /** Of one network card: both stacks, a link-local address, or something else that agrees. */
  private static boolean agree(Station a, Station b) {
    return a.isV4() != b.isV4() || a.isLinkLocal() || b.isLinkLocal() || !a.shared(b).isEmpty();
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
    List<Address> addresses =
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

  private Optional<String> network(List<Address> addresses) {
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

  /** IPv6 with all its groups, as identifiers of devices were written from the first. */
  private static String text(Address address) {
    return address.inet().getHostAddress() + address.zone().map(zone -> "%" + zone).orElse("");
  }
}
