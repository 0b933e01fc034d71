package org.camsweep.export.spi;

import java.util.function.UnaryOperator;
import org.camsweep.policy.Finding;
import org.camsweep.report.Report;

/** The same report with each finding changed, where it stands by itself and at its device. */
public final class OtherFindings {
  private OtherFindings() {}

  public static Report of(Report r, UnaryOperator<Finding> change) {
    return new Report(
        r.networks(),
        r.entries().stream()
            .map(
                e ->
                    new Report.Entry(
                        e.device(),
                        e.identification(),
                        e.hardwareAddresses(),
                        e.exposures(),
                        e.findings().stream().map(change).toList(),
                        e.interview()))
            .toList(),
        r.findings().stream().map(change).toList(),
        r.coverage(),
        r.provenance(),
        r.waivers(),
        r.since());
  }
}
