package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
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

/** Which signatures fire on what a device says. */
class SignatureIndexTest {
  private static Pack pack(String... signatures) {
    return new PackText().maker("acme", "signatures:\n" + String.join("", signatures)).read();
  }

  private static List<Hit> hits(Pack pack, Device device) {
    return new SignatureIndex(pack).match(device);
  }

  private static List<String> fired(Pack pack, String... lines) {
    return hits(pack, Heard.device(lines)).stream().map(h -> h.signature().id()).toList();
  }

  private static Observation said(String id, String... lines) {
    List<Fact> facts = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(" = ", 2);
      facts.add(Fact.of(Field.of(parts[0]), parts[1]));
    }
    return new Observation(
        id,
        Cidr.address("192.0.2.7"),
        Optional.of("lan"),
        ProbeId.of("test"),
        Endpoint.tcp(80),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        facts,
        Optional.empty());
  }

  @Test
  void aSignatureSeesItsOwnFieldAndADerivedOneSeesAllThatStateIt() {
    Pack pack =
        pack(
            Words.signature("acme-a", "declared", "http.server", "^cam$"),
            Words.signature("acme-b", "declared", "stated.model", "^cam$"));
    assertThat(fired(pack, "http.server = cam")).containsExactly("acme-a");
    assertThat(fired(pack, "onvif.model = cam")).containsExactly("acme-b");
    assertThat(fired(pack, "http.title = cam", "http.server = a cam")).isEmpty();
  }

  @Test
  void theSameWordsCountOnce() {
    Pack pack = pack(Words.signature("acme-a", "declared", "http.server", "^cam[0-9]$"));
    assertThat(fired(pack, "http.server = cam1", "http.server = cam1", "http.server = cam2"))
        .containsExactly("acme-a", "acme-a");
  }

  @Test
  void allConditionsMustBeMetByTheSameObservation() {
    Pack pack =
        pack(
            Words.signature(
                "acme-a",
                "declared",
                "http.server",
                "^cam$",
                "verified: true, all: [ { field: http.title, pattern: 'Log in' },"
                    + " { field: stated.model, pattern: '^M' } ]"));
    assertThat(hits(pack, one("http.server = cam", "http.title = Log in", "onvif.model = M1")))
        .hasSize(1);
    assertThat(
            hits(
                pack,
                one(
                    "http.server = cam",
                    "http.title = no",
                    "http.title = Log in here",
                    "onvif.model = M1")))
        .as("any fact of the field")
        .hasSize(1);
    assertThat(hits(pack, one("http.server = cam", "http.title = Log in"))).isEmpty();
    assertThat(hits(pack, one("http.server = cam", "onvif.model = M1"))).isEmpty();
    assertThat(hits(pack, one("http.server = cam", "http.title = Log in", "onvif.model = N1")))
        .isEmpty();
    assertThat(fired(pack, "http.server = cam", "http.title = Log in", "onvif.model = M1"))
        .as("said in three answers")
        .isEmpty();
  }

  private static Device one(String... lines) {
    return DeviceAssembler.assemble(List.of(said("o1", lines))).get(0);
  }

  @Test
  void re2HasTheLastWordWhereTheFilterIsNotSure() {
    Pack pack =
        pack(
            Words.signature("acme-lines", "declared", "http.server", "(?m)^cam$"),
            Words.signature("acme-letter", "declared", "http.server", "^é$"));
    assertThat(fired(pack, "http.server = a cam b")).isEmpty();
    assertThat(fired(pack, "http.server = a\ncam\nb")).containsExactly("acme-lines");
    assertThat(fired(pack, "http.server = è")).isEmpty();
    assertThat(fired(pack, "http.server = é")).containsExactly("acme-letter");
  }

  @Test
  void namedGroupsAreCapturedUnlessBlank() {
    Pack pack =
        pack(
            Words.signature(
                "acme-a",
                "declared",
                "http.server",
                "^cam (?P<model>[^/]*)(?:/(?P<firmware>[0-9]+))?$"));
    assertThat(hits(pack, one("http.server = cam M1/7")).get(0).captures())
        .isEqualTo(Map.of("model", "M1", "firmware", "7"));
    assertThat(hits(pack, one("http.server = cam M1")).get(0).captures())
        .isEqualTo(Map.of("model", "M1"));
    assertThat(hits(pack, one("http.server = cam  /7")).get(0).captures())
        .isEqualTo(Map.of("firmware", "7"));
  }

  @Test
  void atMost512FireOnOneDeviceAndTheLimitIsSaid() {
    Pack pack = pack(Words.signature("acme-a", "declared", "http.server", "^cam[0-9]+$"));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < SignatureIndex.MAX_HITS - 1; i++) {
      lines.add("http.server = cam" + i);
    }
    Identifier identifier = new Identifier(pack);
    String hits = "signatures that fire on one device (512)";
    Device fewer = Heard.device(lines);
    assertThat(identifier.limits(fewer, identifier.identify(fewer)))
        .containsExactly("pieces of evidence shown (256)");
    lines.add("http.server = cam9998");
    Device all = Heard.device(lines);
    assertThat(identifier.limits(all, identifier.identify(all))).contains(hits);
    lines.add("http.server = cam9999");
    Device more = Heard.device(lines);
    assertThat(hits(pack, more)).hasSize(SignatureIndex.MAX_HITS);
    assertThat(identifier.limits(more, identifier.identify(more)))
        .containsExactly("pieces of evidence shown (256)", hits);
    assertThat(identifier.identify(more).evidence()).hasSize(Identifier.MAX_EVIDENCE);
    Device few = Heard.device("http.server = cam1");
    assertThat(identifier.limits(few, identifier.identify(few))).isEmpty();
  }

  @Test
  void whatIsMeasuredIsTheNumberOfPatternsTried() {
    Pack pack =
        pack(
            Words.signature("acme-a", "declared", "http.server", "^cam$"),
            Words.signature("acme-b", "declared", "http.server", "^cam[12]$"),
            Words.signature("acme-c", "declared", "stated.model", "^M"),
            Words.signature("acme-d", "declared", "http.title", "cam\\b"));
    Identifier identifier = new Identifier(pack);
    assertThat(identifier.tried(Heard.device("http.server = cam"))).isEqualTo(1);
    assertThat(identifier.tried(Heard.device("http.server = cam", "onvif.model = M"))).isEqualTo(2);
    assertThat(identifier.tried(Heard.device("http.server = no"))).isZero();
    assertThat(identifier.unfiltered()).isZero();
    Pack strange = pack(Words.signature("acme-a", "declared", "http.server", "cam{x"));
    assertThat(new Identifier(strange).unfiltered()).as("a brace that stands for itself").isOne();
    assertThat(fired(strange, "http.server = a cam{x")).containsExactly("acme-a");
    assertThat(new Identifier(strange).tried(Heard.device("http.server = no"))).isOne();
  }
}
