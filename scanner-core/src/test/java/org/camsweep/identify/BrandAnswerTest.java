package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.junit.jupiter.api.Test;

/** What the label says is another question than who built the box. */
class BrandAnswerTest {
  private static final Pack PACK =
      new PackText()
          .maker(
              "acme",
              "tradeNames: [Acme]\nsignatures:\n"
                  + Words.signature("acme-p", "platform", "http.server", "^acme$")
                  + claiming("acme-own", "own", "Acme")
                  + claiming("acme-line", "line", "Zeta line"))
          .maker("cord", "parent: acme\ntradeNames: [Cord]\n")
          .maker(
              "bolt",
              "tradeNames: [Bolt]\nsignatures:\n"
                  + claiming("bolt-b", "bolt", "Bolt")
                  + claiming("bolt-line", "bolt-line", "Bolt line"))
          .maker(
              "shop",
              "buildsHardware: false\ntradeNames: [Shop, Shop Pro]\nsignatures:\n"
                  + Words.signature("shop-p", "platform", "http.server", "^sold by shop$"))
          .file(
              "generic/any.yaml",
              "signatures:\n"
                  + Words.signature(
                      "any-brand", "brand", "http.server", "^badge (?P<brand>.+)", "verified: true")
                  + Words.signature(
                      "any-hint", "brand", "http.server", "^hint (?P<brand>.+)", "verified: false"))
          .read();

  private static String claiming(String id, String word, String brand) {
    return Words.signature(
        id,
        "brand",
        "http.server",
        "^" + word + "$",
        "verified: true, claims: { brand: '" + brand + "' }");
  }

  private static String brand(String... words) {
    String[] lines = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      lines[i] =
          words[i].startsWith("@")
              ? "onvif.manufacturer = " + words[i].substring(1)
              : "http.server = " + words[i];
    }
    return new Identifier(PACK).identify(Heard.device(lines)).brand().orElse("");
  }

  @Test
  void whatShowsNoLabelHasNone() {
    assertThat(brand("acme")).isEmpty();
    assertThat(brand("@Unheard of")).isEmpty();
    assertThat(brand("sold by shop")).as("words of one who buys in").isEqualTo("Shop");
  }

  @Test
  void aForeignLabelIsToldBeforeTheMakersOwn() {
    assertThat(brand("acme", "own")).isEqualTo("Acme");
    assertThat(brand("acme", "own", "@Shop")).isEqualTo("Shop");
    assertThat(brand("acme", "@Acme", "@Shop Pro")).isEqualTo("Shop Pro");
    assertThat(brand("acme", "bolt", "own")).isEqualTo("Bolt");
  }

  @Test
  void aLabelOfAnOwnedCompanyIsTheMakersOwn() {
    assertThat(brand("acme", "@Cord", "badge Unowned")).isEqualTo("Unowned");
    assertThat(brand("acme", "@Acme", "@Cord")).isEqualTo("Acme");
  }

  @Test
  void aNameThatNobodyOwnsIsItsSpeakersOwn() {
    assertThat(brand("acme", "line", "@Shop")).as("the maker's line").isEqualTo("Shop");
    assertThat(brand("acme", "own", "bolt-line"))
        .as("said by a signature of another's")
        .isEqualTo("Bolt line");
    assertThat(brand("acme", "line", "own")).as("both are its own").isEqualTo("Acme");
  }

  @Test
  void whereNobodyIsTheMakerNoLabelIsHisOwn() {
    assertThat(brand("badge Acme", "badge Beta")).isEqualTo("Acme");
    assertThat(brand("badge Beta", "badge Acme")).isEqualTo("Acme");
  }

  @Test
  void verifiedWordsComeBeforeOthers() {
    assertThat(brand("hint Alpha", "badge Beta")).isEqualTo("Beta");
    assertThat(brand("badge Beta", "hint Alpha")).isEqualTo("Beta");
    assertThat(brand("hint Alpha")).isEqualTo("Alpha");
  }

  @Test
  void aLabelIsNoneOfTheMakersNamesIfItIsRelabelled() {
    Identifier identifier = new Identifier(PACK);
    assertThat(
            identifier
                .identify(Heard.device("http.server = acme", "onvif.manufacturer = ACME"))
                .relabelled())
        .isFalse();
    assertThat(identifier.identify(Heard.device("http.server = acme")).relabelled()).isFalse();
    assertThat(
            identifier
                .identify(Heard.device("http.server = acme", "onvif.manufacturer = Shop"))
                .relabelled())
        .isTrue();
  }
}
