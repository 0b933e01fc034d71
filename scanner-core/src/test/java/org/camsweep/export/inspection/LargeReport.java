package org.camsweep.export.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.identify.Level;
import org.camsweep.report.CoverageCount;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.ReportBuilder;
import org.camsweep.report.SampleDevices;
import org.camsweep.report.SampleReport;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;

/** A site of many cameras, a third of them restricted, a third to review. */
final class LargeReport {
  private LargeReport() {}

  static Report of(int devices) {
    Network network = Networks.paced("cctv", Pace.STANDARD, "10.0.0.0/16");
    ReportBuilder builder = new ReportBuilder(List.of(network));
    for (int i = 0; i < devices; i++) {
      String address = "10.0." + i / 200 + "." + (i % 200 + 1);
      boolean orient = i % 3 == 0;
      builder.device(
          SampleDevices.device(address, "o" + i),
          SampleDevices.identified(
              Level.CONFIRMED, orient ? SampleReport.ORIENT : SampleReport.ACME, "Northview"));
      String verdict = orient ? "restricted" : i % 3 == 1 ? "review" : "clear";
      builder.finding(SampleReport.finding(address, "uk-instruction", "sensitive-site", verdict));
      builder.finding(SampleReport.finding(address, "us-889", "f-3-A", verdict));
    }
    Instant noon = SampleReport.NOON;
    return builder.build(
        new CoverageCount(List.of(network)),
        true,
        new Provenance(
            "scan-large",
            noon,
            Optional.of(noon.plusSeconds(600)),
            Optional.empty(),
            Authorisation.NONE,
            Optional.empty(),
            List.of("scan"),
            "camsweep 0.1.0",
            "none",
            "2026-11-25",
            List.of(),
            Map.of(),
            List.of()));
  }
}
