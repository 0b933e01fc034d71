package org.camsweep.export.spi;

import org.camsweep.policy.Finding;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;

/** A report as if the sources of all rules had been seen, or of none. */
final class Unverified {
  private Unverified() {}

  static Report everyRuleOf(Report report) {
    return of(report, false);
  }

  static Report noRuleOf(Report report) {
    return of(report, true);
  }

  private static Report of(Report r, boolean verified) {
    return new Report(
        r.networks(),
        r.entries().stream()
            .map(
                e ->
                    new Entry(
                        e.device(),
                        e.identification(),
                        e.hardwareAddresses(),
                        e.exposures(),
                        e.findings().stream().map(f -> of(f, verified)).toList(),
                        e.interview()))
            .toList(),
        r.findings().stream().map(f -> of(f, verified)).toList(),
        r.coverage(),
        r.provenance(),
        r.waivers(),
        r.since());
  }

  private static Finding of(Finding f, boolean verified) {
    return new Finding(
        f.id(),
        f.device(),
        f.network(),
        f.regime(),
        f.regimeName(),
        f.limb(),
        f.verdict(),
        f.because(),
        f.settle(),
        f.citation(),
        f.primaryRead(),
        f.version(),
        verified,
        f.actions(),
        f.waiver());
  }
}
