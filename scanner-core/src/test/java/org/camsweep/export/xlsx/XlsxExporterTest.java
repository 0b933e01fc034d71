package org.camsweep.export.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.Outsider;
import org.camsweep.export.spi.Zipped;
import org.camsweep.observe.Plain;
import org.camsweep.report.Basis;
import org.camsweep.report.InventoryColumn;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.camsweep.site.Circumstances;
import org.junit.jupiter.api.Test;

/** Read back by openpyxl, in Debian's package. */
class XlsxExporterTest extends ExporterContract {
  private static final String READ =
      """
      import io, json, sys, warnings
      warnings.simplefilter('error')
      import openpyxl
      book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
      out = {}
      for sheet in book.worksheets:
          cells = [c for row in sheet.iter_rows() for c in row if c.value is not None]
          out[sheet.title] = {
              'rows': [[c.value for c in row] for row in sheet.iter_rows()],
              'types': sorted({c.data_type for c in cells}),
              'quoted': all(c.quotePrefix for c in cells),
              'links': sum(1 for c in cells if c.hyperlink),
              'frozen': sheet.freeze_panes,
              'filter': sheet.auto_filter.ref,
              'head': sheet.oddHeader.center.text, 'foot': sheet.oddFooter.center.text}
      print(json.dumps(out))
      """;

  @Override
  protected String unverified() {
    return "unverified rule";
  }

  @Override
  protected Exporter exporter() {
    return new XlsxExporter();
  }

  @Override
  protected boolean isText() {
    return false;
  }

  private JsonNode read(Report report) throws IOException {
    Outsider.need(Path.of("/usr/lib/python3/dist-packages/openpyxl"), "python3-openpyxl");
    Outsider.Said said = Outsider.run(written(report), "/usr/bin/python3", "-c", READ);
    assertThat(said.code()).as(said.output()).isZero();
    return new ObjectMapper().readTree(said.output());
  }

  @Test
  void aZoneIsReadBack() throws IOException {
    assertThat(read(SampleReport.zoned()).toString()).contains("fe80::7%eth0", "fe80::7%eth1");
  }

  @Test
  void holdsTextAloneAndNothingThatActs() throws IOException {
    JsonNode book = read(SampleReport.full());
    assertThat(book.fieldNames())
        .toIterable()
        .containsExactly("Devices", "Findings", "Coverage", "About");
    for (JsonNode sheet : book) {
      assertThat(sheet.at("/types").toString()).isEqualTo("[\"s\"]");
      assertThat(sheet.at("/quoted").asBoolean()).isTrue();
      assertThat(sheet.at("/links").asInt()).isZero();
      assertThat(sheet.at("/frozen").asText()).isEqualTo("A2");
      assertThat(sheet.at("/filter").asText()).startsWith("A1:");
      assertThat(sheet.at("/head").asText()).isEqualTo("OFFICIAL");
      assertThat(sheet.at("/foot").asText()).isEqualTo("OFFICIAL");
    }
    Map<String, String> files = Zipped.texts(written(SampleReport.full()));
    assertThat(files.keySet()).allMatch(f -> f.endsWith(".xml") || f.endsWith(".rels"));
    assertThat(files.values()).noneMatch(t -> t.contains("<f>") || t.contains("External"));
  }

  @Test
  void everyCellComesBackAsItWasSaid() throws IOException {
    Report report = SampleReport.full();
    JsonNode rows = read(report).at("/Devices/rows");
    assertThat(rows).hasSize(report.entries().size() + 1);
    for (int r = 0; r < report.entries().size(); r++) {
      for (int c = 0; c < InventoryColumn.ALL.size(); c++) {
        String said = InventoryColumn.ALL.get(c).of(report, report.entries().get(r));
        assertThat(rows.get(r + 1).get(c).asText("")).isEqualTo(Plain.of(said, 32_766));
      }
    }
    JsonNode findings = read(report).at("/Findings/rows");
    assertThat(findings).hasSize(report.findings().size() + 1);
    assertThat(findings.toString()).contains("W-1");
    assertThat(rows.get(1).toString()).contains("\"http 8, wsd 1\",\"52\"");
  }

  @Test
  void saysHowTheResultCameAbout() throws IOException {
    Circumstances with =
        new Circumstances(
            List.of("scanner-cli.jar sha256:0123"),
            "Java 17 on Linux",
            "in step",
            Optional.of("4567"),
            Optional.empty());
    Basis basis =
        new Basis(
            Optional.of(with),
            List.of(new Basis.Input("waivers", "w.yaml", "89ab")),
            List.of(new Basis.Listed("us-889", "1 sha256:cdef", false)),
            List.of());
    Report r = SampleReport.full();
    Report report =
        new Report(
            r.networks(),
            r.entries(),
            r.findings(),
            r.coverage(),
            r.provenance().on(basis),
            r.waivers(),
            r.since());
    assertThat(read(report).at("/About/rows").toString())
        .contains("[\"command line\",\"camsweep scan --site site.yaml\"]")
        .contains("[\"links that listened\",\"eth0 IPv4 wsd\"]", "[\"clock\",\"in step\"]")
        .contains("scanner-cli.jar sha256:0123", "sha256:4567", "w.yaml sha256:89ab")
        .contains("us-889 1 sha256:cdef unverified rule")
        .contains("[\"count of sent.datagrams\",\"1234\"]");
  }

  @Test
  void anEmptyReportIsAWorkbookToo() throws IOException {
    assertThat(read(SampleReport.empty()).at("/Devices/rows")).hasSize(1);
  }

  @Test
  void columnsAreNamedAsSpreadsheetsDo() {
    assertThat(Workbook.column(0)).isEqualTo("A");
    assertThat(Workbook.column(25)).isEqualTo("Z");
    assertThat(Workbook.column(26)).isEqualTo("AA");
    assertThat(Workbook.column(701)).isEqualTo("ZZ");
    assertThat(Workbook.column(702)).isEqualTo("AAA");
  }
}
