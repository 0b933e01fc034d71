package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.junit.jupiter.api.Test;

/** An identification in plain lines, each of which a reader needs. */
class ExplanationTest {
  private static final Pack PACK =
      new PackText()
          .maker(
              "acme",
              "tradeNames: [Acme]\njurisdiction: { country: SE }\nsignatures:\n"
                  + Words.signature("acme-p", "platform", "http.server", "^acme (?P<model>.+)$"))
          .maker(
              "bolt",
              "tradeNames: [Bolt]\nsignatures:\n"
                  + Words.signature("bolt-d", "declared", "http.server", "^bolt$"))
          .read();

  private static String explained(String... lines) {
    return Explanation.of(new Identifier(PACK).identify(Heard.device(lines)));
  }

  @Test
  void everyAnswerStandsOnALineOfItsOwn() {
    assertThat(
            explained(
                "http.server = acme M1",
                "http.server = bolt",
                "onvif.serial = 0815",
                "onvif.firmware = 1.2"))
        .isEqualTo(
            """
            kind: unknown
            level: likely
            maker: acme Ltd [acme, SE]
            brand: none seen
            model: "M1"
            serial: "0815"
            firmware: "1.2"
            in question: bolt Ltd [bolt]
            rule: the firmware says words that only this maker's firmware says, but the device also\
             names another maker, under whose label this one is not known to build
            for:
              - platform, acme: http.server = "acme M1" [acme-p, o0]
            against:
              - declared, bolt: http.server = "bolt" [bolt-d, o1]
            would settle it: a second kind of evidence that agrees: an answer of the firmware itself\
             (its maker's own search protocol or log-in page), or the type plate on the case""");
  }

  @Test
  void whatIsNotKnownIsSaid() {
    assertThat(explained("http.server = x"))
        .isEqualTo(
            """
            kind: unknown
            level: unknown
            maker: not named
            brand: none seen
            rule: nothing that was heard speaks for a maker
            for: nothing
            against: nothing
            would settle it: an answer on any camera protocol, or a look at the type plate on the\
             case""");
    assertThat(explained("onvif.manufacturer = Bolt")).contains("brand: \"Bolt\"\n");
  }

  @Test
  void deviceTextIsQuotedEscapedAndCut() {
    assertThat(Explanation.quote("\u001b[31m\"\u202e")).isEqualTo("\"\\u001b[31m\\\"\\u202e\"");
    assertThat(Explanation.quote("a\\ ~")).isEqualTo("\"a\\\\ ~\"");
    assertThat(Explanation.quote("\u001f\u007f")).isEqualTo("\"\\u001f\\u007f\"");
    assertThat(Explanation.quote("x".repeat(160))).isEqualTo("\"" + "x".repeat(160) + "\"");
    assertThat(Explanation.quote("x".repeat(161))).isEqualTo("\"" + "x".repeat(160) + "\"…");
  }
}
