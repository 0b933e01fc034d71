package org.camsweep.export.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/** Read back with Surefire's own parser of such reports. */
class JunitExporterTest extends ExporterContract {
  @Override
  protected Exporter exporter() {
    return new JunitExporter();
  }

  /** Surefire's parser groups the cases by their class. */
  private List<ReportTestCase> cases(Report report) throws Exception {
    return new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(
                new InputStreamReader(
                    new ByteArrayInputStream(written(report)), StandardCharsets.UTF_8))
            .stream()
            .flatMap(suite -> suite.getTestCases().stream())
            .toList();
  }

  private ReportTestCase one(String start, String rule) throws Exception {
    return cases(SampleReport.full()).stream()
        .filter(c -> c.getName().startsWith(start) && c.getFullClassName().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCaseForEachFindingAndForTheCoverage() throws Exception {
    List<ReportTestCase> cases = cases(SampleReport.full());
    assertThat(cases).hasSize(11);
    assertThat(cases.stream().filter(ReportTestCase::hasFailure)).hasSize(1);
    assertThat(cases.stream().filter(ReportTestCase::hasError)).hasSize(5);
    assertThat(cases.stream().filter(ReportTestCase::hasSkipped)).hasSize(3);
    assertThat(text(SampleReport.full()))
        .contains(
            "<testsuite name=\"hq/cctv\" tests=\"9\" failures=\"1\" errors=\"4\" skipped=\"2\""
                + " time=\"90\" timestamp=\"2026-11-25T12:00:00\">");
  }

  @Test
  void onlyWhatIsClearPasses() throws Exception {
    String sensitive = "uk-instruction.sensitive-site";
    assertThat(one("10.0.0.21 ", sensitive).hasFailure()).isTrue();
    assertThat(one("10.0.0.21 ", "us-889.f-3-A").hasSkipped()).isTrue();
    assertThat(one("10.0.0.22 ", sensitive).isSuccessful()).isTrue();
    assertThat(one("10.0.0.22 ", "us-5949.chips").hasSkipped()).isTrue();
    assertThat(one("10.0.0.23 ", sensitive).hasError()).isTrue();
  }

  @Test
  void gapsAreErrors() throws Exception {
    assertThat(one("coverage of office", "coverage").hasError()).isTrue();
    assertThat(one("coverage of cctv", "coverage").isSuccessful()).isTrue();
    assertThat(cases(SampleReport.empty())).hasSize(1).allMatch(ReportTestCase::hasError);
  }
}
