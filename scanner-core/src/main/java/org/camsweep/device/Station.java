package org.camsweep.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;

/** One address and what it says of its own identity. */
final class Station {
  static final String SEEN = "neighbour.mac";
  private static final int MAX_VALUES = 64;

  private final Address address;
  private final List<Observation> observations;
  private final NavigableSet<Mac> seen = new TreeSet<>();
  private final NavigableMap<Mac, String> stated = new TreeMap<>();
  private final NavigableMap<String, Boolean> certificates = new TreeMap<>();
  private final Map<String, NavigableSet<String>> identity = new HashMap<>();

  Station(Address address, List<Observation> observations) {
    this.address = address;
    this.observations = observations.stream().sorted(ORDER).toList();
    for (Observation observation : this.observations) {
      observation.facts().forEach(f -> take(observation, f));
    }
  }

  static final java.util.Comparator<Observation> ORDER =
      java.util.Comparator.comparing(Observation::probe)
          .thenComparing(o -> o.endpoint().transport())
          .thenComparingInt(o -> o.endpoint().port())
          .thenComparing(Observation::id);

  private void take(Observation observation, Fact fact) {
    String field = fact.field().name();
    if (field.equals(SEEN)) {
      Mac.parse(fact.value()).ifPresent(seen::add);
    } else if (field.endsWith(".mac")) {
      Mac.parse(fact.value()).ifPresent(m -> stated.putIfAbsent(m, field));
    } else if (field.equals("mdns.txt") && fact.value().startsWith("macaddress=")) {
      Mac.parse(fact.value().substring("macaddress=".length()))
          .ifPresent(m -> stated.putIfAbsent(m, field));
    } else if (IdentityFields.bindsToDevice(field)) {
      remember(field, fact.value());
    } else if (IdentityFields.bindsToPort(field)) {
      if (field.equals("tls.sha256")) {
        // The edge ended the handshake, so the server has the key; a hello alone shows no key.
        certificates.merge(normal(fact.value()), !isHello(observation), Boolean::logicalOr);
      }
      remember(field + " at " + observation.endpoint(), fact.value());
    }
  }

  private static boolean isHello(Observation observation) {
    return observation.probe().name().equals("tls");
  }

  private static String normal(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  private void remember(String key, String value) {
    String normal = normal(value);
    NavigableSet<String> values = identity.computeIfAbsent(key, k -> new TreeSet<>());
    if (!normal.isEmpty()) {
      values.add(normal);
    }
    if (values.size() > MAX_VALUES) {
      values.remove(values.last()); // the same ones stay, whatever the order
    }
  }

  Address address() {
    return address;
  }

  List<Observation> observations() {
    return observations;
  }

  boolean isV4() {
    return address.isV4();
  }

  /** The hardware address that answered on the link, when there is one and only one. */
  Optional<Mac> seenMac() {
    return seen.size() == 1 ? Optional.of(seen.first()) : Optional.empty();
  }

  /** The hardware address that its protocols state, when they agree on one. */
  Optional<Mac> statedMac() {
    return stated.size() == 1 ? Optional.of(stated.firstKey()) : Optional.empty();
  }

  /** The field that states the address. */
  Optional<String> sourceOf(Mac mac) {
    return Optional.ofNullable(stated.get(mac));
  }

  Optional<String> network() {
    return observations.stream().flatMap(o -> o.network().stream()).sorted().findFirst();
  }

  /** What it states of itself that no other box should state, besides hardware addresses. */
  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    certificates.forEach((c, proved) -> claims.add(new Claim(Claim.Kind.CERTIFICATE, c, proved)));
    identity.forEach(
        (field, values) ->
            IdentityFields.claimOf(field)
                .ifPresent(kind -> values.forEach(v -> claims.add(new Claim(kind, v, false)))));
    return claims;
  }

  boolean isLinkLocal() {
    return !isV4() && address.isLinkLocal();
  }

  /** The lower half of an IPv6 address, in hexadecimal digits; of IPv4 the whole address. */
  String interfaceId() {
    byte[] bytes = address.bytes();
    return HexFormat.of().formatHex(bytes, isV4() ? 0 : 8, bytes.length);
  }

  /** The hardware address that an IPv6 address is made from (EUI-64, RFC 4291 appendix A). */
  Optional<Mac> interfaceMac() {
    byte[] b = address.bytes();
    return !isV4() && b[11] == (byte) 0xff && b[12] == (byte) 0xfe
        ? Mac.parse(
            HexFormat.of()
                .formatHex(new byte[] {(byte) (b[8] ^ 2), b[9], b[10], b[13], b[14], b[15]}))
        : Optional.empty();
  }

  private NavigableSet<String> said(String key) {
    return identity.getOrDefault(key, new TreeSet<>());
  }

  /** Whether the two say different things where one box would say the same. */
  boolean contradicts(Station other) {
    if (network().isPresent()
        && other.network().isPresent()
        && !network().equals(other.network())) {
      return true;
    }
    for (Map.Entry<String, NavigableSet<String>> mine : identity.entrySet()) {
      NavigableSet<String> theirs = other.said(mine.getKey());
      boolean bothSay = !mine.getValue().isEmpty() && !theirs.isEmpty();
      if (bothSay && java.util.Collections.disjoint(mine.getValue(), theirs)) {
        return true;
      }
    }
    return false;
  }

  /** Identity fields in which the two say the same, sorted. */
  List<String> shared(Station other) {
    List<String> shared = new ArrayList<>();
    for (Map.Entry<String, NavigableSet<String>> mine : new TreeMap<>(identity).entrySet()) {
      if (IdentityFields.bindsToDevice(mine.getKey())) {
        NavigableSet<String> both = new TreeSet<>(mine.getValue());
        both.retainAll(other.said(mine.getKey()));
        both.forEach(v -> shared.add(mine.getKey() + " " + v));
      }
    }
    return shared;
  }
}
