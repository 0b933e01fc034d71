package org.camsweep.exposure;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.device.Device;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;

/**
 * What one field's text says of a topic.
 *
 * @param fields any of these
 * @param all further conditions, each on some fact of the same observation
 * @param unless conditions none of whose texts may stand in the same observation
 * @param maker id of the maker whose model codes it reads; then it asks for a firm identification
 * @param says a hint where the source was not seen
 */
record SignRule(
    String id,
    Topic topic,
    List<Field> fields,
    Pattern pattern,
    List<Condition> all,
    List<Condition> unless,
    Optional<String> maker,
    Says says,
    String means,
    boolean verified) {
  /** Longer texts are read to here; what makers state in such fields is short. */
  private static final int MAX_TEXT = 4_096;

  record Condition(Field field, Pattern pattern) {
    boolean holds(Observation observation) {
      return observation.facts().stream()
          .anyMatch(f -> f.field().equals(field) && matches(pattern, f.value()));
    }
  }

  SignRule {
    fields = List.copyOf(fields);
    all = List.copyOf(all);
    unless = List.copyOf(unless);
  }

  Stream<Sign> signs(Device device, Identification believed) {
    boolean meant =
        maker.isEmpty()
            || (believed.level().isFirm()
                && believed.maker().filter(m -> m.id().equals(maker.get())).isPresent());
    return meant ? device.observations().stream().flatMap(this::signs) : Stream.empty();
  }

  private Stream<Sign> signs(Observation observation) {
    // Of an answer that was cut, nobody knows what else it would have said.
    boolean whole = says != Says.NOT_SEEN || observation.outcome() == Outcome.ANSWERED;
    return whole
            && all.stream().allMatch(c -> c.holds(observation))
            && unless.stream().noneMatch(c -> c.holds(observation))
        ? observation.facts().stream()
            .filter(f -> fields.contains(f.field()) && matches(pattern, f.value()))
            .map(f -> sign(observation, f))
        : Stream.empty();
  }

  private Sign sign(Observation observation, Fact fact) {
    String value = fact.value();
    return new Sign(
        id,
        observation.id(),
        fact.field().name(),
        value.length() <= Sign.MAX_VALUE ? value : value.substring(0, Sign.MAX_VALUE - 1) + "…",
        says,
        means,
        verified);
  }

  static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(text.substring(0, Math.min(MAX_TEXT, text.length()))).find();
  }
}
