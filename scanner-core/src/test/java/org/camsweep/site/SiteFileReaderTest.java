package org.camsweep.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;

/** What a whole site file says, and what its defaults are. */
class SiteFileReaderTest {
  private static SiteFile whole() throws ConfigException, IOException {
    try (InputStream in = SiteFileReaderTest.class.getResourceAsStream("whole.yaml")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return SiteFileReader.read("whole.yaml", bytes, Path.of("/site"));
    }
  }

  private static Network only(String network) throws ConfigException {
    String text = "version: 1\nsites: [ { id: s, networks: [ " + network + " ] } ]\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return SiteFileReader.read("x", bytes, Path.of("")).inspection().networks().get(0);
  }

  @Test
  void readsWhoAllowedItAndUntilWhen() throws ConfigException, IOException {
    Inspection inspection = whole().inspection();
    assertThat(inspection.operator()).contains("A. Operator");
    assertThat(inspection.marking()).contains("OFFICIAL");
    assertThat(inspection.authorisation().reference()).contains("AUTH-2026-0117");
    assertThat(inspection.authorisation().contact()).contains("+44 20 7946 0000");
    assertThat(inspection.authorisation().covers(LocalDate.of(2026, 11, 30))).isTrue();
    assertThat(inspection.authorisation().covers(LocalDate.of(2026, 12, 1))).isFalse();
  }

  @Test
  void theKeysForSnmpAreReferencesOnlyAndSayWhatIsInClear() throws Exception {
    assertThat(whole().networkSnmp().get("cctv").text())
        .isEqualTo("SNMPv2c, in clear: community in environment variable CCTV_SNMP");
    assertThat(whole().networkSnmp().get("office").text())
        .isEqualTo(
            "SNMPv3: user name in environment variable SNMP_USER, authentication password in entry"
                + " 'snmp-auth' of key store /site/keys.p12, privacy password in environment"
                + " variable SNMP_PRIVACY");
    assertThat(whole().networkSnmp().get("office").auth().orElseThrow().algorithm())
        .isEqualTo(SnmpAccess.Algorithm.SHA_256);
    assertThat(whole().networkSnmp().get("gate").text())
        .endsWith("NOT authenticated, NOT encrypted");
  }

  @Test
  void readsNetworksWithTheirMarks() throws ConfigException, IOException {
    Network cctv = whole().inspection().networks().get(0);
    assertThat(cctv.site()).isEqualTo("house");
    assertThat(cctv.cidrs())
        .containsExactly(Cidr.parse("10.20.0.0/24"), Cidr.parse("fd00:20::/64"));
    assertThat(cctv.sensitive()).contains(SensitiveReason.SECRET_MATERIAL);
    assertThat(cctv.coreNetwork()).isTrue();
    assertThat(cctv.control()).contains("contractor: Estates");
    assertThat(cctv.exclusions())
        .containsExactly(Cidr.parse("10.20.0.60"), Cidr.parse("10.20.0.200/29"));
    assertThat(whole().networkCredentials()).containsEntry("cctv", "cctv-readonly");
    assertThat(whole().credentials().get("cctv-readonly").password())
        .isEqualTo(new Credential.Reference("/site/keys.p12", "cctv"));
    assertThat(whole().waivers()).contains(Path.of("/site/waivers.yaml"));
  }

  @Test
  void aNetworkOverridesTheDefaults() throws ConfigException, IOException {
    List<Network> networks = whole().inspection().networks();
    assertThat(networks.get(0).pace()).isEqualTo(new Pace(200, 20, 1));
    assertThat(networks.get(1).pace()).isEqualTo(new Pace(50, 20, 1));
    assertThat(networks.get(0).ports()).contains(7000, 7001).containsAll(Ports.CAMERAS).isSorted();
    assertThat(networks.get(1).ports()).containsExactly(8080);
    assertThat(networks.get(0).regimes()).containsExactly("uk-2022");
    assertThat(networks.get(1).regimes()).isEmpty();
    assertThat(networks.get(2).control()).contains("landlord");
  }

  @Test
  void saysNothingThatTheOwnerDidNotSay() throws ConfigException {
    Network network = only("{ id: n, cidr: 192.168.1.0/24 }");
    assertThat(network.sensitive()).isEmpty();
    assertThat(network.coreNetwork()).isFalse();
    assertThat(network.control()).isEmpty();
    assertThat(network.pace()).isEqualTo(Pace.STANDARD);
    assertThat(network.ports()).isEmpty();
    assertThat(only("{ id: n, cidr: 192.168.1.0/24, sensitive: false }").sensitive())
        .isEqualTo(Optional.empty());
  }

  @Test
  void acceptsAByteOrderMarkAndCarriageReturns() throws ConfigException {
    String text =
        "\uFEFFversion: 1\r\nsites:\r\n- id: s\r\n  networks:\r\n  - id: n\r\n    cidr: 10.1.2.3\r\n";
    SiteFile file = SiteFileReader.read("x", text.getBytes(StandardCharsets.UTF_8), Path.of(""));
    assertThat(file.inspection().networks().get(0).cidrs())
        .containsExactly(Cidr.parse("10.1.2.3/32"));
  }

  @Test
  void anExclusionMaySpanTwoBlocksOfOneNetwork() throws ConfigException {
    Network network =
        only("{ id: n, cidr: [10.0.0.0/25, 10.0.0.128/25], exclude: 10.0.0.100-10.0.0.200 }");
    assertThat(network.excludes(Cidr.address("10.0.0.150"))).isTrue();
    assertThat(network.excludes(Cidr.address("10.0.0.99"))).isFalse();
  }
}
