package org.camsweep.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Identifier;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.probe.http.HttpProbe;
import org.camsweep.probe.rtsp.RtspProbe;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replies of firmware families, each the only thing that a device shows, through the probes and the
 * pack that ships: the maker stays named and the device a video device in every variant.
 */
class FamilyVariantsTest {
  private static Identifier identifier;

  /** A block of {@code families.txt}: what it must be, and one reply. */
  record Family(String name, String maker, Set<String> kinds, String protocol, String reply) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void readThePack() throws Exception {
    identifier = new Identifier(PackReader.read(Shipped.files()));
  }

  static Stream<Family> families() throws IOException {
    try (InputStream in = FamilyVariantsTest.class.getResourceAsStream("families.txt")) {
      String text = new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), UTF_8);
      return Stream.of(text.split("(?m)^====.*\n", -1)).skip(1).map(FamilyVariantsTest::family);
    }
  }

  private static Family family(String block) {
    int end = block.indexOf('\n');
    String[] head = block.substring(0, end).split(" *\\| *", -1);
    return new Family(
        head[0],
        head[1],
        Set.of(head[2].split(" ", -1)),
        head[3],
        block.substring(end + 1).strip());
  }

  private static Target target() throws Exception {
    Network network =
        new Network(
            "site",
            "lan",
            List.of(Cidr.parse("192.168.7.0/24")),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of());
    return Scope.of(List.of(network), List.of()).admit(Cidr.address("192.168.7.7")).orElseThrow();
  }

  private static List<Fact> facts(Family family, String text) throws Exception {
    Probe.Unicast probe = family.protocol().equals("rtsp") ? new RtspProbe() : new HttpProbe();
    UUID id = UUID.fromString("11111111-2222-4333-8444-555555555550");
    Ask ask =
        family.protocol().equals("rtsp")
            ? probe.open(Probe.Stage.ASK, target(), List.of(), id).get(0)
            : Ask.Http.get(80, false, "/");
    String wire = text.contains("\n\n") ? text : text + "\n\n";
    int body = wire.indexOf("\n\n");
    wire = wire.substring(0, body).replace("\n", "\r\n") + "\r\n\r\n" + wire.substring(body + 2);
    return probe
        .hear(
            Heard.Reply.plain(
                ask, Cidr.address("192.168.7.7"), Instant.EPOCH, wire.getBytes(UTF_8)))
        .facts();
  }

  private static Identification identify(Family family, String text) throws Exception {
    Observation heard = Scenario.observation(family.protocol(), facts(family, text));
    return identifier.identify(DeviceAssembler.assemble(List.of(heard)).get(0));
  }

  private static String said(Identification id) {
    return id.maker().map(Maker::id).orElse("-") + ", " + id.kind() + ", " + id.level();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("families")
  void staysNamedAndVideo(Family family) throws Exception {
    List<String> lost = new ArrayList<>();
    for (Map.Entry<String, String> variant : Variants.of(family.reply()).entrySet()) {
      Identification id = identify(family, variant.getValue());
      boolean named = id.maker().map(Maker::id).orElse("-").equals(family.maker());
      String kind = id.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      if (!named || !family.kinds().contains(kind)) {
        lost.add(variant.getKey() + ": " + said(id) + "\n" + variant.getValue());
      }
    }
    assertThat(lost).isEmpty();
  }

  /** What makes variants changes something: else the test above could not fail. */
  @Test
  void everyChangeIsMadeSomewhere() throws IOException {
    Set<String> idle = new LinkedHashSet<>();
    Set<String> made = new LinkedHashSet<>();
    families()
        .forEach(
            family -> {
              Map<String, String> all = Variants.of(family.reply());
              String plain = all.get("as documented");
              all.forEach((name, text) -> (text.equals(plain) ? idle : made).add(name));
            });
    idle.removeAll(made);
    assertThat(idle).containsExactly("as documented");
  }

  /** A device that is none of them, dressed in their shapes, is nobody and no camera. */
  @Test
  void theShapesAloneNameNobody() throws Exception {
    for (Family family : families().toList()) {
      String bare =
          family.protocol().equals("rtsp")
              ? "RTSP/1.0 401 Unauthorized\nCSeq: 1\nWWW-Authenticate: Digest realm=\"stream\""
              : "HTTP/1.1 200 OK\nServer: nginx/{1.18}\n\n<html><head><title>Login</title></head></html>";
      for (String text : Variants.of(bare).values()) {
        Identification id = identify(family, text);
        assertThat(id.maker()).as(text).isEmpty();
        assertThat(id.kind().isVideo()).as(text).isFalse();
      }
    }
  }
}
