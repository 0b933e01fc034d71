package org.camsweep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camsweep.observe.Plain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the manual pages. */
@Command(
    name = "manual",
    mixinStandardHelpOptions = true,
    description = {
      "Write the manual pages, one for each command, into a folder in which man looks for section",
      "1. Pages that are there already are written over."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  camsweep manual ~/.local/share/man/man1"})
final class ManualCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Folder; made if it is not there.")
  private Path folder;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "Date in the pages' foot (default: today).")
  private Optional<LocalDate> date = Optional.empty();

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  ManualCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String day = date.orElseGet(() -> LocalDate.now(Clock.systemUTC())).toString();
    Files.createDirectories(folder);
    List<ManPage> pages =
        commands(spec.root().commandLine()).map(c -> new ManPage(c.getCommandSpec())).toList();
    for (ManPage page : pages) {
      Files.writeString(folder.resolve(page.name() + ".1"), page.source(day));
    }
    terminal
        .out()
        .println(
            Words.count(pages.size(), "manual page")
                + " written to "
                + Plain.of(folder.toString()));
    return ExitCode.DONE;
  }

  private static Stream<CommandLine> commands(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream()
            .distinct()
            .filter(c -> !c.getCommandSpec().usageMessage().hidden())
            .flatMap(ManualCommand::commands));
  }
}
