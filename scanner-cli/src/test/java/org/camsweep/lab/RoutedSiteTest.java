package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A default scan of the routed site, with every peer at work. */
@LabTest
class RoutedSiteTest {
  /** The near and the far segment; the outsider's address is on the near link, and not in it. */
  private static final List<String> SCOPE =
      List.of("10.77.1.0/26", "10.77.2.0/26", "fd77:1::/64", "fd77:2::/122");

  private static Lab lab;
  private static ScannerRun scan;

  @BeforeAll
  static void scan(Lab standing) {
    lab = standing;
    scan =
        ScannerRun.of(lab, "routed", SCOPE, "--sensitive", "owner-decision", "--operator", "Lab");
  }

  /** The gSOAP camera takes no Probe but a multicast one. */
  @Test
  void camerasOnTheLinkAreFoundByMulticast() {
    assertThat(scan.kind(Cameras.GSOAP.address())).as(scan.text()).isEqualTo("camera");
    assertThat(scan.kind(Cameras.MOCK.address())).isEqualTo("camera");
  }

  /** The router carries no multicast. */
  @Test
  void camerasBehindTheRouterAreFoundByUnicast() {
    for (Peer camera : List.of(Cameras.FAR_MOCK, Cameras.FAR_GSOAP)) {
      assertThat(scan.kind(camera.address())).as(camera.name()).isEqualTo("camera");
    }
    assertThat(scan.heard(Cameras.FAR_GSOAP.address(), "wsd.scope"))
        .anyMatch(s -> s.endsWith("/hardware/LAB-7"));
  }

  @Test
  void aCameraBehindTheRouterIsFoundByIpv6Too() {
    assertThat(scan.kind(Cameras.FAR_GSOAP.address6())).isEqualTo("camera");
  }

  @Test
  void nothingElseIsCalledACamera() {
    Set<String> mayBe = new TreeSet<>();
    Stream.of(Cameras.all(), LoginCameras.all(), List.of(Hostile.POINTER))
        .flatMap(List::stream)
        .filter(p -> !p.equals(Cameras.OLD_TLS))
        .forEach(p -> mayBe.add(p.name()));
    Set<String> called = new TreeSet<>();
    for (Peer peer : Lab.peers()) {
      if (Set.of("camera", "recorder", "encoder", "intercom").contains(scan.kind(peer.address()))) {
        called.add(peer.name());
      }
    }
    assertThat(mayBe).containsAll(called);
    assertThat(scan.device(Office.WEB.address())).as("a web server is listed").isPresent();
    assertThat(scan.device(Office.PC.address())).as("a PC is listed").isPresent();
  }

  @Test
  void aLinkLocalNeighbourIsFoundByIpv6Multicast() {
    assertThat(scan.device("fe80::77:1ff:fe00:b")).isPresent();
    assertThat(scan.sent().groups())
        .contains("ff02::c 3702", "239.255.255.250 3702", "ff02::c 1900", "ff02::fb 5353");
  }

  /** Its link-local face is none of the scope: it is named with its link, and sent nothing. */
  @Test
  void bothFacesOfABoxOnTheLinkAreOneDevice() {
    JsonNode camera = scan.device(Cameras.GSOAP.address()).orElseThrow();
    assertThat(camera.path("addresses").toString()).contains("\"fe80::77:1ff:fe00:b%eth0\"");
    assertThat(camera.path("joins").toString()).contains("same hardware address");
    assertThat(scan.sent().strays()).noneMatch(to -> to.startsWith("fe80:"));
    assertThat(scan.report().path("provenance").path("remarks").toString())
        .contains("heard and not asked", "add fe80::/64%eth0 to the cidr");
  }

  @Test
  void anUnknownCameraOnASensitiveNetworkIsNeverClear() {
    JsonNode device = scan.device(Cameras.FAR_GSOAP.address()).orElseThrow();
    List<String> verdicts =
        StreamSupport.stream(device.path("findings").spliterator(), false)
            .map(f -> f.path("verdict").asText())
            .toList();
    assertThat(verdicts).contains("review").doesNotContain("clear", "restricted");
  }

  @Test
  void aCertificateOfTls10IsRead() {
    assertThat(scan.heard(Cameras.OLD_TLS.address(), "tls.subject"))
        .anyMatch(s -> s.contains("LAB-OLD-1"));
  }

  @Test
  void aUpnpDescriptionIsFetchedFromTheCameraThatStatedIt() {
    String camera = Cameras.SSDP.address();
    assertThat(scan.heard(camera, "upnp.model-name")).contains("UP-3");
    assertThat(scan.heard(camera, "upnp.manufacturer")).contains("Lab Optics");
  }

  /** Described, and never set up or played: the server notes every request. */
  @Test
  void anOpenStreamIsDescribedAndNothingMore() {
    assertThat(scan.heard(Cameras.OPEN_RTSP.address(), "rtsp.server")).contains("LabRtsp/3.1");
    assertThat(scan.heard(Cameras.OPEN_RTSP.address(), "sdp.session")).contains("Lab open stream");
    assertThat(lab.log(Cameras.OPEN_RTSP))
        .contains("OPTIONS ", "DESCRIBE ")
        .doesNotContain("SETUP", "PLAY");
  }

  @Test
  void aSecondStacksAnnouncementIsHeard() {
    assertThat(scan.heard(Office.WHITEBOARD.address(), "mdns.instance")).contains("Whiteboard");
  }

  @Test
  void everyAddressHasAnOutcomeAndTheyAddUp() {
    JsonNode coverage = scan.report().path("coverage");
    assertThat(coverage.path("complete").asBoolean()).isTrue();
    long inScope = 0;
    for (JsonNode network : coverage.path("networks")) {
      long sum = 0;
      for (String part : List.of("excluded", "answered", "present", "silent", "notAsked")) {
        sum += network.path(part).asLong();
      }
      assertThat(sum).as(network.toString()).isEqualTo(network.path("inScope").asLong());
      assertThat(network.path("notAsked").asLong()).isZero();
      inScope += sum;
    }
    assertThat(inScope).isEqualTo(3 * 64);
    assertThat(scan.report().at("/coverage/networks/0/answered").asLong()).isBetween(16L, 64L);
    // Every address was sent something, but blocks' own first and last addresses and this machine.
    assertThat(scan.sent().asked().stream().filter(a -> a.startsWith("10.77.2."))).hasSize(62);
  }

  @Test
  void aNeighbourThatSaysNothingIsPresent() {
    assertThat(scan.kind(Segment.SITE.address(Hostile.MUTE_NUMBER))).isEqualTo("unknown");
    assertThat(scan.report().at("/coverage/networks/0/present").asLong()).isPositive();
    JsonNode mute = scan.device(Segment.SITE.address(Hostile.MUTE_NUMBER)).orElseThrow();
    assertThat(mute.at("/hardwareAddresses/0/mac").asText())
        .isEqualTo(Segment.SITE.mac(Hostile.MUTE_NUMBER));
    assertThat(mute.at("/hardwareAddresses/0/sources/0").asText()).isEqualTo("neighbour table");
  }

  @Test
  void nothingLeftTheScope() {
    assertThat(scan.sent().strays()).isEmpty();
    assertThat(lab.wiring().outside())
        .noneMatch(
            line ->
                line.startsWith(Segment.SITE.address(Wiring.SCANNER) + " ")
                    || line.startsWith(Segment.SITE.address6(Wiring.SCANNER) + " "));
  }

  /** The bait was really taken in, in each of its forms: {@link #nothingLeftTheScope} says more. */
  @Test
  void whatThePointerPointsAtIsKeptAsHeard() {
    assertThat(scan.device(Hostile.POINTER.address())).isPresent();
    for (String field : List.of("wsd.xaddr", "http.location", "ssdp.location", "onvif.xaddr")) {
      assertThat(scan.heard(Hostile.POINTER.address(), field))
          .as(field)
          .anyMatch(x -> x.contains("198.51.100.7"));
    }
  }

  @Test
  void aCameraOutsideTheScopeIsHeardAndNeverAsked() {
    assertThat(scan.device(Cameras.OUTSIDER.address())).isPresent();
    assertThat(scan.sent().strays())
        .noneMatch(to -> to.startsWith(Cameras.OUTSIDER.address() + " "));
  }
}
