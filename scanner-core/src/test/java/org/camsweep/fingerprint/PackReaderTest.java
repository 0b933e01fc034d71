package org.camsweep.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {
  private static final String ACME =
      """
      maker: acme
      name: Acme Optics Ltd
      otherNames: [Acme]
      jurisdiction: { country: SE, verified: true, source: 'register' }
      parent: big
      tradeNames: [Acme, AcmeCam]
      macPrefixes:
        - { cameraSpecific: true, verified: true, source: 'registry', blocks: ['00:11:22', '70:B3:D5:00:10:00/36'] }
      enterpriseNumbers: [12345]
      signatures:
        - id: acme-rtsp-server
          field: rtsp.server
          pattern: '^Acme Rtsp/(?P<model>[A-Z0-9-]+)'
          evidence: platform
          verified: true
          claims: { brand: Acme, device: thermal-camera }
          all: [ { field: rtsp.public, pattern: 'PLAY' } ]
          source: 'own bench'
          examples: [ { text: 'Acme Rtsp/C-20', model: 'C-20' } ]
          nonExamples: [ 'Not Acme Rtsp/C-20' ]
      """;

  private static PackText acme(String text) {
    return new PackText()
        .file("makers/big.yaml", "maker: big\nname: Big\n")
        .file("makers/acme.yaml", text);
  }

  @TempDir Path folder;

  @Test
  void readsAMakerWhole() {
    Pack pack = acme(ACME).read();
    Maker maker = pack.maker("acme").orElseThrow();
    assertThat(maker.country()).contains("SE");
    assertThat(maker.tradeNames()).containsExactly("Acme", "AcmeCam");
    assertThat(maker.buildsHardware()).isTrue();
    assertThat(pack.isWithin("acme", "big")).isTrue();
    assertThat(pack.isWithin("big", "acme")).isFalse();
    Signature signature = pack.signatures().get(0);
    assertThat(signature.field()).isEqualTo(Field.of("rtsp.server"));
    assertThat(signature.maker()).contains("acme");
    assertThat(signature.device()).contains(DeviceKind.THERMAL_CAMERA);
    assertThat(signature.all()).hasSize(1);
    assertThat(signature.line()).isEqualTo(11);
    assertThat(pack.version()).isEqualTo("2026.1.1");
  }

  @Test
  void theSmallestBlockNamesTheRegistrant() {
    Pack pack =
        acme(ACME)
            .maker(
                "reg",
                "macPrefixes: [ { cameraSpecific: false, verified: true, source: s,"
                    + " blocks: ['70:B3:D5'] } ]\n")
            .read();
    assertThat(pack.registrants(new Mac("70:b3:d5:00:11:22")))
        .extracting(MacPrefix::maker)
        .containsExactly("acme");
    assertThat(pack.registrants(new Mac("70:b3:d5:77:11:22")))
        .extracting(MacPrefix::maker)
        .containsExactly("reg");
    assertThat(pack.registrants(new Mac("70:b3:d6:77:11:22"))).isEmpty();
  }

  @Test
  void readsLabelsAndGenericSignatures() {
    Pack pack =
        acme(ACME)
            .file(
                "labels/acme.yaml",
                "maker: acme\nlabels:\n  - { id: label-foo-1, label: Foo, from: 2012, to: 2013,"
                    + " certainty: confirmed, verified: true, source: s }\n")
            .file(
                "generic/printers.yaml",
                "signatures:\n  - { id: printers-jet, field: http.title, pattern: 'Jet',"
                    + " evidence: declared, verified: true, claims: { device: other }, source: s,"
                    + " examples: [ { text: 'A Jet' } ], nonExamples: [ 'no' ] }\n")
            .read();
    assertThat(pack.labels())
        .containsExactly(
            new Label(
                "label-foo-1",
                "acme",
                "Foo",
                Optional.empty(),
                Optional.of(2012),
                Optional.of(2013),
                Certainty.CONFIRMED,
                true,
                "s"));
    assertThat(pack.signatures().get(1).maker()).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "maker: acme | maker: acne | 1 | acne",
        "name: Acme Optics Ltd | nam: Acme | 2 | did you mean 'name'?",
        "country: SE | country: Sweden | 4 | not a country code",
        "country: SE, verified: true | verified: true | 4 | says country and source",
        "parent: big | parent: huge | 0 | no maker 'huge' is known",
        "parent: big | parent: acme | 5 | its own parent",
        "'00:11:22' | '00:11' | 8 | not a registry block",
        "cameraSpecific: true, |  | 8 | 'cameraSpecific' is missing",
        "[12345] | [-1] | 9 | out of range",
        "id: acme-rtsp-server | id: rtsp-server | 11 | does not start with 'acme-'",
        "field: rtsp.server | field: RTSP | 12 | is not a field",
        "?P<model> | ?P<modell> | 13 | is not captured",
        "(?P<model> | (?= | 13 | not an RE2 pattern",
        "evidence: platform | evidence: strong | 14 | use one of: platform",
        "verified: true\\n    claims | claims | 11 | 'verified' is missing",
        "device: thermal-camera | device: unknown | 16 | nothing is claimed by",
        "brand: Acme | maker: big | 16 | its own file's maker",
        "source: 'own bench' | note: x | 11 | 'source' is missing",
        "model: 'C-20' | serial: 'C-20' | 19 | no group 'serial'",
        "[ { text: 'Acme Rtsp/C-20', model: 'C-20' } ] | [] | 19 | there is no example",
        "[ 'Not Acme Rtsp/C-20' ] | [] | 20 | there is none",
      })
  void oneMessageNamesLineAndCure(String from, String to, int line, String says) {
    String good = ACME.replace("\r", "");
    String bad = good.replace(from.replace("\\n", "\n"), to == null ? "" : to);
    assertThat(bad).isNotEqualTo(good);
    assertThatThrownBy(() -> PackReader.read(acme(bad).in(folder)))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e -> {
              assertThat(e.getMessage()).contains(says).contains("acme.yaml").doesNotContain("\n");
              assertThat(e.line()).isEqualTo(line);
            });
  }

  @Test
  void labelsAreReadStrictly() {
    String row = "  - { id: l, label: Foo, certainty: sure, verified: true, source: s }\n";
    PackText text = acme(ACME).file("labels/acme.yaml", "maker: acme\nlabels:\n" + row);
    assertThatThrownBy(() -> PackReader.read(text.in(folder)))
        .hasMessageContaining("acme.yaml:3")
        .hasMessageContaining("confirmed, probable, possible, weak, refuted");
  }

  @Test
  void aLabelOfAnUnknownMakerAndAnIdUsedTwiceAreFound() throws Exception {
    String row = "  - { id: %s, label: Foo, certainty: weak, verified: true, source: s }\n";
    PackText text =
        acme(ACME)
            .file("labels/nobody.yaml", "maker: nobody\nlabels:\n" + row.formatted("l1"))
            .file("labels/acme.yaml", "maker: acme\nlabels:\n" + row.formatted("l1"));
    List<ConfigException> faults =
        PackCheck.check(text.in(folder), f -> java.util.Set.of("any")).faults();
    assertThat(faults)
        .extracting(ConfigException::problem)
        .containsExactly("no maker 'nobody' is known", "id 'l1' is also at " + shown("acme"));
  }

  private String shown(String maker) {
    return folder.resolve("labels/" + maker + ".yaml").toString();
  }
}
