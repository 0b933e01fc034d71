package org.camsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.camsweep.export.spi.Exporter;
import org.camsweep.report.Redaction;
import org.camsweep.report.Redaction.Kind;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was redacted stands in no format, and what was not is as it was. */
class RedactedExportsTest {
  private static final List<String> SERIALS = List.of("sn-0042");
  private static final List<String> MACS =
      List.of("02:00:00:5e:53:21", "02-00-00-5e-53-21", "0200005e5321");
  private static final List<String> HOSTS =
      List.of("10.0.0.21", "10.0.0.66", "10.0.0.0/24", "10.1.0.", "192.168.7.7", "2001:db8::21");

  static Stream<Exporter> exporters() {
    // A PDF's text is packed; it is made from the page that the HTML is.
    return ExportCatalogue.all().stream().filter(e -> !e.format().equals("pdf"));
  }

  private static String written(Exporter exporter, Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exporter.write(report, out);
    return out.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  private static Report redacted(Kind... kinds) {
    return Redaction.of(SampleReport.full(), EnumSet.copyOf(Set.of(kinds)));
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void nothingOfItIsLeft(Exporter exporter) throws IOException {
    String text = written(exporter, redacted(Kind.values()));
    for (List<String> secrets : List.of(SERIALS, MACS, HOSTS)) {
      for (String secret : secrets) {
        assertThat(text).as(exporter.format()).doesNotContain(secret);
      }
    }
  }

  @Test
  void eachKindIsReplacedAloneAndAlikeEverywhere() throws IOException {
    Exporter json = ExportCatalogue.find("json").orElseThrow();
    String serial = written(json, redacted(Kind.SERIAL));
    assertThat(serial).contains("serial-1", "10.0.0.21", "0200005e5321").doesNotContain("sn-0042");
    String mac = written(json, redacted(Kind.MAC));
    assertThat(mac)
        .contains("sn-0042", "10.0.0.21", "\"020000000001\"", "02:00:00:00:00:01")
        .contains("uk-instruction:sensitive-site:020000000001")
        .doesNotContain("5e5321");
    String host = written(json, redacted(Kind.HOST));
    assertThat(host)
        .contains("sn-0042", "02:00:00:5e:53:21", "\"240.0.0.21\"", "240.0.0.0/24")
        .contains("uk-instruction:sensitive-site:240.0.0.23")
        .contains("\"redacted\": [\n      \"host\"\n    ]");
  }

  @Test
  void theSameReportIsRedactedAlikeAndTheStoredOneIsNotTouched() throws IOException {
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    Report report = SampleReport.full();
    ReportJson.write(report, before);
    Report once = Redaction.of(report, EnumSet.allOf(Kind.class));
    Exporter json = ExportCatalogue.find("json").orElseThrow();
    assertThat(written(json, once))
        .isEqualTo(written(json, Redaction.of(report, EnumSet.allOf(Kind.class))));
    assertThat(Redaction.of(report, Set.of())).isSameAs(report);
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    ReportJson.write(report, after);
    assertThat(after.toByteArray()).isEqualTo(before.toByteArray());
    assertThat(once.findings()).hasSameSizeAs(report.findings());
    assertThat(once.entries()).hasSameSizeAs(report.entries());
    for (int i = 0; i < report.entries().size(); i++) {
      assertThat(once.entries().get(i).verdict()).isEqualTo(report.entries().get(i).verdict());
    }
  }
}
