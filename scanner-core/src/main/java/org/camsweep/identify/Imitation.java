package org.camsweep.identify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceId;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;

/**
 * Which devices of a scan are likely none: one box that answers for a block, or an address where
 * every port is open. What stands there is not known, whatever is said: such a device is contested,
 * never a camera that may stay.
 */
public final class Imitation {
  private static final String SETTLE =
      "find the box that answers there (the switch's or the router's tables tell), and look at it";

  private final Map<DeviceId, String> why = new HashMap<>();
  private final List<String> sentences = new ArrayList<>();

  private Imitation() {}

  /** What imitates devices among these. */
  public static Imitation among(List<Device> devices) {
    Imitation found = new Imitation();
    for (OneForMany.Crowd crowd : OneForMany.among(devices)) {
      found.crowd(crowd);
    }
    List<Device> open = devices.stream().filter(d -> Voice.allOpen(d) > 0).toList();
    open.forEach(
        d ->
            found.why.putIfAbsent(
                d.id(),
                "every one of the "
                    + Voice.allOpen(d)
                    + " ports that were asked is open: a tarpit, a proxy or a honeypot answers"));
    if (!open.isEmpty()) {
      found.sentences.add(
          (open.size() == 1 ? "1 device has" : open.size() + " devices have")
              + " every port open that was asked: a tarpit, a proxy or a honeypot answers there, and"
              + " what stands behind it is not known.");
    }
    return found;
  }

  private void crowd(OneForMany.Crowd crowd) {
    String where = crowd.devices().size() + " addresses of " + crowd.block();
    if (crowd.proved()) {
      String text = "one box answers at " + where + ": a proxy, a tarpit or a honeypot";
      crowd.devices().forEach(d -> why.put(d.id(), text));
      sentences.add(
          "One box answers at "
              + where
              + ", a proxy, a tarpit or a honeypot: they are not so many"
              + " devices, and what stands there is not known.");
    } else {
      sentences.add(
          "At "
              + where
              + " the same is said to the byte: as many devices of one model, or one box"
              + " that answers for them.");
    }
  }

  /** What a reader must know of the whole; empty where nothing imitates devices. */
  public List<String> sentences() {
    return List.copyOf(sentences);
  }

  /** What is believed of a device when that is known too. */
  public Identification of(Device device, Identification alone) {
    Optional<String> reason = Optional.ofNullable(why.get(device.id()));
    return reason.map(text -> contested(alone, text)).orElse(alone);
  }

  private static Identification contested(Identification alone, String rule) {
    Set<Maker> candidates = new LinkedHashSet<>();
    alone.maker().ifPresent(candidates::add);
    candidates.addAll(alone.candidates());
    return new Identification(
        alone.kind() == DeviceKind.OTHER ? DeviceKind.OTHER : DeviceKind.UNKNOWN,
        Level.CONTESTED,
        Optional.empty(),
        List.copyOf(candidates),
        alone.brand(),
        alone.model(),
        alone.serial(),
        alone.firmware(),
        alone.evidence(),
        alone.contrary(),
        rule,
        Optional.of(SETTLE));
  }
}
