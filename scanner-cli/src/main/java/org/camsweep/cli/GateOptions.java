package org.camsweep.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.policy.Verdict;
import org.camsweep.policy.Waivers;
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
      description = {
        "Exit code 10 from this verdict on, waived findings apart, and if a waiver has expired:",
        "restricted (default) or review; never: no exit code 10."
      })
  private FailOn failOn;

  @Option(
      names = "--min-coverage",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Exit code 4 if less of what may be asked was asked; 0 to 100.")
  private double minCoverage;

  /** Refuses a number that is no percentage, before a scan. */
  void check() throws StopException {
    if (!(minCoverage >= 0 && minCoverage <= 100)) {
      throw StopException.wrongUse("--min-coverage " + minCoverage, "use 0 to 100");
    }
  }

  /** The exit code of a report, with a line of its own for what the answer does not say. */
  int exitCode(Report report, PrintWriter err) throws StopException {
    check();
    double asked = Summary.percentAsked(report.coverage());
    boolean enough = asked >= minCoverage;
    if (!enough) {
      err.println("camsweep: %.1f %% was asked, less than %.1f %%".formatted(asked, minCoverage));
    }
    List<Integer> codes = new ArrayList<>();
    if (reached(report)) {
      codes.add(ExitCode.FINDING);
    }
    if (!enough || !report.coverage().complete()) {
      codes.add(ExitCode.INCOMPLETE);
    }
    return ExitCode.of(codes);
  }

  private boolean reached(Report report) {
    if (failOn == FailOn.never) {
      return false;
    }
    Verdict gate = failOn == FailOn.restricted ? Verdict.RESTRICTED : Verdict.REVIEW;
    return report.findings().stream()
        .anyMatch(
            f ->
                Waivers.isExpired(f) || (f.waiver().isEmpty() && f.verdict().compareTo(gate) >= 0));
  }
}
