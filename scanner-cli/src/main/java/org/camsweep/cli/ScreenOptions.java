package org.camsweep.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camsweep.observe.Plain;
import org.camsweep.report.Report;
import picocli.CommandLine.Option;

/** What is shown on the screen. */
final class ScreenOptions {
  /** When to colour. */
  enum Colour {
    auto,
    always,
    never
  }

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (default; honours NO_COLOR), always or never.")
  private Colour colour;

  @Option(names = "--no-progress", description = "No progress on standard error.")
  private boolean noProgress;

  @Option(
      names = {"-q", "--quiet"},
      description = "Only the answer, and errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Every device, every finding with its source.")
  private boolean verbose;

  boolean quiet() {
    return quiet;
  }

  ProgressLine progress(Terminal terminal) {
    return new ProgressLine(terminal, noProgress || quiet);
  }

  Paint paint(Terminal terminal) {
    return new Paint(
        switch (colour) {
          case auto -> terminal.colours();
          case always -> true;
          case never -> false;
        });
  }

  /** Shows a report and its answer; {@code between} stands on the line before the answer. */
  void show(Terminal terminal, PrintWriter to, Report report, String between) {
    int columns = terminal.columns().orElse(Terminal.USUAL_COLUMNS);
    Summary summary = new Summary(to, paint(terminal), columns, verbose);
    if (!quiet) {
      summary.print(report);
      to.println();
      if (!between.isEmpty()) {
        to.println(Plain.of(between));
      }
    }
    summary.answer(report);
    to.flush();
  }

  /** An instant as it is shown and named: UTC, to the second. */
  static String stamp(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
  }
}
