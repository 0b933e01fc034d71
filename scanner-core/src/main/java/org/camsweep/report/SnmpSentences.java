package org.camsweep.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;

/** Which networks were asked by SNMP with the owner's key, and what that did not show. */
public final class SnmpSentences {
  private static final Field OUTCOME = Field.of("snmp.outcome");

  /** From nothing sent to an answer; the best of a host counts. */
  private enum Ended {
    NOT_TRIED,
    BEGAN,
    NO_ANSWER,
    FAILED,
    NOT_UNDERSTOOD,
    REFUSED,
    IN
  }

  private SnmpSentences() {}

  /** A sentence for each network that was asked; none where no key was given. */
  public static List<String> of(List<Observation> observations) {
    Map<String, Map<Address, Ended>> hosts = new TreeMap<>();
    for (Observation one : observations) {
      Optional<Ended> ended = one.first(OUTCOME).flatMap(SnmpSentences::ended);
      if (ended.isPresent() && one.network().isPresent()) {
        hosts
            .computeIfAbsent(one.network().get(), n -> new HashMap<>())
            .merge(one.address(), ended.get(), (a, b) -> a.compareTo(b) < 0 ? b : a);
      }
    }
    return hosts.entrySet().stream().map(e -> sentence(e.getKey(), e.getValue())).toList();
  }

  private static Optional<Ended> ended(String word) {
    for (Ended one : Ended.values()) {
      if (Words.of(one).equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static String sentence(String network, Map<Address, Ended> hosts) {
    Map<Ended, Long> counts = new EnumMap<>(Ended.class);
    hosts.values().forEach(e -> counts.merge(e, 1L, Long::sum));
    long in = counts.getOrDefault(Ended.IN, 0L);
    String head =
        "Network %s: %d of %d living hosts answered SNMP with the owner's key"
            .formatted(network, in, hosts.size());
    if (in == hosts.size()) {
      return head + ".";
    }
    String rest =
        counts.entrySet().stream()
            .filter(e -> e.getKey() != Ended.IN)
            .map(e -> e.getValue() + " " + Words.of(e.getKey()).replace('-', ' '))
            .collect(Collectors.joining(", "));
    return head + " (" + rest + "); what only SNMP shows is not known of the others.";
  }
}
