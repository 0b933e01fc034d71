package org.camsweep.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.Registrant;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;

/**
 * A hardware address of a device, where it comes from and who registered its block.
 *
 * @param sources fields that state it, or {@code neighbour table}; sorted
 * @param registrant absent where no list names one, and of one that was made up locally
 * @param dated day of the list
 */
public record HardwareAddress(
    Mac mac, List<String> sources, Optional<Registrant> registrant, Optional<String> dated) {
  /** No device is reported with more; the observations hold all. */
  public static final int MAX = 16;

  private static final String ANNOUNCED = "macaddress=";
  private static final Field SEEN = Field.of("neighbour.mac");

  public HardwareAddress {
    sources = List.copyOf(sources);
  }

  /** Whether it was made up locally, as randomised ones are: then its prefix names nobody. */
  public boolean locallyAdministered() {
    return mac.isLocallyAdministered();
  }

  /**
   * Every hardware address that was seen of a device or that it states, sorted. Where the link
   * showed one, what was said unasked in the device's name states none: anybody could say it.
   */
  public static List<HardwareAddress> of(Device device, Pack pack) {
    SortedMap<Mac, SortedSet<String>> sources = new TreeMap<>();
    facts(device)
        .forEach(
            f ->
                mac(f)
                    .ifPresent(
                        m -> sources.computeIfAbsent(m, k -> new TreeSet<>()).add(source(f))));
    List<HardwareAddress> all = new ArrayList<>();
    sources.forEach(
        (mac, from) -> {
          Optional<Registrant> registrant = pack.registry().registrant(mac);
          all.add(
              new HardwareAddress(
                  mac,
                  List.copyOf(from),
                  registrant,
                  registrant.flatMap(r -> pack.registry().dated())));
        });
    return List.copyOf(all.subList(0, Math.min(MAX, all.size())));
  }

  /** Whether the device states more of them than are reported. */
  public static boolean isCut(Device device) {
    return facts(device).flatMap(f -> mac(f).stream()).distinct().limit(MAX + 1L).count() > MAX;
  }

  private static Stream<Fact> facts(Device device) {
    boolean seen = device.observations().stream().anyMatch(o -> o.first(SEEN).isPresent());
    return device.observations().stream()
        .filter(o -> !seen || !o.isUnasked())
        .flatMap(o -> o.facts().stream());
  }

  private static Optional<Mac> mac(Fact fact) {
    String field = fact.field().name();
    if (field.equals("mdns.txt")) {
      return fact.value().startsWith(ANNOUNCED)
          ? Mac.parse(fact.value().substring(ANNOUNCED.length()))
          : Optional.empty();
    }
    return field.endsWith(".mac") ? Mac.parse(fact.value()) : Optional.empty();
  }

  private static String source(Fact fact) {
    String field = fact.field().name();
    return fact.field().equals(SEEN) ? "neighbour table" : field;
  }
}
