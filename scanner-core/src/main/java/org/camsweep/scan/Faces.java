package org.camsweep.scan;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Identifier;
import org.camsweep.identify.Imitation;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Judged;

/**
 * Which device is behind which address, and what each is. Addresses joined by statements alone stay
 * one device only if that changes nothing: each of them, by itself, is firmly of the maker that all
 * together are. Otherwise a device that copies another's identifiers would be taken for it, or
 * would change what is believed of it.
 */
final class Faces {
  private Faces() {}

  static List<Judged> identify(List<Observation> observations, Identifier identifier) {
    List<Device> joined = DeviceAssembler.assemble(observations);
    List<Device> seen =
        joined.stream().anyMatch(Device::restsOnStatements)
            ? DeviceAssembler.assembleSeen(observations)
            : List.of();
    List<Judged> judged = new ArrayList<>();
    for (Device device : joined) {
      Judged whole = judged(device, identifier);
      List<Judged> apart =
          device.restsOnStatements()
              ? seen.stream()
                  .filter(d -> device.addresses().containsAll(d.addresses()))
                  .map(d -> judged(d, identifier))
                  .toList()
              : List.of();
      boolean same = apart.stream().allMatch(a -> isSame(a.identification(), whole));
      judged.addAll(same ? List.of(whole) : apart);
    }
    Imitation imitation = Imitation.among(judged.stream().map(Judged::device).toList());
    return judged.stream()
        .map(j -> new Judged(j.device(), imitation.of(j.device(), j.identification())))
        .toList();
  }

  private static Judged judged(Device device, Identifier identifier) {
    return new Judged(device, identifier.identify(device));
  }

  private static boolean isSame(Identification alone, Judged whole) {
    return alone.level().isFirm()
        && whole.identification().level().isFirm()
        && alone.kind() == whole.identification().kind()
        && alone.maker().map(Maker::id).equals(whole.identification().maker().map(Maker::id));
  }
}
