package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Cameras three routers away, each of which answers its maker's unicast search and nothing else: no
 * web page, no discovery, no echo.
 */
@Tag("lab")
class VlansTest {
  /** Who is named by each search; a platform's own search names the platform's maker. */
  private static final Map<String, String> MAKERS =
      Map.of(
          "sadp", "hikvision",
          "dhip", "dahua",
          "xm", "xiongmai",
          "dhold", "dahua",
          "vivotek", "vivotek",
          "foscam", "foscam",
          "tplink", "tplink",
          "ubiquiti", "ubiquiti");

  private static VlanChain chain;
  private static ScannerRun scan;

  @BeforeAll
  static void scan() {
    Requirements.check(List.of(Pair.TOOLS));
    chain = VlanChain.open();
    scan =
        ScannerRun.from(
            chain.scanner(),
            VlanChain.BROADCAST,
            "vlans",
            VlanChain.SCOPE,
            new ScannerRun.Start(List.of(), List.of()),
            "--sensitive",
            "owner-decision",
            "--operator",
            "Lab");
  }

  @AfterAll
  static void close() {
    if (chain != null) {
      chain.close();
    }
  }

  @Test
  void eachIsFoundAndNamedByItsMakersSearchAlone() {
    for (int n = 0; n < VlanChain.KINDS.size(); n++) {
      named(VlanChain.KINDS.get(n), VlanChain.address(n));
    }
  }

  @Test
  void aSearchThatIsPutToAnIpv6AddressIsUnderstoodAsWell() {
    for (int n = 0; n < VlanChain.KINDS.size(); n++) {
      named(VlanChain.KINDS.get(n), VlanChain.address6(n));
    }
  }

  /** Words that anybody may have sent in its name would name it, too. */
  @Test
  void eachSaysSoInAnAnswerOfItsOwn() {
    for (int n = 0; n < VlanChain.KINDS.size(); n++) {
      for (String address : List.of(VlanChain.address(n), VlanChain.address6(n))) {
        assertThat(scan.observations())
            .as(VlanChain.KINDS.get(n) + " at " + address)
            .anySatisfy(
                o -> {
                  assertThat(o.path("address").asText()).isEqualTo(address);
                  assertThat(o.path("outcome").asText()).isEqualTo("answered");
                  assertThat(o.path("facts").has("scan.unasked")).isFalse();
                });
      }
    }
  }

  /** Serial number and hardware address are stated alike by both: two statements, one device. */
  @Test
  void bothFamiliesOfACameraBehindTheRoutersAreOneDevice() {
    JsonNode device = scan.device(VlanChain.address(0)).orElseThrow();
    assertThat(ScannerRun.addresses(device)).hasSize(2);
    assertThat(device.path("addresses").toString()).contains(VlanChain.address6(0));
    assertThat(device.path("joins").toString())
        .contains("hardware address 02:80:03:00:00:21 and serial number");
  }

  private static void named(String kind, String address) {
    JsonNode device =
        scan.device(address).orElseThrow(() -> new AssertionError(kind + scan.text()));
    assertThat(device.at("/maker/id").asText()).as(kind).isEqualTo(MAKERS.get(kind));
    assertThat(device.path("answers").findValuesAsText("probe")).as(kind).containsOnly(kind);
  }

  @Test
  void nobodyAnsweredAnythingElse() {
    JsonNode coverage = scan.report().path("coverage");
    assertThat(coverage.path("complete").asBoolean()).isTrue();
    long answered = 0;
    for (JsonNode network : coverage.path("networks")) {
      answered += network.path("answered").asLong();
      assertThat(network.path("present").asLong()).isZero();
    }
    assertThat(answered).isEqualTo(2L * VlanChain.KINDS.size());
    assertThat(scan.devices()).allMatch(d -> d.path("macSource").asText().endsWith(".mac"));
  }

  @Test
  void nothingLeftTheScope() {
    assertThat(scan.sent().strays()).isEmpty();
    assertThat(scan.sent().groups()).as("no link of this machine is in scope").isEmpty();
    assertThat(scan.sent().echoes()).isEmpty();
    assertThat(chain.outside()).isEmpty();
    assertThat(chain.carried()).as("the routers saw the scan").doesNotContain("packets 0 ");
  }
}
