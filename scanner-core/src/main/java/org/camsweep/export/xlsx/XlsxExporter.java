package org.camsweep.export.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.camsweep.export.spi.Exporter;
import org.camsweep.report.Report;

/**
 * A workbook of text cells alone: no formula, no link, no macro. The header of each sheet stays in
 * view and filters. The protective marking stands at the head and foot of every printed page.
 */
public final class XlsxExporter implements Exporter {
  @Override
  public String format() {
    return "xlsx";
  }

  @Override
  public String ending() {
    return "xlsx";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    Optional<String> marking = report.provenance().marking();
    new Workbook(out, marking)
        .write(
            List.of(
                Sheets.devices(report),
                Sheets.findings(report),
                Sheets.coverage(report),
                Sheets.about(report)));
  }
}
