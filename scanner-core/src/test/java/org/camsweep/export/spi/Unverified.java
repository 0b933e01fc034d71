package org.camsweep.export.spi;

import org.camsweep.policy.Findings;
import org.camsweep.report.Report;

/** A report as if the sources of all rules had been seen, or of none. */
final class Unverified {
  private Unverified() {}

  static Report everyRuleOf(Report report) {
    return OtherFindings.of(report, f -> Findings.verified(false, f));
  }

  static Report noRuleOf(Report report) {
    return OtherFindings.of(report, f -> Findings.verified(true, f));
  }
}
