package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another machine on the link could have sent in a device's name. */
class ConfirmedAgainstUnaskedTest {
  private static final Pack PACK =
      new PackText()
          .maker("acme", "tradeNames: [Acme]\n" + signatures("acme"))
          .maker("bolt", "tradeNames: [Bolt]\n" + signatures("bolt"))
          .read();

  private static String signatures(String maker) {
    String field = "http.server";
    return "signatures:\n"
        + Words.signature(maker + "-p", "platform", field, "^" + maker + "$")
        + Words.signature(maker + "-d", "declared", field, "^says " + maker + "$")
        + kind(maker, "camera")
        + kind(maker, "recorder")
        + Words.signature(maker + "-b", "brand", "upnp.x", "^" + maker + " brand (?P<brand>.+)")
        + Words.signature(maker + "-m", "platform", "upnp.x", "^" + maker + " model (?P<model>.+)")
        + Words.signature(maker + "-s", "platform", "upnp.x", "^" + maker + " no (?P<serial>.+)")
        + Words.signature(maker + "-f", "platform", "upnp.x", "^" + maker + " fw (?P<firmware>.+)");
  }

  private static String kind(String maker, String kind) {
    return Words.signature(
        maker + "-" + kind,
        "declared",
        "upnp.x",
        "^" + maker + " " + kind + "$",
        "verified: true, claims: { device: " + kind + " }");
  }

  /** Words are of {@code http.server} or {@code upnp.x}; those after {@code ~} were unasked. */
  private static Device device(String words) {
    List<Observation> all = new ArrayList<>();
    for (String word : words.split(" *, *", -1)) {
      boolean unasked = word.startsWith("~");
      String text = unasked ? word.substring(1) : word;
      boolean server = text.matches("acme|bolt|says .*");
      List<Fact> facts = new ArrayList<>();
      facts.add(Fact.of(Field.of(server ? "http.server" : "upnp.x"), text));
      if (unasked) {
        facts.add(Fact.of(Observation.UNASKED, "announced"));
      }
      all.add(
          new Observation(
              "o" + all.size(),
              Cidr.address("192.0.2.7"),
              Optional.of("lan"),
              ProbeId.of("test"),
              Endpoint.udp(1900),
              Optional.empty(),
              Instant.EPOCH,
              Outcome.ANSWERED,
              facts,
              Optional.empty()));
    }
    return DeviceAssembler.assemble(all).get(0);
  }

  private static String answer(String words) {
    Identification id = new Identifier(PACK).identify(device(words));
    return id.level() + id.maker().map(Maker::id).map(m -> " " + m).orElse("");
  }

  private static String observationOf(String words) {
    return new Identifier(PACK).identify(device(words)).evidence().get(0).observation();
  }

  private static boolean spokenFor(String words) {
    return new Identifier(PACK).isSpokenFor(device(words));
  }

  @Test
  void wordsThatWereSaidBothWaysAreEvidenceAsTheyWereSaidWhenAsked() {
    assertThat(observationOf("acme, ~acme")).isEqualTo("o0");
    assertThat(observationOf("~acme, acme")).isEqualTo("o1");
    assertThat(observationOf("~acme, ~bolt, port, acme")).isEqualTo("o3");
    assertThat(observationOf("~acme")).as("only so").isEqualTo("o0");
  }

  @Test
  void whatIsConfirmedWhenAskedStandsAgainstUnaskedWords() {
    assertThat(answer("acme, ~bolt")).isEqualTo("CONFIRMED acme");
    assertThat(answer("acme, ~says bolt")).isEqualTo("CONFIRMED acme");
    assertThat(spokenFor("acme, ~bolt")).isTrue();
    assertThat(answer("acme, bolt")).as("both asked").isEqualTo("CONTESTED");
    assertThat(spokenFor("acme, bolt")).isFalse();
  }

  @Test
  void whatIsNotConfirmedWhenAskedDoesNot() {
    assertThat(answer("says acme, ~bolt")).isEqualTo("LIKELY bolt");
    assertThat(spokenFor("says acme, ~bolt")).isFalse();
    assertThat(answer("port, ~bolt"))
        .as("unasked words are all there is")
        .isEqualTo("CONFIRMED bolt");
    assertThat(answer("~bolt")).isEqualTo("CONFIRMED bolt");
    assertThat(spokenFor("~bolt")).isFalse();
    assertThat(answer("~acme, ~bolt")).isEqualTo("CONTESTED");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "acme, acme recorder, ~acme camera | RECORDER",
        "acme, acme brand Z, ~acme brand A | Z",
        "acme, acme model Z, ~acme model A | Z",
        "acme, acme no 2, ~acme no 1 | 2",
        "acme, acme fw 2, ~acme fw 1 | 2",
      })
  void noneOfItsParticularsIsChanged(String words, String kept) {
    Identification id = new Identifier(PACK).identify(device(words));
    assertThat(
            List.of(
                id.kind().name(),
                id.brand().orElse(""),
                id.model().orElse(""),
                id.serial().orElse(""),
                id.firmware().orElse("")))
        .contains(kept);
    assertThat(spokenFor(words)).isTrue();
  }

  @Test
  void whatIsOnlyAddedIsBelieved() {
    String words = "acme, ~acme brand A, ~acme model B, ~acme no 1, ~acme fw 2";
    Identification id = new Identifier(PACK).identify(device(words));
    assertThat(id.brand()).contains("A");
    assertThat(id.model()).contains("B");
    assertThat(id.serial()).contains("1");
    assertThat(id.firmware()).contains("2");
    assertThat(spokenFor(words)).isFalse();
    assertThat(spokenFor("acme, acme model B, ~acme model B")).as("the same again").isFalse();
  }
}
