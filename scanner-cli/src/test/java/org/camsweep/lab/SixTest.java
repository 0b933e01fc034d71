package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Probe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cameras without IPv4, each found and named by one protocol over IPv6. */
@Tag("lab")
class SixTest {
  private static final List<String> SCOPE = List.of(SixSite.LINK, SixSite.BLOCK, SixSite.BLOCK_4);

  /** Asked with an owner's key alone, of which this scan has none. */
  private static final Set<String> WITH_KEYS = Set.of("onvif-interview", "snmp");

  private static SixSite site;
  private static ScannerRun scan;

  @BeforeAll
  static void scan() {
    Requirements.check(List.of(Pair.TOOLS, SixCameras.asPeer()));
    site = SixSite.open();
    scan = run("six", SCOPE, "--sensitive", "owner-decision", "--operator", "Lab");
  }

  private static ScannerRun run(String name, List<String> scope, String... options) {
    return ScannerRun.from(
        site.scanner(),
        SixSite.BROADCAST_4,
        name,
        scope,
        new ScannerRun.Start(List.of(), List.of()),
        options);
  }

  @AfterAll
  static void close() {
    if (site != null) {
      site.close();
    }
  }

  private static JsonNode device(SixCameras camera) {
    return scan.device(SixSite.linkLocal(camera.number()))
        .orElseThrow(() -> new AssertionError(camera + " was not found: " + scan.text()));
  }

  private static void named(SixCameras camera, String maker) {
    JsonNode device = device(camera);
    assertThat(device.at("/maker/id").asText()).as(camera + ": " + device).isEqualTo(maker);
    assertThat(ScannerRun.addresses(device)).noneMatch(a -> a.contains("."));
  }

  private static List<String> heard(SixCameras camera, String field) {
    List<String> all =
        new java.util.ArrayList<>(scan.heard(SixSite.linkLocal(camera.number()), field));
    all.addAll(scan.heard(SixSite.address(camera.number()), field));
    return all;
  }

  @Test
  void wsDiscoveryNamesOne() {
    assertThat(scan.sent().groups()).contains("ff02::c 3702");
    named(SixCameras.WSD, "axis");
    assertThat(device(SixCameras.WSD).path("kind").asText()).isEqualTo("camera");
  }

  @Test
  void dnsServiceDiscoveryNamesOne() {
    assertThat(scan.sent().groups()).contains("ff02::fb 5353");
    named(SixCameras.MDNS, "axis");
  }

  @Test
  void ssdpNamesOneAndItsDescriptionIsFetched() {
    assertThat(scan.sent().groups()).contains("ff02::c 1900");
    named(SixCameras.SSDP, "axis");
    assertThat(heard(SixCameras.SSDP, "upnp.model-name")).contains("AXIS M1014");
  }

  /** They announce nothing: the echo finds them, and what they are asked then names them. */
  @Test
  void whatAnnouncesNothingIsFoundByTheEchoAndNamedByWhatItIsAsked() {
    assertThat(scan.sent().echoes()).containsExactly("ff02::1");
    named(SixCameras.ONVIF, "hikvision");
    assertThat(heard(SixCameras.ONVIF, "onvif.model")).contains("DS-2CD2043G2-I");
    named(SixCameras.RTSP, "hikvision");
    assertThat(heard(SixCameras.RTSP, "rtsp.realm")).contains("IP Camera(C5106)");
    named(SixCameras.HTTP, "hikvision");
    assertThat(heard(SixCameras.HTTP, "tls.subject")).anyMatch(s -> s.contains("OU=IPCAMERA"));
    named(SixCameras.TLS, "axis");
    assertThat(heard(SixCameras.TLS, "tls.subject")).anyMatch(s -> s.contains("axis-027901000015"));
    named(SixCameras.SEARCHED, "hikvision");
    assertThat(heard(SixCameras.SERVER, "ssh.greeting")).isNotEmpty();
    assertThat(heard(SixCameras.SERVER, "port.open")).contains("8000");
  }

  /**
   * Without its link an address cannot be asked: it would be the neighbour table that finds them.
   */
  @Test
  void whatAnswersTheEchoIsKeptWithItsLink() {
    assertThat(scan.observations())
        .filteredOn(o -> o.path("probe").asText().equals("echo"))
        .extracting(o -> o.path("address").asText())
        .filteredOn(a -> a.startsWith("fe80:"))
        .isNotEmpty()
        .allMatch(a -> a.endsWith("%eth0"));
  }

  /** What {@code camsweep probes} says of IPv6 is what happens. */
  @Test
  void everyProbeThatHasAFormForIpv6WasAnsweredOverIt() {
    Set<String> claim =
        ProbeCatalogue.byDefault().stream()
            .filter(p -> !p.byIpv6().startsWith("no"))
            .map(p -> p.id().name())
            .filter(name -> !WITH_KEYS.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> answered =
        scan.observations().stream()
            .filter(o -> o.path("address").asText().contains(":"))
            .filter(o -> o.path("outcome").asText().equals("answered"))
            .map(o -> o.path("probe").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(answered).containsAll(claim);
    Set<String> denied =
        ProbeCatalogue.all().stream()
            .filter(p -> p.byIpv6().startsWith("no"))
            .map(Probe::id)
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(answered).doesNotContainAnyElementsOf(denied);
  }

  @Test
  void bothAddressesOfABoxWithoutIpv4AreOneDevice() {
    for (SixCameras camera : List.of(SixCameras.HTTP, SixCameras.RTSP)) {
      assertThat(ScannerRun.addresses(device(camera))).hasSize(2);
      assertThat(device(camera).path("mac").asText()).isEqualTo(SixSite.mac(camera.number()));
    }
  }

  @Test
  void aCameraOfBothFamiliesIsOneDeviceWithAllItsAddresses() {
    JsonNode device = scan.device(SixSite.address4(SixCameras.DUAL.number())).orElseThrow();
    assertThat(device.path("addresses").toString())
        .contains(
            "\"" + SixSite.address4(SixCameras.DUAL.number()) + "\"",
            "\"" + SixSite.address(SixCameras.DUAL.number()) + "\"",
            "\"" + SixSite.linkLocal(SixCameras.DUAL.number()) + "%eth0\"");
    assertThat(device.path("joins").toString()).contains("same hardware address");
    long holders =
        scan.devices()
            .filter(d -> ScannerRun.addresses(d).contains(ScannerRun.addresses(device).get(1)))
            .count();
    assertThat(holders).isEqualTo(1);
  }

  /** What is kept for an address, two connections at a time and a rate, is kept for the box too. */
  @Test
  void theAddressesOfOneBoxAreAskedOneAfterTheOther() {
    String end = ":" + Integer.toHexString(SixCameras.DUAL.number());
    List<String> order =
        scan.observations().stream()
            .filter(o -> o.path("transport").asText().equals("tcp"))
            .map(o -> o.path("address").asText().replaceAll("%.*", ""))
            .filter(a -> a.endsWith(end) || a.equals(SixSite.address4(SixCameras.DUAL.number())))
            .toList();
    long changes =
        java.util.stream.IntStream.range(1, order.size())
            .filter(i -> !order.get(i).equals(order.get(i - 1)))
            .count();
    assertThat(Set.copyOf(order)).hasSize(3);
    assertThat(changes).as(order.toString()).isEqualTo(2);
  }

  @Test
  void aNeighbourThatAnswersNothingButTheEchoIsPresentAndSilent() {
    JsonNode mute = device(SixCameras.MUTE);
    assertThat(mute.path("kind").asText()).isEqualTo("unknown");
    assertThat(mute.path("mac").asText()).isEqualTo(SixSite.mac(SixCameras.MUTE.number()));
    assertThat(heard(SixCameras.MUTE, "echo.answered")).contains("ff02::1");
    assertThat(scan.text()).contains("present, silent");
    assertThat(mute.path("findings").findValuesAsText("verdict")).doesNotContain("clear");
  }

  /** Who answers nothing at all cannot be found in so large a block, unless he is named. */
  @Test
  void aNeighbourThatAnswersNotEvenTheEchoIsPresentWhereItsAddressIsNamed() {
    assertThat(scan.device(SixSite.address(SixCameras.DEAF.number()))).isEmpty();
    assertThat(scan.report().at("/coverage/notExamined").toString())
        .contains(SixSite.BLOCK + " is too large to ask address by address");
    String deaf = SixSite.address(SixCameras.DEAF.number());
    ScannerRun named = run("six-named", List.of(deaf));
    assertThat(named.device(deaf).orElseThrow().path("mac").asText())
        .isEqualTo(SixSite.mac(SixCameras.DEAF.number()));
    assertThat(named.report().at("/coverage/networks/0/present").asInt()).isEqualTo(1);
    assertThat(named.sent().echoes()).as("no large block is in scope").isEmpty();
    assertThat(named.sent().strays()).isEmpty();
  }

  /**
   * Without the link-local block, link-local faces are heard and sent nothing. One that answers not
   * even an echo is found by the neighbour table, once this machine had to do with it.
   */
  @Test
  void aScopeOfOneBlockAsksThatBlockAlone() {
    String deaf = SixSite.address(SixCameras.DEAF.number());
    site.scanner().run(Duration.ofSeconds(5), "ping", "-6", "-n", "-c", "1", "-W", "1", deaf);
    ScannerRun block = run("six-block", List.of(SixSite.BLOCK));
    assertThat(block.sent().strays()).isEmpty();
    assertThat(block.device(deaf)).as("a neighbour that was known").isPresent();
    assertThat(block.sent().asked())
        .contains(SixSite.address(SixCameras.RTSP.number()), deaf)
        .allMatch(to -> to.startsWith("fd79:1::"));
    assertThat(
            block
                .device(SixSite.address(SixCameras.RTSP.number()))
                .orElseThrow()
                .at("/maker/id")
                .asText())
        .isEqualTo("hikvision");
    assertThat(site.outside()).noneMatch(SixTest::isOfTheScanner);
  }

  @Test
  void nothingLeftTheScope() {
    assertThat(scan.sent().strays()).isEmpty();
    assertThat(site.outside()).noneMatch(SixTest::isOfTheScanner);
  }

  private static boolean isOfTheScanner(String line) {
    return line.startsWith(SixSite.address4(2) + " ")
        || line.startsWith(SixSite.address(2) + " ")
        || line.startsWith(SixSite.linkLocal(2) + " ");
  }
}
