package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
  private static final Pack PACK = SmallPack.pack();

  /** Words are http.server values; {@code @text} is a manufacturer, {@code mac X} an address. */
  private static Identification identify(String words) {
    List<String> lines =
        Arrays.stream(words.strip().split(" *, *"))
            .filter(w -> !w.isEmpty())
            .map(IdentifierTest::line)
            .toList();
    return new Identifier(PACK).identify(Heard.device(lines));
  }

  private static String line(String word) {
    if (word.startsWith("@")) {
      return "onvif.manufacturer = " + word.substring(1);
    }
    if (word.startsWith("weak-")) {
      return "rtsp.server = " + word;
    }
    return word.startsWith("mac ")
        ? "neighbour.mac = " + word.substring(4)
        : "http.server = " + word;
  }

  @ParameterizedTest(name = "{0} -> {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "acme-platform | CONFIRMED | acme",
        "acme-platform, acme-declared | CONFIRMED | acme",
        "acme-platform, badge-declared | CONFIRMED | acme",
        "acme-platform, @Badge | CONFIRMED | acme",
        "acme-platform, bolt-declared | LIKELY | acme",
        "acme-platform, dorn-declared | CONFIRMED | acme",
        "acme-platform, mac 00:33:44:01:02:03 | LIKELY | acme",
        "acme-platform, bolt-brand, bolt-likeness | CONFIRMED | acme",
        "acme-platform, cord-platform | CONFIRMED | cord",
        "acme-platform, bolt-platform | CONTESTED | ",
        "acme-platform, bolt-platform, dorn-platform | CONTESTED | ",
        "acme-declared | LIKELY | acme",
        "acme-declared, mac 00:11:22:01:02:03 | CONFIRMED | acme",
        "acme-declared, mac 00:33:44:01:02:03 | POSSIBLE | acme",
        "acme-declared, bolt-declared | CONTESTED | ",
        "dorn-declared | POSSIBLE | dorn",
        "dorn-declared, mac 00:11:22:01:02:03 | LIKELY | acme",
        "mac 00:11:22:01:02:03 | POSSIBLE | acme",
        "mac 02:11:22:01:02:03 | UNKNOWN | ",
        "badge-declared | LIKELY | acme",
        "badge-platform | LIKELY | acme",
        "badge-unverified-declared | POSSIBLE | acme",
        "@Badge | LIKELY | acme",
        "@Badge, bolt-platform | CONFIRMED | bolt",
        "@Split | POSSIBLE | acme",
        "@Hint | POSSIBLE | acme",
        "@Claim | POSSIBLE | acme",
        "@Acme | POSSIBLE | acme",
        "acme-unverified-platform | POSSIBLE | acme",
        "acme-unverified-declared, acme-unverified-platform | POSSIBLE | acme",
        "acme-unverified-platform, bolt-unverified-platform | UNKNOWN | ",
        "acme-likeness | POSSIBLE | acme",
        "acme-likeness, bolt-likeness | UNKNOWN | ",
        "nothing | UNKNOWN | ",
      })
  void levels(String words, Level level, String maker) {
    Identification id = identify(words);
    assertThat(id.level()).as(id.rule()).isEqualTo(level);
    assertThat(id.maker().map(Maker::id).orElse(null)).isEqualTo(maker);
    assertThat(id.settle().isEmpty()).isEqualTo(level == Level.CONFIRMED);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "acme-platform | UNKNOWN",
        "acme-camera | CAMERA",
        "acme-recorder | RECORDER",
        "acme-camera, acme-recorder | CAMERA_OR_RECORDER",
        "weak-camera | CAMERA",
        "weak-camera, weak-other | OTHER",
        "weak-camera, acme-recorder | RECORDER",
        "weak-other, acme-camera | CAMERA",
        "acme-platform, bolt-recorder, weak-camera | CAMERA",
        "acme-camera, bolt-declared | CAMERA",
      })
  void kinds(String words, DeviceKind kind) {
    assertThat(identify(words).kind()).isEqualTo(kind);
  }

  @Test
  void brandAndMakerAreTwoAnswers() {
    Identification id = identify("acme-platform, @Badge");
    assertThat(id.brand()).contains("Badge");
    assertThat(id.relabelled()).isTrue();
    assertThat(id.contrary()).isEmpty();
  }

  @Test
  void bothSidesOfAContradictionAreShown() {
    Identification id = identify("acme-platform, bolt-platform");
    assertThat(id.candidates()).extracting(Maker::id).containsExactly("acme", "bolt");
    assertThat(id.contrary())
        .extracting(Evidence::signature)
        .containsExactly("acme-platform", "bolt-platform");
    Identification likely = identify("acme-platform, bolt-declared");
    assertThat(likely.contrary()).extracting(Evidence::signature).contains("bolt-declared");
    assertThat(likely.candidates()).extracting(Maker::id).containsExactly("bolt");
  }

  @Test
  void whatSpeaksForNeitherSideOfAContradictionIsNotAgainstIt() {
    Identification id = identify("acme-platform, bolt-platform, dorn-declared");
    assertThat(id.contrary())
        .extracting(Evidence::signature)
        .as("label:l5 is acme's: it builds a line of dorn's")
        .containsExactly("acme-platform", "bolt-platform", "label:l5");
    assertThat(id.evidence()).extracting(Evidence::signature).contains("dorn-declared");
    assertThat(id.evidence()).doesNotContainAnyElementsOf(id.contrary());
  }

  @Test
  void theLabelOfAnotherThatTheMakerBuildsForIsNotAgainstIt() {
    assertThat(identify("acme-platform, dorn-declared").contrary()).isEmpty();
    assertThat(identify("acme-platform, bolt-likeness").contrary()).isEmpty();
  }

  @Test
  void wordsOfOneWhoBuysInShowHisLabel() {
    assertThat(identify("badge-platform").brand()).contains("Badge");
    assertThat(identify("badge-likeness").brand()).isEmpty();
    assertThat(identify("badge-likeness").level()).isEqualTo(Level.UNKNOWN);
  }

  @Test
  void aMakersOwnBadgeAsksWhoBuildsUnderItToo() {
    Identification id = identify("dorn-brand");
    assertThat(id.maker().map(Maker::id)).contains("dorn");
    assertThat(id.candidates()).extracting(Maker::id).containsExactly("acme");
    assertThat(identify("dorn-likeness").candidates()).isEmpty();
  }

  @Test
  void evidenceStandsInOneOrderVerifiedFirst() {
    assertThat(
            identify("acme-brand, acme-unverified-declared, acme-declared, acme-platform")
                .evidence())
        .extracting(Evidence::signature)
        .containsExactly(
            "acme-platform", "acme-declared", "acme-unverified-declared", "acme-brand");
  }
}
