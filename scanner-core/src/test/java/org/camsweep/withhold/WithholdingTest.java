package org.camsweep.withhold;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a device's words is kept where an owner's secret stands in them. */
class WithholdingTest {
  private static final Field TITLE = Field.of("http.title");
  private static final String SECRET = "Gate-Reader&9";
  private static final byte[] NOTHING = new byte[0];

  private static Withholding of(String... secrets) {
    Withholding all = new Withholding(word -> "camera maker one".contains(word));
    for (String one : secrets) {
      assertThat(all.add(one.toCharArray())).as(one).isTrue();
    }
    return all;
  }

  private static Observation said(Outcome outcome, Fact... facts) {
    return new Observation(
        "o1",
        Cidr.address("10.0.0.7"),
        Optional.of("cctv"),
        ProbeId.of("http"),
        Endpoint.tcp(80),
        Optional.empty(),
        Instant.EPOCH,
        outcome,
        List.of(facts),
        Optional.of("00"));
  }

  private static List<String> kept(Withholding by, String title) {
    return by
        .from(said(Outcome.ANSWERED, Fact.of(TITLE, title)), NOTHING)
        .observation()
        .facts()
        .stream()
        .map(Fact::value)
        .toList();
  }

  @Test
  void whatHoldsNoSecretIsKeptAsItIs() {
    Observation heard = said(Outcome.ANSWERED, Fact.of(TITLE, "Gate-Reader of the yard"));
    byte[] raw = "any bytes".getBytes(UTF_8);
    for (Withholding by : List.of(of(SECRET), Withholding.none())) {
      Withholding.Kept kept = by.from(heard, raw);
      assertThat(kept.observation()).isSameAs(heard);
      assertThat(kept.raw()).isSameAs(raw);
    }
  }

  /** Ways that a device has to repeat what it was told. */
  private static List<String> ways(String secret) {
    byte[] octets = secret.getBytes(UTF_8);
    String upper = secret.toUpperCase(java.util.Locale.ROOT);
    return List.of(
        secret,
        upper,
        new String(octets, ISO_8859_1),
        URLEncoder.encode(secret, UTF_8),
        secret.replace("&", "&amp;").replace("\"", "&quot;"),
        secret.replace("-", "&#45;").replace("e", "&#x65;"),
        secret.replace("-", "\\u002d").replace("\"", "\\\""),
        HexFormat.of().formatHex(octets),
        HexFormat.of().withUpperCase().formatHex(octets));
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, "Tür-\"Wächter\"-7", "plainword-12"})
  void theMarkStandsInItsPlaceAndTheRecordSaysWhere(String secret) {
    Withholding by = of("another-key-1", secret, "and.one.more.2");
    for (String way : ways(secret)) {
      List<String> facts = kept(by, "x" + way + "y, then " + way);
      assertThat(facts.get(0)).as(way).isEqualTo("x(withheld)y, then (withheld)");
      assertThat(facts.get(1))
          .isEqualTo(
              "a key or password of the owner's, in http.title;"
                  + " the bytes and their hash are not kept");
    }
  }

  @Test
  void inBase64WhereverItBeginsAndWhateverIsAroundIt() {
    Random dice = new Random(7);
    for (String secret : List.of(SECRET, "12345-abc", "Wächter??>>>7")) {
      Withholding by = of(secret);
      byte[] octets = secret.getBytes(UTF_8);
      for (int before = 0; before < 9; before++) {
        byte[] whole = new byte[before + octets.length + 5];
        dice.nextBytes(whole);
        System.arraycopy(octets, 0, whole, before, octets.length);
        for (Base64.Encoder as : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
          assertThat(kept(by, "Basic " + as.encodeToString(whole)).get(0))
              .as(secret + " after " + before)
              .startsWith("Basic ")
              .contains(Withholding.MARK);
        }
      }
    }
  }

  @Test
  void bytesThatHoldItOrFactsThatDoAreNotKeptWithTheirHash() {
    Withholding by = of(SECRET);
    byte[] held = ("<n>" + SECRET + "</n>").getBytes(UTF_8);
    Withholding.Kept bytes = by.from(said(Outcome.ANSWERED, Fact.of(TITLE, "Yard")), held);
    assertThat(bytes.raw()).isEmpty();
    assertThat(bytes.observation().rawSha256()).isEmpty();
    assertThat(bytes.observation().facts().get(0).value()).isEqualTo("Yard");
    assertThat(bytes.observation().first(Observation.WITHHELD).orElseThrow())
        .startsWith("a key or password of the owner's, in the bytes;");
    byte[] packed = {0x1f, (byte) 0x8b, 8, 1, 2, 3};
    Withholding.Kept fact = by.from(said(Outcome.ANSWERED, Fact.of(TITLE, SECRET)), packed);
    assertThat(fact.raw()).as("perhaps compressed, or in a maker's own cipher").isEmpty();
    assertThat(fact.observation().rawSha256()).isEmpty();
  }

  @Test
  void whatTheScanItselfSaysIsNotTouched() {
    Withholding by = of("not-asked", "no-answer", "3c:ef:8c:00:00:01");
    Observation own =
        said(
            Outcome.NOT_ASKED,
            Fact.of(Field.of("snmp.outcome"), "no-answer"),
            Fact.of(Field.of("neighbour.mac"), "3c:ef:8c:00:00:01"),
            Fact.of(Field.of("scan.not-asked"), "not-asked"));
    assertThat(by.from(own, NOTHING).observation()).isSameAs(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a1!", "admin", "public", "4711", "Maker", "maker one", "camera m"})
  void whatAnybodyCanGuessIsNoSecret(String word) {
    Withholding by = new Withholding(w -> "camera maker one".contains(w));
    assertThat(by.add(word.toCharArray())).isFalse();
    Observation heard = said(Outcome.ANSWERED, Fact.of(TITLE, "x " + word + " y"));
    assertThat(by.from(heard, NOTHING).observation()).isSameAs(heard);
  }

  @Test
  void aShortOneOrANumberIsWithheldAsAWholeWordOnly() {
    Withholding by = of("cam-7", "20261129");
    assertThat(kept(by, "key=cam-7&day=20261129").get(0))
        .isEqualTo("key=(withheld)&day=(withheld)");
    assertThat(kept(by, "ipcam-7 cam-70 CAM-7 120261129 2026112900")).hasSize(1);
  }

  @Test
  void theBeginningOfOneWhereAReplyWasCutIsWithheldToo() {
    Withholding by = of(SECRET);
    String cut = "user=" + SECRET.substring(0, 8);
    Fact end = Fact.of(TITLE, cut);
    assertThat(by.from(said(Outcome.CUT_SHORT, end), NOTHING).observation().facts().get(0).value())
        .isEqualTo("user=(withheld)");
    byte[] raw = cut.getBytes(UTF_8);
    assertThat(by.from(said(Outcome.CUT_SHORT, Fact.of(TITLE, "u")), raw).raw()).isEmpty();
    assertThat(kept(by, cut)).as("not cut").containsExactly(cut);
    String full = "x".repeat(Fact.MAX_LENGTH - 8) + SECRET.substring(0, 8);
    assertThat(kept(by, full).get(0))
        .as("cut by the longest fact")
        .contains("x(w")
        .doesNotContain(SECRET.substring(0, 6));
  }

  @Test
  void ofSeveralAtOnePlaceTheLongestIsTakenAndNearMissesCostNothing() {
    Withholding by = of("reader-1", "reader-12", "reader-12-yard");
    assertThat(kept(by, "reader-12-yard reader-12-yar reader-1").get(0))
        .isEqualTo("(withheld) (withheld)-yar (withheld)");
    String near = "reader-".repeat(9_000);
    assertThat(kept(by, near)).containsExactly(near);
  }

  @Test
  void nothingIsLeftOfThousandRandomSecretsInRandomPlaces() {
    Random dice = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      byte[] octets = new byte[8 + dice.nextInt(24)];
      for (int at = 0; at < octets.length; at++) {
        octets[at] = (byte) (33 + dice.nextInt(94));
      }
      octets[0] = '7';
      octets[1] = '-';
      String secret = new String(octets, UTF_8);
      Withholding by = of(secret, "of-another-5");
      int before = dice.nextInt(40);
      String around = "a".repeat(before) + secret + "b".repeat(dice.nextInt(40));
      String all =
          around
              + " "
              + Base64.getEncoder().encodeToString(around.getBytes(UTF_8))
              + " "
              + URLEncoder.encode(around, UTF_8)
              + " "
              + HexFormat.of().formatHex(around.getBytes(UTF_8));
      String left = kept(by, all).get(0);
      assertThat(left.split(java.util.regex.Pattern.quote(Withholding.MARK), -1))
          .as(secret)
          .hasSizeGreaterThanOrEqualTo(5);
      assertThat(left)
          .doesNotContain(secret, HexFormat.of().formatHex(octets))
          .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(octets));
    }
  }

  @Test
  void closedItHoldsNothingAndItIsNeverPrinted() {
    Withholding by = of(SECRET);
    assertThat(by.toString()).doesNotContain(SECRET);
    Form form = Forms.anywhere(SECRET.toCharArray()).get(0);
    assertThat(form.toString()).doesNotContain(SECRET);
    by.close();
    assertThat(kept(by, SECRET)).containsExactly(SECRET);
    form.wipe();
    assertThat(Set.of(0)).isEqualTo(Set.copyOf(Arrays.asList((int) form.text()[0])));
  }
}
