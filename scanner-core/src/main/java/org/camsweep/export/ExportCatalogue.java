package org.camsweep.export;

import java.util.List;
import java.util.Optional;
import org.camsweep.export.csv.CsvExporter;
import org.camsweep.export.cyclonedx.CycloneDxExporter;
import org.camsweep.export.defectdojo.DefectDojoExporter;
import org.camsweep.export.ecs.EcsExporter;
import org.camsweep.export.far889.Far889Exporter;
import org.camsweep.export.inspection.InspectionHtml;
import org.camsweep.export.inspection.InspectionPdf;
import org.camsweep.export.json.JsonExporter;
import org.camsweep.export.junit.JunitExporter;
import org.camsweep.export.netbox.NetBoxExporter;
import org.camsweep.export.nmap.NmapExporter;
import org.camsweep.export.ocsf.OcsfExporter;
import org.camsweep.export.oscal.OscalExporter;
import org.camsweep.export.prometheus.PrometheusExporter;
import org.camsweep.export.sarif.SarifExporter;
import org.camsweep.export.servicenow.ServiceNowExporter;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.syslog.SyslogExporter;
import org.camsweep.export.xlsx.XlsxExporter;

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
          new ServiceNowExporter(),
          new XlsxExporter(),
          new OscalExporter(),
          new SarifExporter(),
          new OcsfExporter(),
          new SyslogExporter(),
          new NetBoxExporter(),
          new Far889Exporter());

  private ExportCatalogue() {}

  public static List<Exporter> all() {
    return ALL;
  }

  /** The exporter of a format's word, for example {@code csv}. */
  public static Optional<Exporter> find(String format) {
    return ALL.stream().filter(e -> e.format().equals(format)).findFirst();
  }
}
