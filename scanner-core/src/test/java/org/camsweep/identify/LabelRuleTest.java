package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where labels are read, and what a row says of who builds under one. */
class LabelRuleTest {
  private static final String SURE = "certainty: confirmed, verified: true";
  private static final String LONG = "x".repeat(128);
  private static final Pack PACK =
      new PackText()
          .maker("acme", "tradeNames: [Acme]\n")
          .maker("twin", "tradeNames: [Gemini]\n")
          .maker("tweed", "tradeNames: [Gemini]\n")
          .maker("tiny", "tradeNames: [AB, Abc, Camera]\n")
          .maker(
              "shop",
              "buildsHardware: false\ntradeNames: [Shop]\notherNames: [Shop Trading]\n"
                  + "signatures:\n"
                  + Words.signature(
                      "shop-d", "declared", "http.server", "^shop$", "verified: false"))
          .file("generic/kinds.yaml", "signatures:\n" + kind("camera") + kind("recorder"))
          .file(
              "labels/acme.yaml",
              "maker: acme\nlabels:\n"
                  + Words.label("l1", "House")
                  + Words.label("l2", "Big House")
                  + Words.label("l3", "Liney", "line: 'Performance series', " + SURE)
                  + Words.label("l4", "Recs", "line: Recorders, " + SURE)
                  + Words.label("l5", "Nvrs", "line: NVR 4000, " + SURE)
                  + Words.label("l6", "Dvrs", "line: DVR 4000, " + SURE)
                  + Words.label("l7", "Cams", "line: Cameras, " + SURE)
                  + Words.label("l8", "Domes", "line: Dome 2, " + SURE)
                  + Words.label("l9", "Bells", "line: Doorbell 2, " + SURE)
                  + Words.label("l10", "Boths", "line: Cameras and recorders, " + SURE)
                  + Words.label("l11", "Since", "from: 2010, " + SURE)
                  + Words.label("l12", "Until", "to: 2015, " + SURE)
                  + Words.label("l13", "Never", "certainty: refuted, verified: true")
                  + Words.label("l14", "Maybe", "certainty: possible, verified: true")
                  + Words.label("l15", "Claim", "certainty: confirmed, verified: false")
                  + Words.label("l16", "XY")
                  + Words.label("l17", "Xyz")
                  + Words.label("l18", "IPC")
                  + Words.label("l19", LONG)
                  + Words.label("l20", LONG + "x")
                  + Words.label("l21", "Shop Trading"))
          .read();

  private static String kind(String kind) {
    return Words.signature(
        "kinds-" + kind,
        "likeness",
        "rtsp.server",
        "^a " + kind + "$",
        "verified: true, claims: { device: " + kind + " }");
  }

  private static Identification identify(String... lines) {
    return new Identifier(PACK).identify(Heard.device(lines));
  }

  private static String answer(String... lines) {
    Identification id = identify(lines);
    return id.level() + id.maker().map(Maker::id).map(m -> " " + m).orElse("");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "onvif.manufacturer = House | LIKELY acme",
        "http.title = HOUSE! | LIKELY acme",
        "http.realm = House | LIKELY acme",
        "rtsp.realm = House | LIKELY acme",
        "sadp.oem = House | LIKELY acme",
        "http.title = House 12 | UNKNOWN",
        "http.server = House | UNKNOWN",
        "wsd.scope.name = House_12 garden | LIKELY acme",
        "upnp.friendly-name = House-12 | LIKELY acme",
        "onvif.scope.name = Big House | LIKELY acme",
        "onvif.scope.name = My House | UNKNOWN",
        "onvif.manufacturer = Xyz | LIKELY acme",
        "onvif.manufacturer = XY | UNKNOWN",
        "onvif.manufacturer = IPC | UNKNOWN",
        "onvif.manufacturer = Never | UNKNOWN",
        "onvif.manufacturer = Maybe | POSSIBLE acme",
        "onvif.manufacturer = Claim | POSSIBLE acme",
        "onvif.manufacturer = Since | POSSIBLE acme",
        "onvif.manufacturer = Until | POSSIBLE acme",
        "onvif.manufacturer = Abc | POSSIBLE tiny",
        "onvif.manufacturer = AB | UNKNOWN",
        "onvif.manufacturer = Camera | UNKNOWN",
        "onvif.manufacturer = Shop | LIKELY acme",
      })
  void aLabelCountsWhereDevicesShowTheirBrand(String line, String answer) {
    assertThat(answer(line)).isEqualTo(answer);
  }

  @Test
  void aTextOfMoreThan128CharactersIsNoLabel() {
    assertThat(answer("onvif.manufacturer = " + LONG)).isEqualTo("LIKELY acme");
    assertThat(answer("onvif.manufacturer = " + LONG + "x")).isEqualTo("UNKNOWN");
  }

  @ParameterizedTest(name = "{0}: unknown {1}, camera {2}, recorder {3}")
  @CsvSource({
    "Recs, true, false, true",
    "Nvrs, true, false, true",
    "Dvrs, true, false, true",
    "Cams, true, true, false",
    "Domes, true, true, false",
    "Bells, true, true, false",
    "Boths, true, true, true",
    "Liney, true, true, true",
  })
  void aRowAboutRecordersSaysNothingOfACameraNorTheOtherWayRound(
      String label, boolean unknown, boolean camera, boolean recorder) {
    String shown = "onvif.manufacturer = " + label;
    assertThat(
            List.of(
                answer(shown),
                answer(shown, "rtsp.server = a camera"),
                answer(shown, "rtsp.server = a recorder")))
        .isEqualTo(
            Arrays.asList(unknown, camera, recorder).stream()
                .map(fits -> fits ? "POSSIBLE acme" : "UNKNOWN")
                .toList());
  }

  @Test
  void aRowOfOneLineSettlesOnlyWhereTheDeviceShowsTheLine() {
    String label = "onvif.manufacturer = Liney";
    assertThat(answer(label)).isEqualTo("POSSIBLE acme");
    assertThat(answer(label, "onvif.model = PERFORMANCE-Series 4")).isEqualTo("LIKELY acme");
    String shown = "Performance series" + " ".repeat(238);
    assertThat(answer(label, "http.banner = " + shown))
        .as("256 characters")
        .isEqualTo("LIKELY acme");
    assertThat(answer(label, "http.banner = " + shown + " ")).as("257").isEqualTo("POSSIBLE acme");
  }

  @Test
  void theEvidenceIsVerifiedWhereBothTheRowAndTheLabelAre() {
    assertThat(rows("onvif.manufacturer = House")).containsExactly("label:l1 true");
    assertThat(rows("onvif.manufacturer = Claim")).containsExactly("label:l15 false");
    assertThat(rows("http.server = shop"))
        .as("by its legal name")
        .containsExactly("label:l21 false");
    assertThat(answer("http.server = shop")).isEqualTo("POSSIBLE acme");
  }

  @Test
  void aLabelThatTwoOwnSpeaksForBoth() {
    Identification id = identify("onvif.manufacturer = Gemini");
    assertThat(id.level()).isEqualTo(Level.UNKNOWN);
    assertThat(id.candidates()).extracting(Maker::id).containsExactly("tweed", "twin");
    assertThat(id.evidence())
        .extracting(e -> e.signature() + " " + e.maker().orElse(""))
        .containsExactly("label:gemini tweed", "label:gemini twin");
  }

  private static List<String> rows(String... lines) {
    return identify(lines).evidence().stream()
        .filter(e -> e.signature().matches("label:l[0-9]+"))
        .map(e -> e.signature() + " " + e.verified())
        .toList();
  }

  @Test
  void aLabelShownTwiceIsToldOnceWithTheDevicesOwnSpelling() {
    Identification id = identify("http.title = hOuse", "onvif.manufacturer = House");
    assertThat(id.evidence())
        .extracting(e -> e.signature() + " " + e.field() + " " + e.observation())
        .containsExactly("label:house http.title o0", "label:l1 http.title o0");
    assertThat(id.brand()).contains("hOuse");
    assertThat(identify("onvif.manufacturer = Unheard of").evidence()).isEmpty();
  }
}
