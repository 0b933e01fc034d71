package org.camsweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.report.Change;
import org.camsweep.report.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What changed between two results. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Say what changed from one result to a later one: new, gone, moved, firmware, and what was",
      "only judged anew. Exit code 11 if anything changed. Sends nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  camsweep diff inspection-may inspection-november"})
final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The earlier result folder or report.json.")
  private Path earlier;

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      description = "The later result folder or report.json.")
  private Path later;

  private final Terminal terminal;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ConfigException {
    List<Change> changes =
        Comparison.between(ReportCommand.read(earlier), ReportCommand.read(later));
    int columns = terminal.columns().orElse(Terminal.USUAL_COLUMNS);
    new ChangeList(terminal.out(), columns).print(changes, "", false);
    return changes.isEmpty() ? ExitCode.DONE : ExitCode.CHANGES;
  }
}
