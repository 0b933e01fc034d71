package org.camsweep.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camsweep.report.Redaction;
import org.camsweep.report.Report;
import picocli.CommandLine.Option;

/** What is replaced in a report that is handed on. The stored result stays as it is. */
final class RedactOption {
  @Option(
      names = "--redact",
      paramLabel = "LIST",
      split = ",",
      converter = Words.RedactionKinds.class,
      completionCandidates = Words.RedactionKindWords.class,
      description = {
        "Replace serial numbers (serial), hardware addresses (mac), addresses and names of hosts",
        "(host) in what is shown and written, each by the same word everywhere."
      })
  private List<Redaction.Kind> kinds = new ArrayList<>();

  Report of(Report report) {
    return Redaction.of(report, wanted());
  }

  private Set<Redaction.Kind> wanted() {
    return kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
  }

  /** How files written with it are told from the original. */
  String inNames() {
    return kinds.isEmpty() ? "" : "-redacted";
  }
}
