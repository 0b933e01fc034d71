package org.camsweep.export.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.Outsider;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/**
 * Read with the Prometheus project's own parser and its checker, Debian's packages
 * python3-prometheus-client and prometheus.
 */
class PrometheusExporterTest extends ExporterContract {
  private static final Path PARSER =
      Path.of("/usr/lib/python3/dist-packages/prometheus_client/parser.py");
  private static final Path CHECKER = Path.of("/usr/bin/promtool");
  private static final String READ =
      """
      import sys
      from prometheus_client.parser import text_string_to_metric_families as families
      for family in families(sys.stdin.read()):
          assert family.type == 'gauge', family
          for s in family.samples:
              print(s.name, sorted(s.labels.items()), s.value)
      """;

  @Override
  protected String unverified() {
    return "verified=\"false\"";
  }

  @Override
  protected Exporter exporter() {
    return new PrometheusExporter();
  }

  private static Outsider.Said read(byte[] text) {
    return Outsider.run(text, "/usr/bin/python3", "-c", READ);
  }

  @Test
  void thePrometheusProjectsParserReadsIt() throws Exception {
    Outsider.need(PARSER, "python3-prometheus-client");
    Outsider.Said said = read(written(SampleReport.full()));
    assertThat(said.code()).as(said.output()).isZero();
    assertThat(said.output())
        .contains("camsweep_scan_complete [] 1.0")
        .contains(
            "camsweep_devices [('network', 'cctv'), ('verdict', 'restricted')] 1.0",
            "camsweep_devices [('network', 'cctv'), ('verdict', 'waived')] 0.0",
            "camsweep_addresses [('network', 'office'), ('outcome', 'not-asked')] 15.0");
    assertThat(read(written(SampleReport.zoned())).code()).isZero();
    byte[] broken =
        text(SampleReport.full()).replaceFirst("\"}", "\"").getBytes(StandardCharsets.UTF_8);
    assertThat(read(broken).code()).isNotZero();
  }

  private static Outsider.Said checked(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Outsider.run(bytes, CHECKER.toString(), "check", "metrics");
  }

  @Test
  void thePrometheusProjectsCheckerHasNothingToSay() throws Exception {
    Outsider.need(CHECKER, "prometheus");
    for (Report report : List.of(SampleReport.full(), SampleReport.empty())) {
      Outsider.Said said = checked(text(report));
      assertThat(said.output()).isEmpty();
      assertThat(said.code()).isZero();
    }
    String text = text(SampleReport.full());
    assertThat(checked(text.replaceFirst("# HELP .*\n", "")).code()).isNotZero();
    assertThat(checked(text.replace("camsweep_findings", "camsweep_findings_total")).output())
        .contains("non-counter metrics should not have");
  }

  @Test
  void namesNoDevice() throws Exception {
    assertThat(text(SampleReport.full()))
        .doesNotContain("10.0.0.")
        .doesNotContain("SN-0042")
        .doesNotContain("Northview")
        .doesNotContain("Orient");
  }
}
