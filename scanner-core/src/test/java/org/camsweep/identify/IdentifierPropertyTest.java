package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camsweep.fingerprint.Maker;

class IdentifierPropertyTest {
  private static final Identifier IDENTIFIER = new Identifier(SmallPack.pack());
  private static final List<String> WORDS = words();

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (String maker : List.of("acme", "bolt", "dorn", "cord", "badge")) {
      for (String word : List.of("platform", "declared", "brand", "likeness", "camera")) {
        words.add("http.server = " + maker + "-" + word);
        words.add("http.server = " + maker + "-unverified-" + word);
      }
    }
    for (String label : List.of("Badge", "Split", "Hint", "Claim", "Dorn", "Acme", "Cord")) {
      words.add("onvif.manufacturer = " + label);
    }
    words.add("rtsp.server = weak-camera");
    words.add("rtsp.server = weak-other");
    return List.copyOf(words);
  }

  @Provide
  Arbitrary<List<String>> heard() {
    Arbitrary<String> mac =
        Arbitraries.of(
            "neighbour.mac = 00:11:22:01:02:03",
            "neighbour.mac = 00:33:44:01:02:03",
            "port.open = 80");
    return mac.flatMap(
        m ->
            Arbitraries.of(WORDS)
                .list()
                .ofMaxSize(6)
                .map(
                    words -> {
                      List<String> all = new ArrayList<>(words);
                      all.add(m);
                      return all;
                    }));
  }

  @Provide
  Arbitrary<String> maker() {
    return Arbitraries.of("acme", "bolt", "cord");
  }

  @Provide
  Arbitrary<String> kind() {
    return Arbitraries.of(
        "platform", "declared", "brand", "likeness", "unverified-platform", "unverified-declared");
  }

  private static Identification identify(List<String> lines) {
    return IDENTIFIER.identify(Heard.device(lines));
  }

  @Property(tries = 500)
  void orderIsIrrelevant(@ForAll("heard") List<String> heard, @ForAll long seed) {
    List<String> other = new ArrayList<>(heard);
    Collections.shuffle(other, new Random(seed));
    Identification one = identify(heard);
    Identification two = identify(other);
    assertThat(two.level()).isEqualTo(one.level());
    assertThat(two.maker()).isEqualTo(one.maker());
    assertThat(two.candidates()).isEqualTo(one.candidates());
    assertThat(two.kind()).isEqualTo(one.kind());
    assertThat(two.brand()).isEqualTo(one.brand());
    assertThat(two.rule()).isEqualTo(one.rule());
  }

  @Property(tries = 2000)
  void moreEvidenceForTheSameMakerNeverLowersItsLevel(
      @ForAll("heard") List<String> heard, @ForAll("kind") String kind) {
    Identification before = identify(heard);
    Optional<String> maker = before.maker().map(Maker::id);
    if (maker.isPresent()) {
      List<String> more = new ArrayList<>(heard);
      more.add("http.server = " + maker.get() + "-" + kind);
      Identification after = identify(more);
      assertThat(after.level()).as(after.rule()).isGreaterThanOrEqualTo(before.level());
      assertThat(after.maker()).isEqualTo(before.maker());
    }
  }

  @Property(tries = 1000)
  void aBadgeNeverOverrulesPlatformEvidence(
      @ForAll("maker") String maker, @ForAll("heard") List<String> heard) {
    List<String> badges =
        new ArrayList<>(heard.stream().filter(l -> l.startsWith("onvif") || isBrand(l)).toList());
    badges.add("http.server = " + maker + "-platform");
    Identification id = identify(badges);
    assertThat(id.maker().map(Maker::id)).contains(maker);
    assertThat(id.level()).isEqualTo(Level.CONFIRMED);
  }

  private static boolean isBrand(String line) {
    return line.endsWith("-brand");
  }

  @Property(tries = 1000)
  void theUnverifiedIsNeverFirm(@ForAll("heard") List<String> heard) {
    List<String> unverified =
        heard.stream().filter(l -> l.contains("unverified") || l.endsWith("Claim")).toList();
    assertThat(identify(unverified).level().isFirm()).isFalse();
  }

  @Property(tries = 2000)
  void lessEvidenceNeverMakesTheUnknownFirm(@ForAll("heard") List<String> heard) {
    if (identify(heard).level() == Level.UNKNOWN) {
      for (int i = 0; i < heard.size(); i++) {
        List<String> less = new ArrayList<>(heard);
        less.remove(i);
        assertThat(identify(less).level().isFirm()).isFalse();
      }
    }
  }
}
