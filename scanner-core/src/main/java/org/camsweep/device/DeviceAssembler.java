package org.camsweep.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.site.Address;

/**
 * Puts observations together that are one box. What is heard from one address is one box. Two
 * addresses are one box when one hardware address was seen at both, or when two independent
 * statements agree that nobody else makes; and only where nothing contradicts. In doubt there are
 * two devices: a device must not be able to hide behind another, or to change what is believed of
 * it. The order of the observations does not matter.
 */
public final class DeviceAssembler {
  /** So many IPv4 addresses behind one hardware address are a gateway that answers for others. */
  private static final int GATEWAY = 3;

  private DeviceAssembler() {}

  /** The devices, sorted by lowest address. Hosts that only refused or kept silent are none. */
  public static List<Device> assemble(Collection<Observation> observations) {
    return assemble(observations, true);
  }

  /**
   * The same without the joins that rest on statements alone, which a device could copy from
   * another. For those who must know what each address is by itself.
   */
  public static List<Device> assembleSeen(Collection<Observation> observations) {
    return assemble(observations, false);
  }

  private static List<Device> assemble(Collection<Observation> observations, boolean byStatements) {
    SortedMap<Address, List<Observation>> byAddress = new TreeMap<>();
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
    List<Box> seen = seen(stations, sightings);
    List<Box> boxes = byStatements ? joined(seen, sightings) : seen;
    Map<Mac, Integer> owners = new HashMap<>();
    boxes.forEach(b -> b.mac(sightings).ifPresent(m -> owners.merge(m, 1, Integer::sum)));
    return boxes.stream()
        .map(b -> b.device(sightings, owners))
        .sorted(Comparator.comparing(d -> d.addresses().get(0)))
        .toList();
  }

  private static boolean spoke(Observation one) {
    return one.outcome() != Outcome.SILENT
        && one.outcome() != Outcome.REFUSED
        && one.outcome() != Outcome.NOT_ASKED;
  }

  /** Boxes by the hardware addresses that answered on the link. */
  private static List<Box> seen(List<Station> stations, Sightings sightings) {
    List<Station> order = new ArrayList<>(stations);
    order.sort(
        Comparator.comparing((Station s) -> sightings.direct(s).isEmpty())
            .thenComparing(Station::address));
    Map<Mac, Set<Box>> byMac = new HashMap<>();
    List<Box> boxes = new ArrayList<>();
    for (Station station : order) {
      Optional<Mac> mac = sightings.direct(station);
      Set<Box> known =
          mac.map(m -> byMac.computeIfAbsent(m, k -> new LinkedHashSet<>()))
              .orElseGet(LinkedHashSet::new);
      Optional<Box> home = best(known, b -> b.reason(station, sightings), b -> b.shared(station));
      Box box = home.orElseGet(Box::new);
      box.add(station, home.flatMap(h -> h.reason(station, sightings)));
      known.add(box);
      if (home.isEmpty()) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  /** The same boxes, those joined that state the same. Nothing that was seen is taken apart. */
  private static List<Box> joined(List<Box> seen, Sightings sightings) {
    Claims claims = new Claims(seen, sightings);
    Map<Box, Box> homes = new HashMap<>();
    List<Box> boxes = new ArrayList<>();
    for (Box box : seen) {
      Set<Box> known = new LinkedHashSet<>();
      claims.kin(box).stream()
          .flatMap(k -> Optional.ofNullable(homes.get(k)).stream())
          .forEach(known::add);
      known.removeIf(b -> b.contradicts(box, sightings));
      Optional<Box> home = best(known, b -> claims.reason(b, box), b -> b.shared(box));
      home.ifPresentOrElse(
          h -> h.take(box, claims.reason(h, box).orElseThrow()), () -> boxes.add(box));
      homes.put(box, home.orElse(box));
    }
    return boxes;
  }

  /** Of the boxes with a reason the one that shares most; the earliest of equals. */
  private static Optional<Box> best(
      Set<Box> boxes, Function<Box, Optional<Join>> reason, ToIntFunction<Box> shared) {
    return boxes.stream()
        .filter(b -> reason.apply(b).isPresent())
        .min(Comparator.comparingInt((Box b) -> -shared.applyAsInt(b)));
  }

  static List<Address> sorted(List<Address> addresses) {
    return addresses.stream().sorted().toList();
  }
}
