package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which rule decides where makers build for one another. Acme builds under House, and one line of
 * Dorn; cord and delt are acme's. Kite and lima have some of their devices built by acme. Nord and
 * sud build for each other, alfa for beta, beta for gama, gama for alfa.
 */
class RulesTest {
  private static final String LINE =
      "line: Performance series, certainty: confirmed, verified: true";
  private static final Pack PACK = pack();

  private static Pack pack() {
    PackText text =
        new PackText()
            .maker("acme", maker("acme", "00:11:22", "00:aa:bb"))
            .maker("bolt", maker("bolt", "00:33:44", "00:aa:bb"))
            .maker("cord", "parent: acme\n" + maker("cord", "00:77:01"))
            .maker("delt", "parent: acme\n" + maker("delt", "00:77:02"))
            .maker("dorn", maker("dorn", "00:55:66"))
            .maker("kite", maker("kite", "00:77:88"))
            .maker("lima", maker("lima", "00:77:89"));
    int next = 1;
    for (String each : new String[] {"nord", "sud", "alfa", "beta", "gama"}) {
      text.maker(each, maker(each, "00:99:0" + next++));
    }
    return text.file(
            "labels/acme.yaml",
            "maker: acme\nlabels:\n"
                + Words.label("a1", "House")
                + Words.label("a2", "Dorn", LINE)
                + Words.label("a3", "Kite")
                + Words.label("a4", "Lima")
                + Words.label("a5", "Trio", LINE)
                + Words.label("a6", "Twoline", LINE)
                + Words.label("a7", "Bolt", "certainty: confirmed, verified: false"))
        .file("labels/cord.yaml", labels("cord", Words.label("c1", "Trio", LINE)))
        .file("labels/delt.yaml", labels("delt", Words.label("d1", "Trio")))
        .file("labels/bolt.yaml", labels("bolt", Words.label("b1", "Twoline", LINE)))
        .file("labels/kite.yaml", labels("kite", Words.label("k1", "Kite")))
        .file("labels/lima.yaml", labels("lima", Words.label("m1", "Lima", LINE)))
        .file("labels/nord.yaml", labels("nord", Words.label("n1", "Sud")))
        .file("labels/sud.yaml", labels("sud", Words.label("s1", "Nord")))
        .file("labels/alfa.yaml", labels("alfa", Words.label("o1", "Beta")))
        .file("labels/beta.yaml", labels("beta", Words.label("o2", "Gama")))
        .file("labels/gama.yaml", labels("gama", Words.label("o3", "Alfa")))
        .read();
  }

  private static String labels(String maker, String rows) {
    return "maker: " + maker + "\nlabels:\n" + rows;
  }

  private static String maker(String id, String... blocks) {
    String name = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
    StringBuilder all = new StringBuilder("tradeNames: [" + name + "]\n" + Words.blocks(blocks));
    all.append("signatures:\n");
    for (String kind : new String[] {"platform", "declared", "brand", "likeness"}) {
      String pattern = "^" + id + " " + kind + "$";
      all.append(Words.signature(id + "-" + kind, kind, "http.server", pattern));
      String claim = "^" + id + " claim " + kind + "$";
      all.append(
          Words.signature(id + "-claim-" + kind, kind, "http.server", claim, "verified: false"));
    }
    return all.toString();
  }

  private static Identification identify(String words) {
    return new Identifier(PACK)
        .identify(Heard.device(Arrays.stream(words.split(", ", -1)).map(RulesTest::line).toList()));
  }

  private static String line(String word) {
    if (word.startsWith("@")) {
      return "onvif.manufacturer = " + word.substring(1);
    }
    return word.startsWith("00:") ? "neighbour.mac = " + word : "http.server = " + word;
  }

  @ParameterizedTest(name = "{0} -> {1} {2}, or {3}: {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "acme declared, dorn declared | LIKELY | acme | - | the device names this maker in fields",
        "acme declared, bolt declared | CONTESTED | - | acme bolt | the device names unrelated",
        "nord declared, sud declared | CONTESTED | - | nord sud | the device names unrelated",
        "alfa declared, beta declared, gama declared | CONTESTED | - | alfa beta gama | the device names",
        "alfa declared, beta declared | POSSIBLE | alfa | gama | the device names this maker, but",
        "dorn declared, 00:55:66:00:00:01 | POSSIBLE | dorn | acme | name and hardware address agree",
        "kite declared, 00:77:88:00:00:01 | LIKELY | kite | acme | name and hardware address agree",
        "lima declared, 00:77:89:00:00:01 | LIKELY | lima | acme | name and hardware address agree",
        "acme declared, 00:11:22:00:00:01 | CONFIRMED | acme | - | the device names this maker and",
        "acme declared, 00:aa:bb:00:00:01 | POSSIBLE | acme | bolt | the device names this maker, but",
        "acme declared, 00:33:44:00:00:01 | POSSIBLE | acme | bolt | the device names this maker, but",
        "kite declared | POSSIBLE | kite | acme | the device names this maker, but others",
        "acme declared, 00:55:66:00:00:01 | LIKELY | acme | - | the device names this maker in fields",
        "acme platform, bolt platform | CONTESTED | - | acme bolt | words of two unrelated",
        "acme platform, bolt platform, kite platform | CONTESTED | - | acme bolt kite | words of 3 unrelated",
        "@House | LIKELY | acme | - | every firm source about this label",
        "@House, dorn brand | POSSIBLE | acme | dorn | the label alone",
        "@House, dorn claim brand | LIKELY | acme | - | every firm source",
        "@House, cord brand | LIKELY | acme | - | every firm source",
        "@House, bolt claim platform | POSSIBLE | acme | bolt | the label alone",
        "@House, 00:33:44:00:00:01 | POSSIBLE | bolt | acme | the hardware address alone",
        "@House, 00:11:22:00:00:01 | LIKELY | acme | - | this maker is known to build",
        "@House, dorn declared, 00:11:22:00:00:01 | LIKELY | acme | - | this maker is known to build",
        "@Trio | LIKELY | delt | - | every firm source",
        "@Twoline | POSSIBLE | acme | bolt | the label alone: what is known of it",
        "@Kite | POSSIBLE | acme | kite | the label alone",
        "00:aa:bb:00:00:01 | UNKNOWN | - | acme bolt | only weak evidence, and it names several",
        "00:11:22:00:00:01 | POSSIBLE | acme | - | the hardware address alone",
        "acme claim platform | POSSIBLE | acme | - | words of this maker's devices, by signatures",
        "acme claim declared, bolt likeness | POSSIBLE | acme | bolt | words of this maker's devices",
        "acme likeness | POSSIBLE | acme | - | words that this maker's devices share",
        "acme likeness, cord likeness | POSSIBLE | cord | - | words that this maker's devices share",
        "bolt platform, acme declared | LIKELY | bolt | acme | the firmware says words that only",
        "acme platform, bolt declared | LIKELY | acme | bolt | the firmware says words that only",
      })
  void decides(String words, Level level, String maker, String others, String rule) {
    Identification id = identify(words);
    assertThat(id.rule()).startsWith(rule);
    assertThat(id.level()).isEqualTo(level);
    assertThat(id.maker().map(Maker::id).orElse(null)).isEqualTo(maker);
    assertThat(id.candidates().stream().map(Maker::id).collect(Collectors.joining(" ")))
        .isEqualTo(others == null ? "" : others);
  }

  @Test
  void whereSeveralBuildUnderALabelThatIsSaid() {
    assertThat(identify("@Twoline").rule())
        .endsWith("; of several builders one is named, the others stand by");
    assertThat(identify("@Kite").rule()).endsWith("the others stand by");
    assertThat(identify("@Dorn").rule()).doesNotContain("stand by");
  }

  @Test
  void whatWouldSettleItIsSaidByHowLargeTheDoubtIs() {
    assertThat(identify("acme declared").settle().orElseThrow()).startsWith("a second kind");
    assertThat(identify("acme claim platform").settle()).contains(Settle.PLATFORM);
    assertThat(identify("acme platform, bolt platform").settle().orElseThrow())
        .startsWith("the type plate on the case, and whether one box or several");
    assertThat(identify("nothing").settle().orElseThrow()).startsWith("an answer on any camera");
    assertThat(identify("acme platform").settle()).isEmpty();
  }
}
