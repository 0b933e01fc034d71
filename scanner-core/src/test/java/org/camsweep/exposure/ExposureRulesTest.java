package org.camsweep.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.PackText;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposureRulesTest {
  private static final String RULES =
      """
      topic: microphone
      settle: look at it
      notRuledOut: another stream
      rules:
        - { id: track, fields: [sdp.media], pattern: '^audio ', says: seen, means: a track, verified: true, source: s, examples: ['audio 0'], nonExamples: ['video 0'] }
        - { id: no-track, fields: [sdp.media], pattern: '^video ', unless: [ { field: sdp.media, pattern: '^audio ' } ], says: not-seen, means: no track, verified: true, source: s, examples: ['video 0'], nonExamples: ['audio 0'] }
        - { id: code, fields: [onvif.model], pattern: 'A$', maker: acme, says: hint, means: a code, verified: false, source: s, examples: ['C1-A'], nonExamples: ['C1'] }
      """;

  @TempDir Path folder;

  private static Observation heard(String id, Outcome outcome, String... facts) {
    return new Observation(
        id,
        Cidr.address("192.0.2.7"),
        Optional.of("lan"),
        ProbeId.of("test"),
        Endpoint.tcp(554),
        Optional.empty(),
        Instant.EPOCH,
        outcome,
        Arrays.stream(facts)
            .map(f -> f.split("=", 2))
            .map(f -> Fact.of(Field.of(f[0]), f[1]))
            .toList(),
        Optional.empty());
  }

  private static Device device(Observation... observations) {
    return DeviceAssembler.assemble(List.of(observations)).get(0);
  }

  private static Identification believed(DeviceKind kind, Level level) {
    Maker acme =
        new Maker(
            "acme",
            "Acme",
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            true,
            List.of());
    return new Identification(
        kind,
        level,
        Optional.of(acme).filter(m -> level.isFirm() || level == Level.POSSIBLE),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "rule",
        Optional.empty());
  }

  private ExposureRules rules(String text) throws ConfigException {
    return ExposureReader.read(new PackText().file("exposure/microphone.yaml", text).in(folder));
  }

  private Exposure microphone(Level level, Observation... observations) throws ConfigException {
    return rules(RULES).look(device(observations), believed(DeviceKind.CAMERA, level)).stream()
        .filter(x -> x.topic() == Topic.MICROPHONE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void seenNamesTheObservationTheFieldAndTheValue() throws Exception {
    Exposure seen =
        microphone(
            Level.UNKNOWN, heard("o4", Outcome.ANSWERED, "sdp.media=video 0", "sdp.media=audio 0"));
    assertThat(seen.sight()).isEqualTo(Sight.SEEN);
    assertThat(seen.signs())
        .containsExactly(
            new Sign("track", "o4", "sdp.media", "audio 0", Says.SEEN, "a track", true));
    assertThat(seen.open()).isEmpty();
  }

  @Test
  void onlyAnAnswerThatWouldHaveShownItIsNotSeen() throws Exception {
    Exposure none = microphone(Level.UNKNOWN, heard("o1", Outcome.ANSWERED, "sdp.media=video 0"));
    assertThat(none.sight()).isEqualTo(Sight.NOT_SEEN);
    assertThat(none.open()).contains("another stream");
    for (Observation other :
        List.of(
            heard("o1", Outcome.ANSWERED, "rtsp.status=401"),
            heard("o1", Outcome.GARBLED),
            heard("o1", Outcome.CUT_SHORT, "sdp.media=video 0"))) {
      Exposure open = microphone(Level.UNKNOWN, other);
      assertThat(open.sight()).as(other.toString()).isEqualTo(Sight.NOT_DETERMINABLE);
      assertThat(open.open()).contains("look at it");
    }
  }

  @Test
  void oneThatShowsItOutweighsOneThatDoesNotAndBothAreShown() throws Exception {
    Exposure seen =
        microphone(
            Level.UNKNOWN,
            heard("o1", Outcome.ANSWERED, "sdp.media=video 0"),
            heard("o2", Outcome.ANSWERED, "sdp.media=audio 0"));
    assertThat(seen.sight()).isEqualTo(Sight.SEEN);
    assertThat(seen.signs()).extracting(Sign::rule).containsExactly("track", "no-track");
  }

  @Test
  void whereTwoPlatformsSpeakOneDoesNotAnswerForTheOther() throws Exception {
    assertThat(
            microphone(Level.CONTESTED, heard("o1", Outcome.ANSWERED, "sdp.media=video 0")).sight())
        .isEqualTo(Sight.NOT_DETERMINABLE);
  }

  @Test
  void aModelCodeIsReadForItsOwnMakerOnlyAndAnUnverifiedOneIsAHint() throws Exception {
    Observation model = heard("o1", Outcome.ANSWERED, "onvif.model=C1-A");
    Exposure firm = microphone(Level.CONFIRMED, model);
    assertThat(firm.sight()).isEqualTo(Sight.NOT_DETERMINABLE);
    assertThat(firm.signs()).extracting(Sign::rule).containsExactly("code");
    assertThat(microphone(Level.POSSIBLE, model).signs()).isEmpty();
    assertThatThrownBy(() -> rules(RULES.replace("says: hint", "says: seen")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is a hint");
  }

  @Test
  void aRuleThatDoesNotMatchItsExampleIsNotLoaded() {
    assertThatThrownBy(() -> rules(RULES.replace("examples: ['C1-A']", "examples: ['C1-B']")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'C1-B' does not match");
    assertThatThrownBy(() -> rules(RULES.replace("nonExamples: ['C1']", "nonExamples: ['A']")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'A' matches");
  }

  @Test
  void whatIsSurelyNoVideoDeviceIsNotLookedAtAndAnUnknownOneIs() throws Exception {
    Device device = device(heard("o1", Outcome.ANSWERED, "sdp.media=audio 0"));
    assertThat(rules(RULES).look(device, believed(DeviceKind.OTHER, Level.UNKNOWN))).isEmpty();
    assertThat(rules(RULES).look(device, believed(DeviceKind.UNKNOWN, Level.UNKNOWN)))
        .extracting(Exposure::topic)
        .containsExactly(Topic.values());
    assertThat(ExposureRules.NONE.look(device, believed(DeviceKind.CAMERA, Level.UNKNOWN)))
        .allMatch(x -> x.sight() == Sight.NOT_DETERMINABLE && x.open().isPresent());
  }

  @Test
  void manyAnswersAreBoundedAndTheirOrderDoesNotMatter() throws Exception {
    List<Observation> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(heard("o" + i, Outcome.ANSWERED, "sdp.media=audio " + i, "sdp.media=audio 0"));
    }
    Exposure one = microphone(Level.UNKNOWN, many.toArray(Observation[]::new));
    Collections.reverse(many);
    assertThat(microphone(Level.UNKNOWN, many.toArray(Observation[]::new))).isEqualTo(one);
    assertThat(one.signs()).hasSize(32).extracting(Sign::value).doesNotHaveDuplicates();
  }
}
