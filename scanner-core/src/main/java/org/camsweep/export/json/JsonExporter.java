package org.camsweep.export.json;

import java.io.IOException;
import java.io.OutputStream;
import org.camsweep.export.spi.Exporter;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;

/** The report's own JSON, described by {@code docs/report.schema.json}. */
public final class JsonExporter implements Exporter {
  @Override
  public String format() {
    return "json";
  }

  @Override
  public String ending() {
    return "json";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    ReportJson.write(report, out);
  }
}
