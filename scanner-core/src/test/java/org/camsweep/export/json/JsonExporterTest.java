package org.camsweep.export.json;

import java.io.IOException;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;

class JsonExporterTest extends ExporterContract {
  @Override
  protected String words(byte[] document) throws IOException {
    return super.words(document).replaceAll("\\s+", " ");
  }

  /** Evidence and lists say it of themselves, too; this is a finding's. */
  @Override
  protected String unverified() {
    return "\"verified\": false, \"actions\"";
  }

  @Override
  protected Exporter exporter() {
    return new JsonExporter();
  }
}
