package org.camsweep.export.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

class ServiceNowExporterTest extends ExporterContract {
  @Override
  protected Exporter exporter() {
    return new ServiceNowExporter();
  }

  private List<NamedCsvRecord> rows() throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(text(SampleReport.full()))) {
      return csv.stream().toList();
    }
  }

  @Test
  void aRowForEachVideoDeviceInScope() throws IOException {
    List<NamedCsvRecord> rows = rows();
    assertThat(rows).hasSize(5);
    assertThat(rows.get(0).getField("u_class")).isEqualTo("cmdb_ci_ip_camera");
    assertThat(rows.get(0).getField("u_manufacturer")).isEqualTo("Orient Vision Co, Ltd");
    assertThat(rows.get(0).getField("u_brand_shown")).isEqualTo("Northview");
    assertThat(rows.get(3).getField("u_class")).isEmpty();
  }

  @Test
  void aPossibleMakerIsNoManufacturer() throws IOException {
    NamedCsvRecord possible = rows().get(4);
    assertThat(possible.getField("u_certainty")).isEqualTo("possible");
    assertThat(possible.getField("u_manufacturer")).isEmpty();
    assertThat(possible.getField("u_built_by")).isEqualTo("Orient Vision Co, Ltd (possible)");
  }
}
