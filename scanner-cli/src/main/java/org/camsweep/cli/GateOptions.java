package org.camsweep.cli;

import java.io.PrintWriter;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import picocli.CommandLine.Option;

/** When a result ends in an exit code that a script must not pass over. */
final class GateOptions {
  /** From which verdict on. */
  enum FailOn {
    restricted,
    review,
    never
  }

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      defaultValue = "restricted",
      description = "Exit code 10 from this verdict on: restricted (default), review or never.")
  private FailOn failOn;

  @Option(
      names = "--min-coverage",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Exit code 4 if less of what may be asked was asked; 0 to 100.")
  private double minCoverage;

  /** The exit code of a report, with a line of its own for what the answer does not say. */
  int exitCode(Report report, PrintWriter err) throws StopException {
    if (minCoverage < 0 || minCoverage > 100) {
      throw StopException.wrongUse("--min-coverage " + minCoverage, "use 0 to 100");
    }
    double asked = Summary.percentAsked(report.coverage());
    boolean enough = asked >= minCoverage;
    if (!enough) {
      err.println("camsweep: %.1f %% was asked, less than %.1f %%".formatted(asked, minCoverage));
    }
    if (reached(report)) {
      return ExitCode.FINDING;
    }
    return enough && report.coverage().complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static boolean isOpen(Finding finding, Verdict gate) {
    return finding.waiver().isEmpty() && finding.verdict().compareTo(gate) >= 0;
  }

  /** What the owner accepted for a while only, and the while is over. */
  private static boolean isExpiredWaiver(Finding finding) {
    return finding.regime().equals("waivers") && finding.limb().startsWith("expired-");
  }

  private boolean reached(Report report) {
    if (failOn == FailOn.never) {
      return false;
    }
    Verdict gate = failOn == FailOn.restricted ? Verdict.RESTRICTED : Verdict.REVIEW;
    return report.findings().stream().anyMatch(f -> isExpiredWaiver(f) || isOpen(f, gate));
  }
}
