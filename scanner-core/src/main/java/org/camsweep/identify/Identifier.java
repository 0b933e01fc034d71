package org.camsweep.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.MacPrefix;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.Signature;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;

/** Says who made a device. Pure and deterministic. */
public final class Identifier {
  private final Pack pack;
  private final Map<Field, List<Signature>> byField = new HashMap<>();

  public Identifier(Pack pack) {
    this.pack = pack;
    for (Signature signature : pack.signatures()) {
      byField.computeIfAbsent(signature.field(), f -> new ArrayList<>()).add(signature);
    }
  }

  /** What is believed of the device. */
  public Identification identify(Device device) {
    List<Evidence> evidence = new ArrayList<>();
    Set<DeviceKind> kinds = EnumSet.noneOf(DeviceKind.class);
    Map<String, String> captured = new TreeMap<>();
    for (Observation one : device.observations()) {
      for (Fact fact : one.facts()) {
        fire(one, fact, evidence, kinds, captured);
      }
    }
    device
        .mac()
        .filter(m -> !m.isLocallyAdministered())
        .ifPresent(
            mac -> {
              for (MacPrefix prefix : pack.registrants(mac)) {
                evidence.add(
                    new Evidence(
                        "mac:" + prefix.digits(),
                        device.macSource().orElse("mac"),
                        mac.text(),
                        EvidenceKind.REGISTERED,
                        "",
                        Optional.of(prefix.maker()),
                        Optional.empty(),
                        prefix.verified() && prefix.cameraSpecific()));
              }
            });
    return conclude(evidence, kinds, captured);
  }

  private void fire(
      Observation one,
      Fact fact,
      List<Evidence> evidence,
      Set<DeviceKind> kinds,
      Map<String, String> captured) {
    for (Signature signature : byField.getOrDefault(fact.field(), List.of())) {
      var matcher = signature.pattern().matcher(fact.value());
      if (!matcher.find() || !holds(signature, one)) {
        continue;
      }
      evidence.add(
          new Evidence(
              signature.id(),
              fact.field().name(),
              fact.value(),
              signature.evidence(),
              one.id(),
              signature.maker(),
              signature.brand(),
              signature.verified()));
      signature.device().ifPresent(kinds::add);
      for (String group : signature.pattern().namedGroups().keySet()) {
        Optional.ofNullable(matcher.group(group)).ifPresent(v -> captured.putIfAbsent(group, v));
      }
    }
  }

  private static boolean holds(Signature signature, Observation one) {
    return signature.all().stream()
        .allMatch(
            c ->
                one.facts().stream()
                    .anyMatch(
                        f -> f.field().equals(c.field()) && c.pattern().matcher(f.value()).find()));
  }

  private Identification conclude(
      List<Evidence> evidence, Set<DeviceKind> kinds, Map<String, String> captured) {
    Map<String, Set<EvidenceKind>> byMaker = new TreeMap<>();
    Set<String> weak = new TreeSet<>();
    for (Evidence one : evidence) {
      one.maker()
          .ifPresent(
              m -> {
                if (one.verified()) {
                  byMaker
                      .computeIfAbsent(m, k -> EnumSet.noneOf(EvidenceKind.class))
                      .add(one.kind());
                } else {
                  weak.add(m);
                }
              });
    }
    Set<String> platform = with(byMaker, EvidenceKind.PLATFORM);
    Set<String> declared = with(byMaker, EvidenceKind.DECLARED);
    Optional<String> chosen;
    Level level;
    if (platform.size() > 1) {
      chosen = Optional.empty();
      level = Level.CONTESTED;
    } else if (platform.size() == 1) {
      chosen = platform.stream().findFirst();
      level = Level.CONFIRMED;
    } else if (declared.size() == 1) {
      chosen = declared.stream().findFirst();
      boolean registered = byMaker.get(chosen.get()).contains(EvidenceKind.REGISTERED);
      level = registered ? Level.CONFIRMED : Level.LIKELY;
    } else if (declared.size() > 1) {
      chosen = Optional.empty();
      level = Level.CONTESTED;
    } else {
      Set<String> rest = new LinkedHashSet<>(byMaker.keySet());
      rest.addAll(weak);
      chosen = rest.size() == 1 ? rest.stream().findFirst() : Optional.empty();
      level = chosen.isPresent() ? Level.POSSIBLE : Level.UNKNOWN;
    }
    Optional<Maker> maker = chosen.flatMap(pack::maker);
    Set<String> candidates = level == Level.CONTESTED ? byMaker.keySet() : Set.of();
    return new Identification(
        kind(kinds),
        maker.isPresent() || chosen.isEmpty() ? level : Level.UNKNOWN,
        maker,
        candidates.stream().flatMap(c -> pack.maker(c).stream()).toList(),
        evidence.stream().flatMap(e -> e.brand().stream()).findFirst(),
        Optional.ofNullable(captured.get("model")),
        Optional.ofNullable(captured.get("serial")),
        Optional.ofNullable(captured.get("firmware")),
        evidence.stream()
            .sorted(Comparator.comparing(Evidence::kind).thenComparing(Evidence::signature))
            .toList(),
        List.of(),
        "the firmest kind of evidence decides",
        level == Level.CONFIRMED ? Optional.empty() : Optional.of("the label on the case"));
  }

  private static Set<String> with(Map<String, Set<EvidenceKind>> byMaker, EvidenceKind kind) {
    Set<String> found = new TreeSet<>();
    byMaker.forEach(
        (maker, kinds) -> {
          if (kinds.contains(kind)) {
            found.add(maker);
          }
        });
    return found;
  }

  private static DeviceKind kind(Set<DeviceKind> kinds) {
    return kinds.stream().min(Comparator.naturalOrder()).orElse(DeviceKind.UNKNOWN);
  }
}
