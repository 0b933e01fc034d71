package org.camsweep.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Field;

/** The pack's rules on what shows a microphone or a way out. Immutable; safe for threads. */
public final class ExposureRules {
  /** Rules that see nothing and settle nothing. */
  public static final ExposureRules NONE = new ExposureRules(List.of(), Map.of());

  private static final int MAX_SIGNS = 32;
  private static final Comparator<Sign> ORDER =
      Comparator.comparing(Sign::says)
          .thenComparing(Sign::rule)
          .thenComparing(Sign::field)
          .thenComparing(Sign::value)
          .thenComparing(Sign::observation);

  /**
   * What is said of a topic that stays open.
   *
   * @param settle what would settle it
   * @param notRuledOut what the answer "not seen" does not rule out
   */
  record Words(String settle, String notRuledOut) {}

  private final List<SignRule> rules;
  private final Map<Topic, Words> words;

  ExposureRules(List<SignRule> rules, Map<Topic, Words> words) {
    this.rules = List.copyOf(rules);
    this.words = Map.copyOf(words);
  }

  /** The fields that rules read. */
  public Set<Field> fields() {
    Set<Field> fields = new TreeSet<>();
    for (SignRule rule : rules) {
      fields.addAll(rule.fields());
      rule.all().forEach(c -> fields.add(c.field()));
      rule.unless().forEach(c -> fields.add(c.field()));
    }
    return fields;
  }

  /** The makers whose model codes rules read. */
  public Set<String> makers() {
    return rules.stream().flatMap(r -> r.maker().stream()).collect(Collectors.toSet());
  }

  /** Each topic in turn; nothing for what is surely no video device. */
  public List<Exposure> look(Device device, Identification believed) {
    if (believed.kind() == DeviceKind.OTHER) {
      return List.of();
    }
    List<Exposure> exposures = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      exposures.add(look(topic, device, believed));
    }
    return List.copyOf(exposures);
  }

  private Exposure look(Topic topic, Device device, Identification believed) {
    List<Sign> signs =
        rules.stream()
            .filter(r -> r.topic() == topic)
            .flatMap(r -> r.signs(device, believed))
            .sorted(ORDER)
            .collect(
                Collectors.groupingBy(
                    s -> List.of(s.rule(), s.field(), s.value()),
                    java.util.LinkedHashMap::new,
                    Collectors.toList()))
            .values()
            .stream()
            .map(same -> same.get(0))
            .limit(MAX_SIGNS)
            .toList();
    Sight sight = sight(signs, believed);
    return new Exposure(topic, sight, signs, open(topic, sight));
  }

  private static Sight sight(List<Sign> signs, Identification believed) {
    if (signs.stream().anyMatch(s -> s.says() == Says.SEEN)) {
      return Sight.SEEN;
    }
    // Where two makers' platforms speak, one that says no does not answer for the other.
    boolean denied = signs.stream().anyMatch(s -> s.says() == Says.NOT_SEEN);
    return denied && believed.level() != Level.CONTESTED ? Sight.NOT_SEEN : Sight.NOT_DETERMINABLE;
  }

  private Optional<String> open(Topic topic, Sight sight) {
    if (sight == Sight.SEEN) {
      return Optional.empty();
    }
    Optional<Words> said = Optional.ofNullable(words.get(topic));
    return said.map(w -> sight == Sight.NOT_SEEN ? w.notRuledOut() : w.settle())
        .or(() -> Optional.of("the data pack has no rules on it"));
  }
}
