package org.camsweep.export.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.InventoryColumn;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

class CsvExporterTest extends ExporterContract {
  @Override
  protected Exporter exporter() {
    return new CsvExporter();
  }

  private List<NamedCsvRecord> rows() throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(text(SampleReport.full()))) {
      return csv.stream().toList();
    }
  }

  @Test
  void hasARowForEachDevice() throws IOException {
    List<NamedCsvRecord> rows = rows();
    assertThat(rows).hasSize(7);
    NamedCsvRecord first = rows.get(0);
    assertThat(first.getField("addresses")).isEqualTo("10.0.0.21; 2001:db8::21");
    assertThat(first.getField("brand")).isEqualTo("Northview");
    assertThat(first.getField("maker")).isEqualTo("Orient Vision Co, Ltd");
    assertThat(first.getField("relabelled")).isEqualTo("yes");
    assertThat(first.getField("verdict")).isEqualTo("restricted");
    assertThat(first.getField("findings"))
        .isEqualTo(
            "uk-instruction/sensitive-site: restricted; us-889/f-3-A: restricted (waived: W-1)");
    assertThat(first.getField("answered_on")).isEqualTo("tcp/554 rtsp; tcp/80 http; udp/3702 wsd");
    assertThat(first.getField("sensitive")).isEqualTo("vetted-staff");
  }

  @Test
  void whatNoRuleSpokeOfIsNotClear() throws IOException {
    NamedCsvRecord printer =
        rows().stream()
            .filter(r -> r.getField("network").equals("office"))
            .findFirst()
            .orElseThrow();
    assertThat(printer.getField("verdict")).isEqualTo("not-assessed");
    assertThat(rows().get(6).getField("network")).isEqualTo("(outside the scope)");
  }

  @Test
  void everyLineEndsInCrLfAndEveryCellIsQuoted() throws IOException {
    String text = text(SampleReport.full());
    assertThat(text).endsWith("\r\n").doesNotContain("\n\n");
    assertThat(text.split("\r\n")).hasSize(8).allMatch(l -> l.startsWith("\"") && l.endsWith("\""));
    assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
  }

  @Test
  void everyColumnIsDocumented() throws IOException {
    String docs = Files.readString(Path.of("../docs/exports.md"));
    for (InventoryColumn column : InventoryColumn.ALL) {
      assertThat(docs).contains("| `" + column.heading() + "` |");
    }
  }
}
