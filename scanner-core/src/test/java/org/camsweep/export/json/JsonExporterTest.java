package org.camsweep.export.json;

import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;

class JsonExporterTest extends ExporterContract {
  @Override
  protected Exporter exporter() {
    return new JsonExporter();
  }
}
