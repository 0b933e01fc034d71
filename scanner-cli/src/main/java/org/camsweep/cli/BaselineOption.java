package org.camsweep.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.report.Comparison;
import org.camsweep.report.Report;
import picocli.CommandLine.Option;

/** An earlier result to hold a new one against. */
final class BaselineOption {
  @Option(
      names = "--baseline",
      paramLabel = "RESULT",
      description =
          "Show what changed since this earlier result, and chain the seal to it; does not change"
              + " the exit code, 'diff' does.")
  private Optional<Path> baseline = Optional.empty();

  /** Reads it, before a scan is run and before anything is written over it. */
  Optional<Report> read() throws ConfigException {
    return baseline.isPresent()
        ? Optional.of(ReportCommand.read(baseline.get()))
        : Optional.empty();
  }

  /** The report with what changed; as it is where no baseline was named. */
  static Report compared(Optional<Report> earlier, Report now) {
    return earlier.map(now::since).orElse(now);
  }

  /** Its folder, if one was named and it is a folder: what a new seal is chained to. */
  Optional<Path> folder() {
    return baseline.filter(Files::isDirectory);
  }

  /** Shows the changes; nothing where no baseline was named. */
  static void show(
      Optional<Report> earlier, Report now, Terminal terminal, PrintWriter to, ScreenOptions how) {
    if (earlier.isEmpty()) {
      return;
    }
    ChangeList list = new ChangeList(to, terminal.columns().orElse(Terminal.USUAL_COLUMNS));
    String since =
        "since "
            + earlier.get().provenance().scanId()
            + ", judged as of "
            + earlier.get().provenance().asOf();
    list.print(Comparison.between(earlier.get(), now), since, how.quiet());
    to.flush();
  }
}
