package org.camsweep.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camsweep.observe.Mac;

/**
 * Which boxes state the same of themselves. Words can be copied, so they join two boxes only where
 * two independent ones agree and nobody else states them, and never two that both speak IPv4: those
 * are two that share an identifier, or one that copies the other.
 */
final class Claims {
  static final String REASON = "same statements";
  static final String PROVED = "same key and statements";
  private static final int NEEDED = 2;
  private static final int MAX_CLAIMS = 64;

  private record Value(Claim.Kind kind, String text) {}

  /** A box as it was seen, before any join by statements. */
  private record Holder(boolean speaksV4, String interfaceId, Set<String> links) {}

  private final Map<Box, Holder> asSeen = new HashMap<>();
  private final Map<Box, Set<Claim>> byBox = new HashMap<>();
  private final Map<Value, List<Box>> holders = new HashMap<>();
  private final Sightings sightings;

  Claims(Collection<Box> boxes, Sightings sightings) {
    this.sightings = sightings;
    for (Box box : boxes) {
      Set<Claim> claims = new TreeSet<>();
      for (Station station : box.stations()) {
        sightings.direct(station).ifPresent(m -> claims.add(hardware(m)));
        station.statedMac().ifPresent(m -> claims.add(hardware(m)));
        station.interfaceMac().ifPresent(m -> claims.add(hardware(m)));
        station.claims().stream().filter(Claim::isSpecific).limit(MAX_CLAIMS).forEach(claims::add);
      }
      byBox.put(box, claims);
      asSeen.put(box, new Holder(box.speaksV4(), box.interfaceId(), box.links()));
      Set<Value> values = claims.stream().map(Claims::value).collect(Collectors.toSet());
      values.forEach(v -> holders.computeIfAbsent(v, k -> new ArrayList<>()).add(box));
    }
  }

  private static Claim hardware(Mac mac) {
    return new Claim(Claim.Kind.HARDWARE_ADDRESS, mac.text(), false);
  }

  private static Value value(Claim claim) {
    return new Value(claim.kind(), claim.value());
  }

  /** Other boxes that state something that this one states. */
  Set<Box> kin(Box box) {
    Set<Box> kin = new LinkedHashSet<>();
    byBox.get(box).forEach(c -> kin.addAll(holders.get(value(c))));
    kin.remove(box);
    return kin;
  }

  /** Why the two are one by what they state; empty if that is not enough. */
  Optional<Join> reason(Box a, Box b) {
    if (a.speaksV4() && b.speaksV4()) {
      return Optional.empty();
    }
    Optional<Join> link = onLink(a, b).or(() -> onLink(b, a));
    if (link.isPresent()) {
      return link;
    }
    List<Claim> both = new ArrayList<>();
    for (Claim claim : byBox.get(a)) {
      byBox.get(b).stream()
          .filter(c -> value(c).equals(value(claim)) && isTheirsAlone(value(c)))
          .map(c -> new Claim(c.kind(), c.value(), c.proved() && claim.proved()))
          .forEach(both::add);
    }
    List<Claim> independent = Claim.independent(both);
    if (independent.size() < NEEDED) {
      return Optional.empty();
    }
    boolean proved = independent.stream().anyMatch(Claim::proved);
    String said = independent.stream().map(Claim::text).collect(Collectors.joining(" and "));
    return Optional.of(new Join(proved ? PROVED : REASON, said));
  }

  /** A link-local address made from the hardware address that answered at another one. */
  private Optional<Join> onLink(Box linkLocal, Box other) {
    Set<Mac> seen =
        other.stations().stream()
            .flatMap(s -> sightings.direct(s).stream())
            .collect(Collectors.toSet());
    return linkLocal.stations().stream()
        .filter(s -> s.isLinkLocal() && sightings.direct(s).isEmpty())
        .flatMap(s -> s.interfaceMac().stream())
        .filter(m -> seen.contains(m) && isTheirsAlone(value(hardware(m))))
        .map(m -> new Join(REASON, "link-local address made from " + m.text()))
        .findFirst();
  }

  /** At most one box that speaks IPv4, of the others only one interface, and that on one link. */
  private boolean isTheirsAlone(Value value) {
    List<Holder> all = holders.get(value).stream().map(asSeen::get).toList();
    long interfaces =
        all.stream().filter(h -> !h.speaksV4()).map(Holder::interfaceId).distinct().count();
    long links = all.stream().flatMap(h -> h.links().stream()).distinct().count();
    return all.stream().filter(Holder::speaksV4).count() <= 1 && interfaces <= 1 && links <= 1;
  }
}
