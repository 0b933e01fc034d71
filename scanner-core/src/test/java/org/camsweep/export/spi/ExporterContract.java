package org.camsweep.export.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.report.ReportReader;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/** What every export format keeps; each format's test extends it. */
public abstract class ExporterContract {
  /** The exporter under test, made anew. */
  protected abstract Exporter exporter();

  /** Whether the format is text, and must then be harmless on a terminal. */
  protected boolean isText() {
    return true;
  }

  /** What a reader finds in a document; for a format that is not text, its words. */
  protected String words(byte[] document) throws IOException {
    return new String(document, StandardCharsets.UTF_8);
  }

  /** A report of which the format shows the open findings. */
  protected Report withFindings() {
    return SampleReport.full();
  }

  /** How the format says that nobody has seen the source of a rule. */
  protected String unverified() {
    return "(unverified rule)";
  }

  protected final byte[] written(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exporter().write(report, out);
    return out.toByteArray();
  }

  protected final String text(Report report) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(written(report))).toString();
  }

  @Test
  void theSameReportGivesTheSameBytes() throws IOException {
    assertThat(written(SampleReport.full())).isEqualTo(written(SampleReport.full())).isNotEmpty();
  }

  @Test
  void isMadeFromTheReportsJsonAlone() throws IOException, ConfigException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ReportJson.write(SampleReport.full(), json);
    Report read = ReportReader.read("report.json", json.toString(StandardCharsets.UTF_8));
    assertThat(written(read)).isEqualTo(written(SampleReport.full()));
  }

  @Test
  void doesNotCloseTheStream() throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("the stream is the caller's");
          }
        };
    exporter().write(SampleReport.full(), out);
    assertThat(out.toByteArray()).isEqualTo(written(SampleReport.full()));
  }

  @Test
  void theProtectiveMarkingStandsInIt() throws IOException {
    Report marked = withFindings().marked(Optional.of("HANDLE WITH CARE"));
    assertThat(words(written(marked))).contains("HANDLE WITH CARE");
    assertThat(words(written(withFindings().marked(Optional.empty()))))
        .doesNotContain("HANDLE WITH CARE", "OFFICIAL");
  }

  @Test
  void aRuleWhoseSourceNobodySawIsMarked() throws IOException {
    assertThat(words(written(Unverified.everyRuleOf(withFindings())))).contains(unverified());
    assertThat(words(written(Unverified.noRuleOf(withFindings())))).doesNotContain(unverified());
  }

  @Test
  void anEmptyReportIsWrittenToo() throws IOException {
    assertThat(exporter().format()).matches("[a-z0-9][a-z0-9-]*");
    assertThat(exporter().ending()).matches("[a-z0-9]+");
    written(SampleReport.empty());
  }

  @Test
  void noDeviceSpeaksToTheTerminal() throws IOException {
    if (isText()) {
      String text = text(SampleReport.full());
      assertThat(text.codePoints())
          .noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t')
          .noneMatch(c -> c >= 0x7f && c < 0xa0)
          .noneMatch(c -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
          .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
  }
}
