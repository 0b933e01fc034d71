package org.camsweep.export;

import java.util.List;
import java.util.Optional;
import org.camsweep.export.csv.CsvExporter;
import org.camsweep.export.cyclonedx.CycloneDxExporter;
import org.camsweep.export.defectdojo.DefectDojoExporter;
import org.camsweep.export.ecs.EcsExporter;
import org.camsweep.export.inspection.InspectionHtml;
import org.camsweep.export.inspection.InspectionPdf;
import org.camsweep.export.json.JsonExporter;
import org.camsweep.export.junit.JunitExporter;
import org.camsweep.export.nmap.NmapExporter;
import org.camsweep.export.prometheus.PrometheusExporter;
import org.camsweep.export.servicenow.ServiceNowExporter;
import org.camsweep.export.spi.Exporter;

/** Every export format, one line each. */
public final class ExportCatalogue {
  private static final List<Exporter> ALL =
      List.of(
          new JsonExporter(),
          new CsvExporter(),
          new InspectionHtml(),
          new InspectionPdf(),
          new DefectDojoExporter(),
          new JunitExporter(),
          new NmapExporter(),
          new PrometheusExporter(),
          new EcsExporter(),
          new CycloneDxExporter(),
          new ServiceNowExporter());

  private ExportCatalogue() {}

  public static List<Exporter> all() {
    return ALL;
  }

  /** The exporter of a format's word, for example {@code csv}. */
  public static Optional<Exporter> find(String format) {
    return ALL.stream().filter(e -> e.format().equals(format)).findFirst();
  }
}
