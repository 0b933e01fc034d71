package org.camsweep.device;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;

/**
 * Puts observations together that are one box: first by address, then addresses of which exactly
 * one hardware address is known, and the same. The order of the observations does not matter.
 */
public final class DeviceAssembler {
  private static final Field SEEN = Field.of("neighbour.mac");

  /** Fields in which a protocol states the device's own hardware address. */
  private static final List<Field> STATED =
      List.of(
          Field.of("sadp.mac"),
          Field.of("dhip.mac"),
          Field.of("wsd.scope.mac"),
          Field.of("onvif.scope.mac"),
          Field.of("xm.mac"),
          Field.of("tvt.mac"),
          Field.of("vivotek.mac"),
          Field.of("panasonic.mac"),
          Field.of("foscam.mac"),
          Field.of("tplink.mac"),
          Field.of("ubiquiti.mac"));

  private static final Comparator<InetAddress> BY_ADDRESS =
      Comparator.comparingInt((InetAddress a) -> a.getAddress().length)
          .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned);

  private record Known(Optional<Mac> mac, Optional<String> source) {}

  private DeviceAssembler() {}

  /** The devices, sorted by lowest address. Hosts that only refused are no devices. */
  public static List<Device> assemble(List<Observation> observations) {
    Map<InetAddress, List<Observation>> byAddress = new TreeMap<>(BY_ADDRESS);
    for (Observation one : observations) {
      byAddress.computeIfAbsent(one.address(), a -> new ArrayList<>()).add(one);
    }
    Map<String, List<InetAddress>> boxes = new TreeMap<>();
    byAddress.forEach(
        (address, heard) -> {
          if (heard.stream().anyMatch(DeviceAssembler::spoke)) {
            String key = mac(heard).mac().map(Mac::text).orElse(address.getHostAddress());
            boxes.computeIfAbsent(key, k -> new ArrayList<>()).add(address);
          }
        });
    return boxes.values().stream()
        .map(addresses -> device(addresses, byAddress))
        .sorted(Comparator.comparing((Device d) -> d.addresses().get(0), BY_ADDRESS))
        .toList();
  }

  private static boolean spoke(Observation one) {
    return one.outcome() != Outcome.SILENT
        && one.outcome() != Outcome.REFUSED
        && one.outcome() != Outcome.NOT_ASKED;
  }

  private static Known mac(List<Observation> heard) {
    for (List<Field> fields : List.of(List.of(SEEN), STATED)) {
      Map<String, String> found = new TreeMap<>();
      for (Field field : fields) {
        values(heard, field)
            .flatMap(v -> Mac.parse(v).stream())
            .forEach(mac -> found.putIfAbsent(mac.text(), field.name()));
      }
      if (found.size() == 1) {
        Map.Entry<String, String> only = found.entrySet().iterator().next();
        String source = only.getValue().equals(SEEN.name()) ? "neighbour table" : only.getValue();
        return new Known(Optional.of(new Mac(only.getKey())), Optional.of(source));
      }
    }
    return new Known(Optional.empty(), Optional.empty());
  }

  private static java.util.stream.Stream<String> values(List<Observation> heard, Field field) {
    return heard.stream()
        .flatMap(o -> o.facts().stream())
        .filter(f -> f.field().equals(field))
        .map(Fact::value);
  }

  private static Device device(
      List<InetAddress> addresses, Map<InetAddress, List<Observation>> byAddress) {
    List<Observation> all =
        addresses.stream()
            .flatMap(a -> byAddress.get(a).stream())
            .sorted(
                Comparator.comparing(Observation::probe)
                    .thenComparing(o -> o.endpoint().toString())
                    .thenComparing(Observation::id))
            .toList();
    Known known = mac(all);
    List<Join> joins = new ArrayList<>();
    if (addresses.size() > 1) {
      joins.add(new Join("same hardware address", known.mac().map(Mac::text).orElse("")));
    }
    Set<String> networks = new java.util.TreeSet<>();
    all.forEach(o -> o.network().ifPresent(networks::add));
    String key =
        known
            .mac()
            .map(m -> m.text().replace(":", ""))
            .orElse(addresses.get(0).getHostAddress().replace('%', '_'));
    return new Device(
        new DeviceId(key),
        addresses,
        networks.stream().findFirst(),
        known.mac(),
        known.source(),
        all,
        joins);
  }
}
