package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.journal.JournalReader;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Judged;
import org.camsweep.scan.Judge;
import org.camsweep.scan.Recorder;
import org.camsweep.scan.Rules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording that was dropped into {@code recordings} is identified as its author says. */
class RecordingTest {
  private static Rules rules;

  @BeforeAll
  static void readThePack() throws Exception {
    rules = Rules.read(Shipped.files(), false);
  }

  static List<Path> recordings() throws Exception {
    URL folder = Optional.ofNullable(RecordingTest.class.getResource("recordings")).orElseThrow();
    try (Stream<Path> all = Files.list(Path.of(folder.toURI()))) {
      return all.filter(f -> f.toString().endsWith(".ndjson")).sorted().toList();
    }
  }

  private static List<Observation> read(Path file) throws Exception {
    List<Observation> heard = new ArrayList<>();
    JournalReader.ofObservations(file).observations((o, raw) -> heard.add(o));
    return heard;
  }

  private static String said(List<Observation> heard) {
    List<Judged> judged = new Judge(rules).identify(heard);
    assertThat(judged).as("one device a recording").hasSize(1);
    Identification id = judged.get(0).identification();
    return "maker: %s\nkind: %s\n"
        .formatted(
            id.maker().map(Maker::id).orElse("-"),
            id.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void isIdentifiedAsExpected(Path file) throws Exception {
    Path expect = Path.of(file.toString().replace(".ndjson", ".expect"));
    assertThat(said(read(file))).isEqualTo(Files.readString(expect));
  }

  /** What was scrubbed is fit to lie here: scrubbing again takes nothing more out of it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void isScrubbed(Path file) throws Exception {
    List<Observation> heard = read(file);
    Recorder.Recording again = new Recorder(rules).scrub(heard);
    assertThat(again.same()).isTrue();
    for (int i = 0; i < heard.size(); i++) {
      assertThat(again.observations().get(i).facts()).isEqualTo(heard.get(i).facts());
      assertThat(again.observations().get(i).address()).isEqualTo(heard.get(i).address());
    }
  }

  /** Scrubbing does not change the answer for any device of the scenarios. */
  @Test
  void everyScenarioIsIdentifiedAlikeWhenScrubbed() throws Exception {
    Recorder recorder = new Recorder(rules);
    for (Scenario scenario : ScenarioTest.scenarios().toList()) {
      assertThat(recorder.scrub(scenario.device().observations()).same())
          .as(scenario.name())
          .isTrue();
    }
  }
}
