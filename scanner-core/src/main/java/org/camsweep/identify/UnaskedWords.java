package org.camsweep.identify;

import java.util.List;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.Maker;
import org.camsweep.observe.Observation;

/**
 * Words whose sender was not asked. A datagram's source is what its sender wrote, and an announced
 * service is placed at whatever address its announcer says; an answer to a question that only the
 * asked host has seen is neither. Where what a device says when it is asked confirms its maker,
 * such words do not make it another's.
 */
final class UnaskedWords {
  private UnaskedWords() {}

  /** The device without them; empty if it has none, or nothing else. */
  static Optional<Device> without(Device device) {
    List<Observation> asked = device.observations().stream().filter(o -> !o.isUnasked()).toList();
    boolean both = !asked.isEmpty() && asked.size() < device.observations().size();
    return both
        ? Optional.of(
            new Device(
                device.id(),
                device.addresses(),
                device.network(),
                device.mac(),
                device.macSource(),
                asked,
                device.joins()))
        : Optional.empty();
  }

  /** Whether they would change what is confirmed without them. */
  static boolean change(Identification asked, Identification whole) {
    return asked.level() == Level.CONFIRMED
        && !(whole.level() == Level.CONFIRMED
            && whole.kind() == asked.kind()
            && whole.maker().map(Maker::id).equals(asked.maker().map(Maker::id))
            && kept(asked.brand(), whole.brand())
            && kept(asked.model(), whole.model())
            && kept(asked.serial(), whole.serial())
            && kept(asked.firmware(), whole.firmware()));
  }

  private static boolean kept(Optional<String> asked, Optional<String> whole) {
    return asked.isEmpty() || asked.equals(whole);
  }
}
