package org.camsweep.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlValue;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Waiver;
import org.camsweep.policy.Waivers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The owner's waivers. */
@Command(
    name = "waiver",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "What the owner accepts for a while: list it, or check its dates.",
    subcommands = {WaiverCommand.Ls.class, WaiverCommand.Check.class})
final class WaiverCommand {
  private WaiverCommand() {}

  private static LocalDate day(Optional<LocalDate> asOf) {
    return asOf.orElseGet(() -> LocalDate.now(Clock.systemUTC()));
  }

  /** {@code waiver list}. */
  @Command(
      name = "list",
      aliases = "ls",
      mixinStandardHelpOptions = true,
      description = "List waivers with the days that are left, the shortest first.",
      footer = {"%nExample:%n  camsweep waiver list waivers.yaml"})
  static final class Ls implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A file of waivers.")
    private Path file;

    @Option(
        names = "--as-of",
        paramLabel = "DATE",
        description = "As of this day (default: today).")
    private Optional<LocalDate> asOf = Optional.empty();

    Ls(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      LocalDate day = day(asOf);
      JudgeOptions.waivers(file).all().stream()
          .sorted(Comparator.comparing(Waiver::expires).thenComparing(Waiver::id))
          .forEach(w -> terminal.out().println(line(w, day)));
      return ExitCode.DONE;
    }

    private static String line(Waiver w, LocalDate day) {
      String covers = w.finding().or(w::regime).orElse("");
      return "%s  %s  %,d days left  %s  %s: %s"
          .formatted(
              Cells.fit(w.id(), 14),
              Cells.fit(YamlValue.word(w.state(day)), 8),
              w.daysLeft(day),
              Cells.cut(covers, 60),
              Cells.cut(w.approvedBy(), 40),
              Cells.cut(w.reason(), 80));
    }
  }

  /** {@code waiver check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Check waivers. Exit code 2 if the file is wrong, 10 if one has expired.",
      footer = {"%nExample:%n  camsweep waiver check waivers.yaml"})
  static final class Check implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A file of waivers.")
    private Path file;

    @Option(
        names = "--as-of",
        paramLabel = "DATE",
        description = "As of this day (default: today).")
    private Optional<LocalDate> asOf = Optional.empty();

    Check(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      Waivers waivers = JudgeOptions.waivers(file);
      List<Finding> wrong = waivers.check(day(asOf));
      int columns = terminal.columns().orElse(Terminal.USUAL_COLUMNS);
      wrong.forEach(
          f -> Cells.wrap(f.because(), columns).forEach(line -> terminal.out().println(line)));
      terminal
          .out()
          .println(
              "%s, %d to look at"
                  .formatted(Words.count(waivers.all().size(), "waiver"), wrong.size()));
      return wrong.stream().anyMatch(f -> f.limb().startsWith("expired-"))
          ? ExitCode.FINDING
          : ExitCode.DONE;
    }
  }
}
