package org.camsweep.export.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.Outsider;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/** Parsed by nsyslog-parser, an npm package. */
class SyslogExporterTest extends ExporterContract {
  private static final String PARSE =
      """
      const parse = require(process.argv[1]);
      const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean);
      console.log(JSON.stringify(lines.map(l => parse(l, {cef: true, fields: true}))));
      """;

  @Override
  protected Exporter exporter() {
    return new SyslogExporter();
  }

  private JsonNode parsed() throws IOException {
    return parsed(SampleReport.full());
  }

  private JsonNode parsed(Report report) throws IOException {
    String parser = Outsider.npm("nsyslog-parser").toAbsolutePath().toString();
    Outsider.Said said = Outsider.run(written(report), "node", "-e", PARSE, parser);
    assertThat(said.code()).as(said.output()).isZero();
    return new ObjectMapper().readTree(said.output());
  }

  @Test
  void anOutsideParserReadsEveryFieldBack() throws IOException {
    Outsider.needNpm("nsyslog-parser");
    assertThat(parsed(SampleReport.zoned()).toString())
        .contains("\"c6a3\":\"fe80::7\"")
        .doesNotContain("fe80::7%eth1\",\"c6a3Label");
    JsonNode messages = parsed();
    List<String> written = SyslogExporter.messages(SampleReport.full());
    assertThat(messages).hasSize(written.size());
    JsonNode finding = null;
    for (JsonNode message : messages) {
      assertThat(message.at("/type").asText()).isEqualTo("CEF");
      assertThat(message.at("/appName").asText()).isEqualTo("camsweep");
      if (finding == null && message.at("/messageid").asText().equals("finding")) {
        finding = message;
      }
    }
    assertThat(finding.at("/level").asText()).isEqualTo("warn");
    assertThat(finding.at("/cef/deviceEventClassID").asText())
        .isEqualTo("uk-instruction/sensitive-site");
    assertThat(finding.at("/cef/severity").asText()).isEqualTo("8");
    JsonNode fields = finding.at("/fields");
    assertThat(fields.toString())
        .contains("\"dst\":\"10.0.0.21\"", "Orient Vision Co, Ltd (confirmed)", "scan-7")
        .contains("\"dmac\":\"02:00:00:5e:53:21\"");
  }

  @Test
  void aMessageIsShortAndOnOneLine() {
    List<String> messages = SyslogExporter.messages(SampleReport.full());
    assertThat(messages)
        .hasSize(1 + SampleReport.full().entries().size() + SampleReport.full().findings().size())
        .allMatch(m -> m.getBytes(StandardCharsets.UTF_8).length <= SyslogMessage.MOST_BYTES)
        .allMatch(m -> m.lines().count() == 1)
        .allMatch(m -> m.matches("<1(08|09|10)>1 2026-11-25T12:0[01]:[0-9]{2}Z - camsweep - .*"));
  }

  @Test
  void noDeviceWritesAFieldOfItsOwn() {
    assertThat(SyslogExporter.messages(SampleReport.full()))
        .anyMatch(m -> m.contains("cs2=\\=HYPERLINK("))
        .anyMatch(m -> m.contains("a|b\\\\c\\=d\"]\\\\x0d\\\\x0aCEF:0|x "))
        .noneMatch(m -> m.contains("c=d"));
  }
}
