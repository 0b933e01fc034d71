package org.camsweep.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.MacPrefix;
import org.camsweep.fingerprint.Pack;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;

/** Who registered the device's hardware address. One that was made up locally names nobody. */
final class PrefixRule {
  /** Evidence with its weight; the registrant may be no builder of devices. */
  record Registered(Evidence evidence, Weight weight) {}

  private final Pack pack;

  PrefixRule(Pack pack) {
    this.pack = pack;
  }

  List<Registered> of(Device device, List<Hit> hits) {
    Optional<Mac> captured =
        hits.stream()
            .flatMap(h -> Optional.ofNullable(h.captures().get("mac")).stream())
            .flatMap(text -> Mac.parse(text).stream())
            .sorted()
            .findFirst();
    Optional<Mac> mac = device.mac().or(() -> captured);
    List<Registered> registered = new ArrayList<>();
    if (mac.filter(m -> !m.isLocallyAdministered()).isPresent()) {
      for (MacPrefix prefix : pack.registrants(mac.get())) {
        registered.add(registered(device, mac.get(), prefix));
      }
    }
    return registered;
  }

  private static Registered registered(Device device, Mac mac, MacPrefix prefix) {
    String source = device.macSource().orElse("stated.mac");
    String field = source.equals("neighbour table") ? "neighbour.mac" : source;
    Evidence evidence =
        new Evidence(
            "mac:" + prefix.digits(),
            field,
            mac.text(),
            EvidenceKind.REGISTERED,
            observation(device, field),
            Optional.of(prefix.maker()),
            Optional.empty(),
            prefix.verified());
    boolean video = prefix.cameraSpecific() && prefix.verified();
    return new Registered(evidence, video ? Weight.REGISTERED_VIDEO : Weight.REGISTERED);
  }

  private static String observation(Device device, String field) {
    return device.observations().stream()
        .filter(o -> o.facts().stream().anyMatch(f -> f.field().name().equals(field)))
        .map(Observation::id)
        .findFirst()
        .orElseGet(
            () -> device.observations().stream().map(Observation::id).findFirst().orElse(""));
  }
}
