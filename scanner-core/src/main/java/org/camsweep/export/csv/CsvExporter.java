package org.camsweep.export.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.camsweep.export.spi.CsvRow;
import org.camsweep.export.spi.Exporter;
import org.camsweep.report.InventoryColumn;
import org.camsweep.report.Report;

/**
 * One row for each device, in the form of RFC 4180: a header, CRLF, every cell quoted, UTF-8
 * without a byte-order mark. What a cell holds several of is joined by {@code "; "}, a semicolon in
 * it becoming a comma. {@code docs/exports.md} describes the columns.
 */
public final class CsvExporter implements Exporter {
  @Override
  public String format() {
    return "csv";
  }

  @Override
  public String ending() {
    return "csv";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(row(InventoryColumn::heading));
    for (Report.Entry entry : report.entries()) {
      text.write(row(column -> column.of(report, entry)));
    }
    text.flush();
  }

  private static String row(Function<InventoryColumn, String> value) {
    return CsvRow.of(InventoryColumn.ALL.stream().map(value).toList());
  }
}
