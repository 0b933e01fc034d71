package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.device.Device;
import org.camsweep.exposure.Exposure;
import org.camsweep.exposure.ExposureReader;
import org.camsweep.exposure.ExposureRules;
import org.camsweep.exposure.Sight;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Identifier;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Inventory;
import org.camsweep.policy.Judged;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.SensitiveReason;
import org.junit.jupiter.api.Test;

/** What the shipped rules see of a microphone and of a way out, and that it decides nothing. */
class ShippedExposureTest {
  private static final String HIK =
      "sadp.description = DS-2CD2143G2-I; sadp.serial = DS-2CD2143G2-I20210716AAWRF77010101";

  private static final Pack PACK;
  private static final ExposureRules RULES;
  private static final Identifier IDENTIFIER;

  static {
    try {
      PACK = PackReader.read(Shipped.files());
      RULES = ExposureReader.read(Shipped.files());
      IDENTIFIER = new Identifier(PACK);
    } catch (org.camsweep.config.ConfigException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static Device device(String facts) {
    List<Fact> sadp = new ArrayList<>();
    List<Fact> other = new ArrayList<>();
    for (String fact : facts.split("; ", -1)) {
      String[] parts = fact.split(" = ", 2);
      (parts[0].startsWith("sadp") ? sadp : other).add(Fact.of(Field.of(parts[0]), parts[1]));
    }
    return org.camsweep.device.DeviceAssembler.assemble(
            Stream.of(Scenario.observation("sadp", sadp), Scenario.observation("test", other))
                .filter(o -> !o.facts().isEmpty())
                .toList())
        .get(0);
  }

  /** Microphone, then way out. */
  private static List<Sight> sights(String facts) {
    Device device = device(facts);
    return RULES.look(device, IDENTIFIER.identify(device)).stream().map(Exposure::sight).toList();
  }

  @Test
  void everyRuleReadsFieldsThatAProbeDeclaresAndMakersThatThePackKnows() {
    List<Field> declared =
        ProbeCatalogue.all().stream().map(Probe::fields).flatMap(java.util.Set::stream).toList();
    assertThat(declared).containsAll(RULES.fields());
    assertThat(PACK.makers().stream().map(Maker::id)).containsAll(RULES.makers());
    assertThat(RULES.makers()).isNotEmpty();
  }

  @Test
  void theMakersCloudIsSeenWhereItIsOnAndNotSeenWhereItIsOff() {
    String supported = HIK + "; sadp.cloud-supported = true";
    assertThat(sights(supported + "; sadp.cloud = true"))
        .containsExactly(Sight.NOT_DETERMINABLE, Sight.SEEN);
    assertThat(sights(supported + "; sadp.cloud = flase"))
        .containsExactly(Sight.NOT_DETERMINABLE, Sight.NOT_SEEN);
    assertThat(sights(supported)).containsExactly(Sight.NOT_DETERMINABLE, Sight.NOT_DETERMINABLE);
  }

  @Test
  void aMicrophoneIsSeenInTheStreamTheCapabilitiesOrTheScopes() {
    for (String fact :
        List.of(
            "sdp.media = audio 0 RTP/AVP 8",
            "onvif.audio-sources = 1",
            "wsd.scope.type = audio_encoder")) {
      assertThat(sights(HIK + "; " + fact).get(0)).as(fact).isEqualTo(Sight.SEEN);
    }
    for (String fact : List.of("sdp.media = video 0 RTP/AVP 96", "onvif.audio-sources = 0")) {
      assertThat(sights(HIK + "; " + fact).get(0)).as(fact).isEqualTo(Sight.NOT_SEEN);
    }
    assertThat(sights(HIK + "; wsd.scope.type = video_encoder").get(0))
        .as("a scope that is not there says nothing")
        .isEqualTo(Sight.NOT_DETERMINABLE);
  }

  /** Of devices whose kind is known: a stream also tells that something is a camera. */
  @Test
  void noExposureChangesTheMakerOrTheVerdict() {
    List<String> shown =
        List.of(
            "sdp.media = audio 0 RTP/AVP 8",
            "onvif.audio-sources = 1",
            "wsd.scope.type = audio_encoder",
            "pppp.id = TEST-123456-ABCDE",
            "tplink.cloud-supported = true",
            "upnp.service = urn:schemas-upnp-org:service:WANIPConnection:1",
            "onvif.dynamic-dns = true",
            "sadp.cloud = true");
    for (String base : List.of(HIK, "onvif.manufacturer = AXIS; wsd.scope.type = video_encoder")) {
      List<String> before = judged(base);
      for (String fact : shown) {
        assertThat(judged(base + "; " + fact)).as(base + " with " + fact).isEqualTo(before);
      }
    }
  }

  /** The belief and each verdict, without the words that quote what was heard. */
  private static List<String> judged(String facts) {
    Device device = device(facts);
    Identification believed = IDENTIFIER.identify(device);
    Network network =
        new Network(
            "hq",
            "lan",
            List.of(Cidr.parse("192.0.2.0/24")),
            List.of(),
            Optional.of(SensitiveReason.OWNER_DECISION),
            true,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of());
    List<Finding> findings =
        ShippedPolicy.asOf(LocalDate.of(2026, 11, 25), Inventory.NONE)
            .judge(List.of(new Judged(device, believed)), List.of(network));
    List<String> judged = new ArrayList<>();
    judged.add(believed.level() + " " + believed.maker().map(Maker::id).orElse("-"));
    findings.forEach(f -> judged.add(f.id() + " " + f.verdict()));
    return judged;
  }
}
