package org.camsweep.identify;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camsweep.device.Device;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;

/**
 * Model, serial number and firmware: what a believed signature captured, else what the device
 * states in a field of its own. White space is folded; nothing else is changed.
 */
final class Particulars {
  private static final int MAX_LENGTH = 128;

  private Particulars() {}

  /**
   * @param name {@code model}, {@code serial} or {@code firmware}
   * @param counts whose captures count; those for no maker always do
   */
  static Optional<String> of(
      String name, Device device, Collection<Hit> hits, Predicate<String> counts) {
    Optional<String> captured =
        hits.stream()
            .filter(h -> h.captures().containsKey(name))
            .filter(h -> h.signature().maker().filter(m -> !counts.test(m)).isEmpty())
            .min(
                Comparator.comparing((Hit h) -> Weight.of(h.evidence()))
                    .thenComparing(h -> h.signature().id())
                    .thenComparing(h -> h.captures().get(name)))
            .map(h -> h.captures().get(name));
    return captured.or(() -> stated(Field.of("stated." + name), device)).map(Particulars::tidy);
  }

  private static Optional<String> stated(Field as, Device device) {
    List<Fact> facts =
        device.observations().stream()
            .flatMap(o -> o.facts().stream())
            .filter(f -> StatedFields.of(f.field()).equals(Optional.of(as)))
            .filter(f -> !f.value().isBlank())
            .toList();
    return facts.stream()
        .min(Comparator.comparing(Fact::field).thenComparing(Fact::value))
        .map(Fact::value);
  }

  private static String tidy(String said) {
    String tidy = said.strip().replaceAll("\\s+", " ");
    return tidy.substring(0, Math.min(MAX_LENGTH, tidy.length()));
  }
}
