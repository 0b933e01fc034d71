package org.camsweep.identify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.MacPrefix;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;

/** Who registered the device's hardware address. One that was made up locally names nobody. */
final class PrefixRule {
  /** Evidence with its weight; the registrant may be no builder of devices. */
  record Registered(Evidence evidence, Weight weight) {}

  private final Pack pack;

  /** Makers by legal and other names, letters and digits only; names of two makers are left out. */
  private final Map<String, String> makers = new HashMap<>();

  PrefixRule(Pack pack) {
    this.pack = pack;
    Set<String> twice = new HashSet<>();
    for (Maker maker : pack.makers()) {
      Set<String> names = new HashSet<>(maker.otherNames());
      names.add(maker.name());
      for (String name : names) {
        String other = makers.putIfAbsent(Names.normal(name), maker.id());
        if (other != null && !other.equals(maker.id())) {
          twice.add(Names.normal(name));
        }
      }
    }
    twice.forEach(makers::remove);
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
      if (registered.isEmpty()) {
        listed(device, mac.get()).ifPresent(registered::add);
      }
    }
    return registered;
  }

  /**
   * A block that only the public list knows. That the registrant is a maker of the pack is told by
   * its name alone, so it counts as unverified: it suggests, and confirms nothing.
   */
  private Optional<Registered> listed(Device device, Mac mac) {
    return pack.registry()
        .registrant(mac)
        .flatMap(
            r ->
                Optional.ofNullable(makers.get(Names.normal(r.name())))
                    .map(m -> new MacPrefix(r.digits(), m, false, false, "the public list")))
        .map(p -> registered(device, mac, p));
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
