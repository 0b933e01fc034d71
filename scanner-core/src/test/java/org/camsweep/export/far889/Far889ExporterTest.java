package org.camsweep.export.far889;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.OtherFindings;
import org.camsweep.policy.Findings;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

class Far889ExporterTest extends ExporterContract {
  @Override
  protected Report withFindings() {
    return citing("RESTRICTED");
  }

  @Override
  protected Exporter exporter() {
    return new Far889Exporter();
  }

  private List<CsvRecord> rows(Report report) throws IOException {
    return CsvReader.builder().ofCsvRecord(text(report)).stream().toList();
  }

  /** The sample with the waived finding, or all of a verdict, cited as section 889. */
  private static Report citing(String verdict) {
    return OtherFindings.of(
        SampleReport.full(),
        f ->
            f.verdict().name().equals(verdict)
                ? Findings.citing("Pub. L. 115-232 s.889(a)(1)(A); FAR 52.204-25", f)
                : f);
  }

  @Test
  void aRestrictedDeviceHasARowWithThreeItemsFilled() throws IOException {
    List<CsvRecord> rows = rows(citing("RESTRICTED"));
    assertThat(rows).hasSize(2);
    CsvRecord row = rows.get(1);
    assertThat(row.getFields().subList(0, 5)).containsOnly("(contractor to fill in)");
    assertThat(row.getField(5)).isEqualTo("Northview");
    assertThat(row.getField(6)).isEqualTo("NV-4120");
    assertThat(row.getField(7)).startsWith("camera, serial SN-0042");
    assertThat(row.getFields().subList(8, 12)).containsOnly("(contractor to fill in)");
    assertThat(row.getField(12)).contains("waived by the owner: W-1; the clause knows no waiver");
    assertThat(row.getField(14)).isEqualTo("Orient Vision Co, Ltd (confirmed)");
  }

  @Test
  void whatIsOpenIsListedAndWhatIsClearIsNot() throws IOException {
    assertThat(rows(citing("REVIEW"))).hasSize(4);
    assertThat(rows(citing("CLEAR"))).hasSize(1);
    assertThat(rows(SampleReport.full())).hasSize(1);
    assertThat(Optional.of(rows(SampleReport.empty()).get(0).getFieldCount())).contains(23);
  }
}
