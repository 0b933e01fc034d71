package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.camsweep.observe.Observation;
import org.junit.jupiter.api.Test;

/** What a hardware address says of the maker: by the pack's own blocks, else by the public list. */
class PrefixRuleTest {
  private static final String BOLT =
      """
      otherNames: [Twice Ltd]
      macPrefixes:
        - { blocks: ['00:33:44'], cameraSpecific: false, verified: true, source: s }
        - { blocks: ['00:33:45'], cameraSpecific: true, verified: false, source: s }
      signatures:
      """;
  private static final String LIST =
      """
      ACME VISION INC\t00aa00 001122
      bolt Ltd.\t00aa01
      Twice Ltd\t00aa02
      Nobody Ltd\t00aa03
      Acme Ltd\t00aa04
      """;
  private static final Pack PACK =
      new PackText()
          .maker(
              "acme",
              "tradeNames: [Acme]\notherNames: ['Acme Vision, Inc.', Twice Ltd, Acme Ltd]\n"
                  + Words.blocks("00:11:22")
                  + "signatures:\n"
                  + Words.signature("acme-d", "declared", "http.server", "^acme$")
                  + Words.signature("acme-m", "likeness", "http.server", "^at (?P<mac>.+)$"))
          .maker("bolt", BOLT + Words.signature("bolt-d", "declared", "http.server", "^bolt$"))
          .registry(LIST)
          .read();

  private static Identification identify(String... lines) {
    return new Identifier(PACK).identify(Heard.device(lines));
  }

  private static String answer(String... lines) {
    Identification id = identify(lines);
    return id.level() + id.maker().map(Maker::id).map(m -> " " + m).orElse("");
  }

  private static Evidence registered(Device device) {
    return new Identifier(PACK)
        .identify(device).evidence().stream()
            .filter(e -> e.kind() == EvidenceKind.REGISTERED)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void onlyAVerifiedBlockOfAMakerOfVideoDevicesConfirms() {
    assertThat(answer("http.server = acme", "neighbour.mac = 00:11:22:00:00:01"))
        .isEqualTo("CONFIRMED acme");
    assertThat(answer("http.server = bolt", "neighbour.mac = 00:33:44:00:00:01"))
        .as("it makes many things")
        .isEqualTo("LIKELY bolt");
    assertThat(answer("http.server = bolt", "neighbour.mac = 00:33:45:00:00:01"))
        .as("whose source was not seen")
        .isEqualTo("LIKELY bolt");
  }

  @Test
  void thePublicListSuggestsByNameAndConfirmsNothing() {
    assertThat(answer("neighbour.mac = 00:aa:00:00:00:01")).isEqualTo("POSSIBLE acme");
    assertThat(answer("neighbour.mac = 00:aa:01:00:00:01")).isEqualTo("POSSIBLE bolt");
    assertThat(answer("neighbour.mac = 00:aa:04:00:00:01"))
        .as("one maker may bear a name twice")
        .isEqualTo("POSSIBLE acme");
    assertThat(answer("http.server = acme", "neighbour.mac = 00:aa:00:00:00:01"))
        .isEqualTo("LIKELY acme");
    Evidence evidence = registered(Heard.device("neighbour.mac = 00:aa:00:00:00:01"));
    assertThat(evidence.verified()).isFalse();
    assertThat(evidence.signature()).isEqualTo("mac:00aa00");
  }

  @Test
  void aNameOfTwoMakersOrOfNoneNamesNobody() {
    assertThat(answer("neighbour.mac = 00:aa:02:00:00:01")).isEqualTo("UNKNOWN");
    assertThat(answer("neighbour.mac = 00:aa:03:00:00:01")).isEqualTo("UNKNOWN");
    assertThat(answer("neighbour.mac = 00:bb:00:00:00:01")).isEqualTo("UNKNOWN");
  }

  @Test
  void theListIsNotAskedWhereThePackKnowsTheBlock() {
    assertThat(identify("neighbour.mac = 00:11:22:00:00:01").evidence())
        .extracting(e -> e.signature() + " " + e.verified())
        .containsExactly("mac:001122 true");
  }

  @Test
  void anAddressMadeUpLocallyNamesNobody() {
    Pack pack = new PackText().maker("acme", Words.blocks("02:11:22")).read();
    Device device = Heard.device("neighbour.mac = 02:11:22:00:00:01");
    assertThat(new Identifier(pack).identify(device).level()).isEqualTo(Level.UNKNOWN);
  }

  @Test
  void anAddressThatASignatureCapturedServesWhereNoneWasSeen() {
    assertThat(answer("http.server = at 00:33:44:00:00:01"))
        .as("the block is weightier than the likeness")
        .isEqualTo("POSSIBLE bolt");
    assertThat(answer("http.server = at nowhere")).isEqualTo("POSSIBLE acme");
    assertThat(
            registered(
                    Heard.device(
                        "http.server = at 00:33:44:00:00:01", "http.server = at 00:11:22:00:00:01"))
                .value())
        .as("the first in order")
        .isEqualTo("00:11:22:00:00:01");
    assertThat(
            registered(
                    Heard.device(
                        "http.server = at 00:33:44:00:00:01", "neighbour.mac = 00:aa:00:00:00:01"))
                .value())
        .as("what was seen comes first")
        .isEqualTo("00:aa:00:00:00:01");
  }

  @Test
  void theEvidenceNamesTheFieldAndTheObservationThatSaidIt() {
    Evidence seen =
        registered(Heard.device("http.server = x", "neighbour.mac = 00:11:22:00:00:01"));
    assertThat(seen.field()).isEqualTo("neighbour.mac");
    assertThat(seen.observation()).isEqualTo("o1");
    Evidence stated = registered(Heard.device("http.server = x", "sadp.mac = 00:11:22:00:00:01"));
    assertThat(stated.field()).isEqualTo("sadp.mac");
    assertThat(stated.observation()).isEqualTo("o1");
    Observation captured =
        Heard.observation("o7", "192.0.2.7", "http.server", "at 00:11:22:00:00:01");
    assertThat(registered(DeviceAssembler.assemble(List.of(captured)).get(0)).observation())
        .as("captured within a field of another kind")
        .isEqualTo("o7");
  }
}
