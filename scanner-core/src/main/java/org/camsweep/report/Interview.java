package org.camsweep.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;

/**
 * How the interview of a device with the owner's log-in went, as the journal says.
 *
 * @param why why it was not tried or did not succeed; or, after a log-in, what was not answered
 * @param channels the device's video sources; empty if it was not asked
 */
public record Interview(Outcome outcome, Optional<String> why, Instant at, List<Channel> channels) {
  private static final Field OUTCOME = Field.of("interview.outcome");
  private static final Field WHY = Field.of("interview.why");
  private static final Field CHANNEL = Field.of("interview.channel");
  private static final Field NAME = Field.of("interview.channel-name");
  private static final Field SIZE = Field.of("interview.channel-size");

  /** From nothing sent to all known. */
  public enum Outcome {
    NOT_TRIED,
    /** The scan was cut off while it lasted. */
    BEGAN,
    /** No connection, no answer, or one that was not understood. */
    FAILED,
    LOCKED_OUT,
    REFUSED,
    /** The log-in was taken. */
    IN
  }

  /**
   * A video source of a device: at a recorder, a camera behind it or a free input; at a camera, a
   * sensor of its own.
   *
   * @param number from 1, in the device's own order
   * @param source its video source token
   * @param name what people call it
   * @param size in pixels, for example {@code 1920x1080}
   */
  public record Channel(int number, String source, Optional<String> name, Optional<String> size) {
    /** For example {@code channel 3 "Gate", video source token ch3, 1920x1080}. */
    public String text() {
      return "channel "
          + number
          + name.map(n -> " \"" + n + "\"").orElse("")
          + ", video source token "
          + source
          + size.map(s -> ", " + s).orElse("");
    }
  }

  private record Word(Outcome outcome, Observation said) {}

  public Interview {
    channels = List.copyOf(channels);
  }

  /** What the journal says of a device; empty if its network has no credentials. */
  public static Optional<Interview> of(Device device) {
    return device.observations().stream()
        .flatMap(
            o -> o.first(OUTCOME).flatMap(Interview::outcome).map(w -> new Word(w, o)).stream())
        .max(
            Comparator.comparing(Word::outcome)
                .thenComparing(w -> w.said().at())
                .thenComparing(w -> w.said().id()))
        .map(
            w ->
                new Interview(w.outcome(), w.said().first(WHY), w.said().at(), channels(w.said())));
  }

  private static Optional<Outcome> outcome(String word) {
    for (Outcome one : Outcome.values()) {
      if (Words.of(one).equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static List<Channel> channels(Observation said) {
    Map<Integer, String> names = numbered(said, NAME);
    Map<Integer, String> sizes = numbered(said, SIZE);
    List<Channel> channels = new ArrayList<>();
    for (Fact fact : said.facts()) {
      if (fact.field().equals(CHANNEL)) {
        int number = channels.size() + 1;
        channels.add(
            new Channel(
                number,
                fact.value(),
                Optional.ofNullable(names.get(number)),
                Optional.ofNullable(sizes.get(number))));
      }
    }
    return channels;
  }

  /** Values of the form {@code 3=Gate}. */
  private static Map<Integer, String> numbered(Observation said, Field field) {
    Map<Integer, String> all = new LinkedHashMap<>();
    for (Fact fact : said.facts()) {
      int mark = fact.value().indexOf('=');
      if (fact.field().equals(field) && fact.value().matches("(?s)\\d{1,4}=.*")) {
        all.putIfAbsent(
            Integer.valueOf(fact.value().substring(0, mark)), fact.value().substring(mark + 1));
      }
    }
    return all;
  }

  /** For example {@code refused: the device says: Sender not authorized}. */
  public String text() {
    String word =
        switch (outcome) {
          case NOT_TRIED -> "not tried";
          case BEGAN -> "begun, and the scan was cut off";
          case FAILED -> "failed";
          case LOCKED_OUT -> "locked out";
          case REFUSED -> "refused";
          case IN -> "in";
        };
    return word + why.map(w -> ": " + w).orElse("");
  }
}
