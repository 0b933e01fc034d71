package org.camsweep.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;

/**
 * Words whose sender was not asked. A datagram's source is what its sender wrote, and an announced
 * service is placed at whatever address its announcer says; an answer to a question that only the
 * asked host has seen is neither. Where what a device says when it is asked confirms its maker,
 * such words do not make it another's: those that would are left out, one by one.
 */
final class UnaskedWords {
  private static final int MOST = 48;
  private static final int EACH = 8;

  private UnaskedWords() {}

  /** The device without them; empty if it has none, or nothing else. */
  static Optional<Device> without(Device device) {
    List<Observation> asked = device.observations().stream().filter(o -> !o.isUnasked()).toList();
    boolean both = !asked.isEmpty() && asked.size() < device.observations().size();
    return both ? Optional.of(with(device, asked)) : Optional.empty();
  }

  /**
   * Those words one by one: what was said alike by one probe is one statement, in the order in
   * which it was first said. What lies beyond the limits is not told apart, and not believed.
   */
  static List<List<Observation>> statements(Device device) {
    Map<ProbeId, Integer> each = new HashMap<>();
    Map<Object, List<Observation>> statements = new LinkedHashMap<>();
    for (Observation o : device.observations()) {
      Object said = List.of(o.probe(), o.facts());
      boolean known = statements.containsKey(said);
      if (o.isUnasked()
          && (known
              || (statements.size() < MOST && each.merge(o.probe(), 1, Integer::sum) <= EACH))) {
        statements.computeIfAbsent(said, k -> new ArrayList<>()).add(o);
      }
    }
    return List.copyOf(statements.values());
  }

  /**
   * The device with what it said when asked before what was said unasked: of the same words twice
   * the first stand as evidence, and limits leave out the last.
   */
  static Device askedFirst(Device device) {
    if (device.observations().stream().noneMatch(Observation::isUnasked)) {
      return device;
    }
    List<Observation> order = new ArrayList<>(device.observations());
    order.sort(Comparator.comparing(Observation::isUnasked)); // the rest stays as it was
    return with(device, order);
  }

  /** The device with these observations in place of its own. */
  static Device with(Device device, List<Observation> observations) {
    return new Device(
        device.id(),
        device.addresses(),
        device.network(),
        device.mac(),
        device.macSource(),
        observations,
        device.joins());
  }

  /** Whether they would change what is confirmed without them. */
  static boolean change(Identification asked, Identification whole) {
    return asked.level() == Level.CONFIRMED
        && !(whole.level() == Level.CONFIRMED
            && (whole.kind() == asked.kind() || refines(asked.kind(), whole.kind()))
            && whole.maker().map(Maker::id).equals(asked.maker().map(Maker::id))
            && kept(asked.brand(), whole.brand())
            && kept(asked.model(), whole.model())
            && kept(asked.serial(), whole.serial())
            && kept(asked.firmware(), whole.firmware()));
  }

  private static boolean refines(DeviceKind asked, DeviceKind whole) {
    return asked == DeviceKind.UNKNOWN
        || (asked == DeviceKind.CAMERA_OR_RECORDER && whole.isVideo());
  }

  private static boolean kept(Optional<String> asked, Optional<String> whole) {
    return asked.isEmpty() || asked.equals(whole);
  }
}
