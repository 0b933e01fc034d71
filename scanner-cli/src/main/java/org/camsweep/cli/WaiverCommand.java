package org.camsweep.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.camsweep.config.ConfigException;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Waiver;
import org.camsweep.policy.WaiverReader;
import org.camsweep.policy.Waivers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The owner's waivers, without a scan. */
@Command(
    name = "waiver",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "List or check the findings that the owner accepts for a while. Sends nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep waiver list waivers.yaml",
      "  camsweep waiver check waivers.yaml --as-of 2026-12-31"
    },
    subcommands = {WaiverCommand.Ls.class, WaiverCommand.Check.class})
final class WaiverCommand {
  private WaiverCommand() {}

  /** The file and the day. */
  static final class Which {
    @Parameters(paramLabel = "FILE", description = "A file of waivers.")
    private Path file;

    @Option(
        names = "--as-of",
        paramLabel = "DATE",
        description = "Count the days from this one (default: today).")
    private Optional<LocalDate> asOf = Optional.empty();

    LocalDate day() {
      return asOf.orElseGet(() -> LocalDate.now(Clock.systemUTC()));
    }

    Waivers read() throws ConfigException {
      return WaiverReader.read(OwnFiles.read(file));
    }
  }

  /** {@code waiver list}. */
  @Command(
      name = "list",
      aliases = "ls",
      mixinStandardHelpOptions = true,
      description = {
        "List the waivers, the next to expire first: days left, what each covers, who approved it",
        "and why. Exit code 10 if one has expired."
      },
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep waiver list waivers.yaml"})
  static final class Ls implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private Which which;

    Ls(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      LocalDate day = which.day();
      List<Waiver> waivers =
          which.read().all().stream()
              .sorted(Comparator.comparing(Waiver::expires).thenComparing(Waiver::id))
              .toList();
      for (Waiver waiver : waivers) {
        say(terminal, 0, waiver.id() + ": " + state(waiver, day));
        say(terminal, 2, "covers: " + covers(waiver));
        say(terminal, 2, "approved by " + waiver.approvedBy() + " on " + waiver.approvedOn());
        say(terminal, 2, "reason: " + waiver.reason());
        waiver.mitigation().ifPresent(m -> say(terminal, 2, "meanwhile: " + m));
      }
      say(terminal, 0, sum(waivers, day));
      return code(waivers, day);
    }

    private static String covers(Waiver w) {
      return w.finding()
          .map(f -> "finding " + f)
          .orElseGet(
              () ->
                  "regime "
                      + w.regime().orElse("")
                      + w.limb().map(l -> ", limb " + l).orElse("")
                      + w.network().map(n -> ", on network " + n).orElse("")
                      + w.device().map(d -> ", device " + d).orElse(""));
    }
  }

  /** {@code waiver check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Say which waivers do not count: expired ones and those that do not count yet. Exit code 2",
        "if the file is wrong, with line and cure; 10 if a waiver has expired."
      },
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep waiver check waivers.yaml --as-of 2026-12-31"})
  static final class Check implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private Which which;

    Check(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      LocalDate day = which.day();
      Waivers waivers = which.read();
      for (Finding finding : waivers.check(day)) {
        say(terminal, 0, finding.because());
        finding.settle().ifPresent(s -> say(terminal, 2, "would settle it: " + s));
      }
      for (Waiver waiver : waivers.all()) {
        if (waiver.state(day) == Waiver.State.IN_FORCE) {
          say(terminal, 0, waiver.id() + ": " + state(waiver, day));
        }
      }
      say(terminal, 0, sum(waivers.all(), day));
      return code(waivers.all(), day);
    }
  }

  private static String state(Waiver waiver, LocalDate day) {
    String until = waiver.expires().toString();
    return switch (waiver.state(day)) {
      case IN_FORCE ->
          "in force, " + Words.count(waiver.daysLeft(day), "day") + " left, until " + until;
      case EXPIRED -> "EXPIRED " + Words.count(-waiver.daysLeft(day), "day") + " ago, on " + until;
      case NOT_YET -> "does not count before " + waiver.approvedOn() + ", then until " + until;
    };
  }

  private static String sum(List<Waiver> waivers, LocalDate day) {
    Function<Waiver.State, Long> count =
        state -> waivers.stream().filter(w -> w.state(day) == state).count();
    return "%s as of %s: %d in force, %d expired, %d not yet"
        .formatted(
            Words.count(waivers.size(), "waiver"),
            day,
            count.apply(Waiver.State.IN_FORCE),
            count.apply(Waiver.State.EXPIRED),
            count.apply(Waiver.State.NOT_YET));
  }

  private static int code(List<Waiver> waivers, LocalDate day) {
    return waivers.stream().anyMatch(w -> w.state(day) == Waiver.State.EXPIRED)
        ? ExitCode.FINDING
        : ExitCode.DONE;
  }

  private static void say(Terminal terminal, int indent, String text) {
    int columns = terminal.columns().orElse(Terminal.USUAL_COLUMNS);
    Cells.wrap(text, columns - indent)
        .forEach(line -> terminal.out().println(" ".repeat(indent) + line));
  }
}
