package org.camsweep.device;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
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

/** One address and what it says of its own identity. */
final class Station {
  static final String SEEN = "neighbour.mac";
  private static final int MAX_VALUES = 64;

  private final InetAddress address;
  private final List<Observation> observations;
  private final NavigableSet<Mac> seen = new TreeSet<>();
  private final NavigableMap<Mac, String> stated = new TreeMap<>();
  private final Map<String, NavigableSet<String>> identity = new HashMap<>();

  Station(InetAddress address, List<Observation> observations) {
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
      remember(field + " at " + observation.endpoint(), fact.value());
    }
  }

  private void remember(String key, String value) {
    String normal = value.strip().toLowerCase(Locale.ROOT);
    NavigableSet<String> values = identity.computeIfAbsent(key, k -> new TreeSet<>());
    if (!normal.isEmpty()) {
      values.add(normal);
    }
    if (values.size() > MAX_VALUES) {
      values.remove(values.last()); // the same ones stay, whatever the order
    }
  }

  InetAddress address() {
    return address;
  }

  List<Observation> observations() {
    return observations;
  }

  boolean isV4() {
    return address instanceof Inet4Address;
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

  /** Its WS-Discovery endpoint identifiers. */
  NavigableSet<String> endpoints() {
    NavigableSet<String> all = new TreeSet<>(said("wsd.endpoint"));
    all.addAll(said("onvif.endpoint"));
    return all;
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
