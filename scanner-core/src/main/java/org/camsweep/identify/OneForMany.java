package org.camsweep.identify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camsweep.device.Device;
import org.camsweep.site.Address;

/**
 * One box that answers at most addresses of a block as if something stood at each: a proxy, a
 * tarpit, a honeypot. It is told by saying the same bytes everywhere; that it is one box, and not
 * many of one model, by what two boxes never share: a hardware address seen on the link, or the
 * nonce of a challenge (RFC 7616 §3.3: made anew for each).
 */
public final class OneForMany {
  /**
   * The smallest block that is looked at, and the largest. Three quarters of the smallest are
   * twelve addresses; fewer are no crowd, for a box may well have some.
   */
  private static final int SMALLEST = 28;

  private static final int LARGEST = 16;

  /** Of this share of a block's addresses in quarters. */
  private static final int QUARTERS = 3;

  /**
   * Devices that are likely one box.
   *
   * @param block most of whose addresses say the same, such as {@code 192.0.2.0/24}
   * @param proved whether they share what two boxes never share
   */
  public record Crowd(String block, List<Device> devices, boolean proved) {
    public Crowd {
      devices = List.copyOf(devices);
    }
  }

  private OneForMany() {}

  /** The crowds among the devices of a scan, by their blocks; the order does not matter. */
  public static List<Crowd> among(List<Device> devices) {
    Map<String, List<Device>> byVoice = new TreeMap<>();
    for (Device device : devices) {
      Optional<String> voice = isAlone(device) ? Optional.empty() : Voice.of(device);
      voice.ifPresent(v -> byVoice.computeIfAbsent(v, k -> new ArrayList<>()).add(device));
    }
    List<Crowd> crowds = new ArrayList<>();
    byVoice.values().forEach(alike -> crowds.addAll(dense(alike)));
    crowds.sort(Comparator.comparing(Crowd::block));
    return List.copyOf(crowds);
  }

  /** A box that shows a hardware address of its own on the link stands there itself. */
  private static boolean isAlone(Device device) {
    return device.macSource().filter("neighbour table"::equals).isPresent()
        || device.addresses().stream().noneMatch(Address::isV4);
  }

  /** The largest blocks that these devices nearly fill; no device is in two. */
  private static List<Crowd> dense(List<Device> alike) {
    List<Crowd> crowds = new ArrayList<>();
    List<Device> left = new ArrayList<>(alike);
    for (int prefix = LARGEST; prefix <= SMALLEST; prefix++) {
      int length = prefix;
      Map<String, List<Device>> blocks =
          left.stream()
              .collect(
                  Collectors.groupingBy(d -> block(d, length), TreeMap::new, Collectors.toList()));
      long needed = (1L << (32 - length)) * QUARTERS / 4;
      blocks.forEach(
          (block, inside) -> {
            if (inside.size() >= needed) {
              crowds.add(new Crowd(block, inside, isOneBox(inside)));
              left.removeAll(inside);
            }
          });
    }
    return crowds;
  }

  private static String block(Device device, int prefix) {
    int base = ByteBuffer.wrap(four(device).bytes()).getInt() & (-1 << (32 - prefix));
    return "%d.%d.%d.%d/%d"
        .formatted(base >>> 24, base >>> 16 & 0xff, base >>> 8 & 0xff, base & 0xff, prefix);
  }

  private static Address four(Device device) {
    return device.addresses().stream().filter(Address::isV4).findFirst().orElseThrow();
  }

  private static boolean isOneBox(List<Device> devices) {
    SortedSet<String> shared = new TreeSet<>(Voice.unrepeated(devices.get(0)));
    devices.forEach(d -> shared.retainAll(Voice.unrepeated(d)));
    return !shared.isEmpty();
  }
}
