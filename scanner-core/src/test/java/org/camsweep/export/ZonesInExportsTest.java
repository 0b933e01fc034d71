package org.camsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.camsweep.export.spi.Zipped;
import org.camsweep.report.Redaction;
import org.camsweep.report.Report;
import org.camsweep.report.ReportReader;
import org.camsweep.report.SampleReport;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link-local address with its zone, in every format: whole where the format has room for it. */
class ZonesInExportsTest {
  private static Report report() {
    return SampleReport.zoned();
  }

  private static String written(String format, Report report) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportCatalogue.find(format).orElseThrow().write(report, out);
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "html", "csv", "servicenow", "cyclonedx", "junit", "sarif"})
  void bothDevicesStandThere(String format) throws Exception {
    assertThat(written(format, report())).contains("fe80::7%eth1");
  }

  /** Their readers take no zone where an address belongs, so it stands beside it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ecs | \"ip\":[\"fe80::7\"] | fe80::7%eth0",
        "ocsf | \"ip\":\"fe80::7\" | \"addresses\":\"fe80::7%eth0\"",
        "defectdojo | \"host\": \"fe80::7\" | fe80::7%eth1",
        "nmap | addr=\"fe80::7\" addrtype=\"ipv6\" | <host>",
        "syslog | c6a3=fe80::7 cs1Label | 7%eth0",
      })
  void whereNoZoneIsTakenTheAddressIsPlain(String format, String plain, String whole)
      throws Exception {
    assertThat(written(format, report())).contains(plain).contains(whole);
  }

  @ParameterizedTest
  @CsvSource({"netbox, fe80::7/64, on the link of eth0", "oscal, fe80::7, ipv6-zone"})
  void inZipsToo(String format, String plain, String zone) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportCatalogue.find(format).orElseThrow().write(report(), out);
    String all = String.join("\n", Zipped.texts(out.toByteArray()).values());
    assertThat(all).contains(plain).contains(zone);
  }

  @Test
  void theJsonReadsBackAsItWas() throws Exception {
    String json = written("json", report());
    Report read = ReportReader.read("report.json", json);
    assertThat(written("json", read)).isEqualTo(json);
    assertThat(read.entries().get(1).device().addresses())
        .containsExactly(Cidr.address("fe80::7%eth1"));
    assertThat(read.networks()).isEqualTo(report().networks());
  }

  @Test
  void redactedTheyAreStillTwo() throws Exception {
    Report report =
        Redaction.of(report(), java.util.EnumSet.of(org.camsweep.report.Redaction.Kind.HOST));
    assertThat(written("json", report))
        .contains("fe80::db8:1%eth0", "fe80::db8:1%eth1", "fe80::/64%eth0")
        .doesNotContain("fe80::7", "fe80:0:0");
  }
}
