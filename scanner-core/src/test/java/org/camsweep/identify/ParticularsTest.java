package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.junit.jupiter.api.Test;

/** Model, serial number and firmware: who is listened to, and what is done to the words. */
class ParticularsTest {
  private static final Pack PACK =
      new PackText()
          .maker(
              "acme",
              "signatures:\n"
                  + Words.signature("acme-a", "platform", "http.server", "^A (?P<model>.+)")
                  + Words.signature("acme-b", "platform", "http.server", "^B (?P<model>.+)")
                  + Words.signature("acme-c", "declared", "http.server", "^C (?P<model>.+)")
                  + Words.signature("acme-s", "platform", "http.server", "^S (?P<serial>.+)")
                  + Words.signature("acme-f", "platform", "http.server", "^F (?P<firmware>.+)"))
          .maker(
              "bolt",
              "signatures:\n"
                  + Words.signature("bolt-a", "declared", "rtsp.server", "^bolt (?P<model>.+)"))
          .file(
              "generic/any.yaml",
              "signatures:\n"
                  + Words.signature("any-m", "likeness", "rtsp.server", "^any (?P<model>.+)"))
          .read();

  private static Identification identify(String... lines) {
    return new Identifier(PACK).identify(Heard.device(lines));
  }

  private static String model(String... lines) {
    return identify(lines).model().orElse("");
  }

  @Test
  void theWeightierWordsCount() {
    assertThat(model("http.server = C declared", "http.server = A platform")).isEqualTo("platform");
    assertThat(model("http.server = A platform", "http.server = C declared")).isEqualTo("platform");
    assertThat(model("rtsp.server = any likeness", "http.server = C declared"))
        .isEqualTo("declared");
  }

  @Test
  void ofEqualWordsTheOrderIsThatOfTheSignaturesAndThenOfTheWords() {
    assertThat(model("http.server = B 1", "http.server = A 2")).isEqualTo("2");
    assertThat(model("http.server = A 2", "http.server = A 1")).isEqualTo("1");
    assertThat(model("http.server = A 1", "http.server = A 2")).isEqualTo("1");
  }

  @Test
  void whoIsNotBelievedIsNotListenedTo() {
    assertThat(model("rtsp.server = bolt M1")).as("believed: likely bolt").isEqualTo("M1");
    assertThat(model("http.server = S 77", "rtsp.server = bolt M1"))
        .as("likely acme, whose firmware names no model")
        .isEmpty();
    assertThat(model("http.server = S 77", "rtsp.server = any M2"))
        .as("words of no maker's own")
        .isEqualTo("M2");
  }

  @Test
  void whatNoSignatureCapturedIsTakenFromTheFieldsThatAreMeantForIt() {
    Identification id =
        identify(
            "onvif.model = M3",
            "onvif.serial = 0815",
            "onvif.firmware = 1.2",
            "tls.serial = of a certificate",
            "http.server = nothing");
    assertThat(id.model()).contains("M3");
    assertThat(id.serial()).contains("0815");
    assertThat(id.firmware()).contains("1.2");
    assertThat(model("onvif.model = M3", "http.server = A M4")).as("captured").isEqualTo("M4");
    assertThat(identify("http.server = F 9.9", "onvif.firmware = 1.2").firmware()).contains("9.9");
    assertThat(identify("tls.serial = of a certificate").serial()).isEmpty();
  }

  @Test
  void ofTwoStatementsTheFirstFieldAndTheFirstWordCount() {
    assertThat(model("upnp.model-name = A", "onvif.model = Z")).isEqualTo("Z");
    assertThat(model("onvif.model = Z", "onvif.model = B")).isEqualTo("B");
    assertThat(model("onvif.model =   ", "upnp.model-name = A")).as("blank").isEqualTo("A");
  }

  @Test
  void whiteSpaceIsFoldedAndWordsAreCutAt128() {
    assertThat(model("onvif.model =  \t M \n\n 3  ")).isEqualTo("M 3");
    assertThat(model("onvif.model = " + "x".repeat(128))).hasSize(128);
    assertThat(model("onvif.model = " + "x".repeat(129))).hasSize(128);
  }
}
