package org.camsweep.device;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;

/**
 * Puts observations together that are one box. What is heard from one address is one box; two
 * addresses are one box only when a hardware address or an endpoint identifier says so, something
 * else agrees, and nothing contradicts. In doubt there are two devices: a device must not be able
 * to hide behind another, or to change what is believed of it. The order of the observations does
 * not matter.
 */
public final class DeviceAssembler {
  /** So many IPv4 addresses behind one hardware address are a gateway that answers for others. */
  private static final int GATEWAY = 3;

  private static final Comparator<InetAddress> BY_ADDRESS =
      Comparator.comparingInt((InetAddress a) -> a.getAddress().length)
          .thenComparing(InetAddress::getAddress, java.util.Arrays::compareUnsigned);

  private DeviceAssembler() {}

  /** The devices, sorted by lowest address. Hosts that only refused or kept silent are none. */
  public static List<Device> assemble(Collection<Observation> observations) {
    SortedMap<InetAddress, List<Observation>> byAddress = new TreeMap<>(BY_ADDRESS);
    for (Observation o : observations) {
      byAddress.computeIfAbsent(o.address(), a -> new ArrayList<>()).add(o);
    }
    List<Station> stations = new ArrayList<>();
    byAddress.forEach(
        (address, heard) -> {
          if (heard.stream().anyMatch(DeviceAssembler::spoke)) {
            stations.add(new Station(address, heard));
          }
        });
    Sightings sightings = Sightings.of(stations, GATEWAY);
    List<Box> boxes = boxes(stations, sightings);
    Map<Mac, Integer> owners = new HashMap<>();
    boxes.forEach(b -> b.mac(sightings).ifPresent(m -> owners.merge(m, 1, Integer::sum)));
    return boxes.stream()
        .map(b -> b.device(sightings, owners))
        .sorted(Comparator.comparing(d -> d.addresses().get(0), BY_ADDRESS))
        .toList();
  }

  private static boolean spoke(Observation one) {
    return one.outcome() != Outcome.SILENT
        && one.outcome() != Outcome.REFUSED
        && one.outcome() != Outcome.NOT_ASKED;
  }

  private static List<Box> boxes(List<Station> stations, Sightings sightings) {
    List<Station> order = new ArrayList<>(stations);
    // Those seen with their own hardware address come first: claims join them, never the reverse.
    order.sort(
        Comparator.comparing((Station s) -> sightings.direct(s).isEmpty())
            .thenComparing(Station::address, BY_ADDRESS));
    Map<Mac, List<Box>> byMac = new HashMap<>();
    Map<String, List<Box>> byEndpoint = new HashMap<>();
    List<Box> boxes = new ArrayList<>();
    for (Station station : order) {
      Optional<Mac> mac = sightings.effective(station);
      List<Box> candidates = new ArrayList<>();
      mac.ifPresent(m -> candidates.addAll(byMac.getOrDefault(m, List.of())));
      station.endpoints().forEach(e -> candidates.addAll(byEndpoint.getOrDefault(e, List.of())));
      Optional<Box> home = best(candidates, station, sightings);
      Box box = home.orElseGet(() -> newBox(boxes));
      box.add(station, home.flatMap(h -> h.reason(station, sightings)));
      mac.ifPresent(m -> file(byMac, m, box));
      station.endpoints().forEach(e -> file(byEndpoint, e, box));
    }
    return boxes;
  }

  private static Box newBox(List<Box> boxes) {
    Box box = new Box();
    boxes.add(box);
    return box;
  }

  private static <K> void file(Map<K, List<Box>> index, K key, Box box) {
    List<Box> filed = index.computeIfAbsent(key, k -> new ArrayList<>());
    if (!filed.contains(box)) {
      filed.add(box);
    }
  }

  /** The box that the station shares most with; the earliest of equals. */
  private static Optional<Box> best(List<Box> boxes, Station station, Sightings sightings) {
    Optional<Box> best = Optional.empty();
    int most = -1;
    for (Box box : boxes) {
      int shared = box.shared(station);
      if (shared > most && box.reason(station, sightings).isPresent()) {
        best = Optional.of(box);
        most = shared;
      }
    }
    return best;
  }

  static List<InetAddress> sorted(List<InetAddress> addresses) {
    return addresses.stream().sorted(BY_ADDRESS).toList();
  }
}
