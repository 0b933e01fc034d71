package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.MacPrefix;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.fingerprint.PrefixRegistry;
import org.camsweep.fingerprint.Registrant;
import org.camsweep.identify.HardwareAddress;
import org.camsweep.identify.Heard;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Identifier;
import org.camsweep.identify.Level;
import org.camsweep.observe.Mac;
import org.junit.jupiter.api.Test;

/** The shipped list of registered blocks, against the blocks that the pack's makers name. */
class ShippedRegistryTest {
  private static final Pack PACK;

  static {
    try {
      PACK = PackReader.read(Shipped.files());
    } catch (org.camsweep.config.ConfigException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static final PrefixRegistry REGISTRY = PACK.registry();

  @Test
  void allThreeLengthsAreListedAndTheSmallestCounts() {
    assertThat(REGISTRY.dated().orElseThrow()).isGreaterThan("2026-01-01");
    assertThat(digits("10:06:48:00:00:01")).isEqualTo("1006480");
    assertThat(digits("70:b3:d5:00:10:01")).isEqualTo("70b3d5001");
    assertThat(digits("00:40:8c:00:00:01")).isEqualTo("00408c");
  }

  private static String digits(String mac) {
    return REGISTRY.registrant(new Mac(mac)).map(Registrant::digits).orElse("");
  }

  /** The pack's own blocks are authoritative; where the list says otherwise, somebody looks. */
  @Test
  void theMakersBlocksAndTheListAgreeButForThoseThatWereLookedAt() throws IOException {
    List<String> conflicts = new ArrayList<>();
    for (MacPrefix prefix : PACK.prefixes()) {
      String padded = (prefix.digits() + "000000").substring(0, 12);
      Mac mac = new Mac(padded.replaceAll("(..)(?!$)", "$1:"));
      Optional<Registrant> listed = REGISTRY.registrant(mac);
      Maker maker = PACK.maker(prefix.maker()).orElseThrow();
      boolean agrees = listed.filter(r -> isOf(r, maker)).isPresent();
      if (!agrees && !mac.isLocallyAdministered()) {
        conflicts.add(
            prefix.digits()
                + " "
                + maker.id()
                + ": "
                + listed.map(r -> r.digits() + " " + r.name()).orElse("-"));
      }
    }
    assertThat(conflicts).containsExactlyInAnyOrderElementsOf(lookedAt());
  }

  private static List<String> lookedAt() throws IOException {
    String name = "registry-disagreements.txt";
    try (InputStream in = ShippedRegistryTest.class.getResourceAsStream(name)) {
      byte[] bytes = Optional.ofNullable(in).orElseThrow().readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#"))
          .toList();
    }
  }

  private static boolean isOf(Registrant registrant, Maker maker) {
    String name = plain(registrant.name());
    return Stream.of(
            Stream.of(maker.name(), maker.id()),
            maker.tradeNames().stream(),
            maker.otherNames().stream())
        .flatMap(s -> s)
        .map(ShippedRegistryTest::plain)
        .anyMatch(n -> name.contains(n) || n.contains(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  @Test
  void aRegistrantIsNoMakerAndMakesNothingACamera() {
    Device device = Heard.device("neighbour.mac = 10:06:48:00:00:01", "http.server = x");
    Identification believed = new Identifier(PACK).identify(device);
    assertThat(believed.level()).isEqualTo(Level.UNKNOWN);
    assertThat(believed.kind()).isEqualTo(DeviceKind.UNKNOWN);
    assertThat(HardwareAddress.of(device, PACK))
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.sources()).containsExactly("neighbour table");
              assertThat(a.registrant().orElseThrow().name()).startsWith("FLEXTRONICS");
            });
  }

  /** Of makers that the pack knows, blocks that only the list has suggest and confirm nothing. */
  @Test
  void aListedBlockOfAKnownMakerIsNeverMoreThanPossible() {
    Identifier identifier = new Identifier(PACK);
    Set<String> names =
        PACK.makers().stream()
            .flatMap(m -> Stream.concat(Stream.of(m.name()), m.otherNames().stream()))
            .map(ShippedRegistryTest::plain)
            .collect(Collectors.toSet());
    int found = 0;
    for (int block = 0; block < 1 << 24 && found < 20; block++) {
      Mac mac = new Mac(String.format("%06x000001", block).replaceAll("(..)(?!$)", "$1:"));
      boolean known =
          REGISTRY.registrant(mac).filter(r -> names.contains(plain(r.name()))).isPresent();
      if (known && PACK.registrants(mac).isEmpty()) {
        Identification believed = identifier.identify(Heard.device("neighbour.mac = " + mac));
        if (believed.maker().isPresent()) {
          found++;
          assertThat(believed.level()).as(mac.text()).isEqualTo(Level.POSSIBLE);
          assertThat(believed.kind()).isEqualTo(DeviceKind.UNKNOWN);
          assertThat(believed.evidence())
              .allMatch(e -> e.kind() == EvidenceKind.REGISTERED && !e.verified());
        }
      }
    }
    assertThat(found).isPositive();
  }
}
