package org.camsweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.policy.PolicyData;
import org.camsweep.policy.Regime;
import org.camsweep.policy.RegimeText;
import org.camsweep.policy.Regimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The restriction regimes in use. */
@Command(
    name = "lists",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The restriction lists and rules in use, with version, source and hash.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep lists ls",
      "  camsweep lists show uk-wms-2022-11-24",
      "  camsweep lists diff fingerprints-2026.5.jar"
    },
    subcommands = {ListsCommand.Ls.class, ListsCommand.Show.class, ListsCommand.Diff.class})
final class ListsCommand {
  private ListsCommand() {}

  /** {@code lists ls}. */
  @Command(
      name = "ls",
      mixinStandardHelpOptions = true,
      description = {
        "List the regimes: judged by default, judged where a network names them, text only,",
        "and those that are not loaded, with the reason."
      },
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep lists ls"})
  static final class Ls implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private RegimeOptions options;

    Ls(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      Regimes regimes = options.rules().regimes();
      regimes.on().forEach(r -> line(r, use(r), r.verified() ? "" : "not verified: "));
      for (Regimes.Off off : regimes.off()) {
        line(off.regime(), "off", "");
        terminal.out().println(" ".repeat(12) + Cells.cut(off.why(), columns(terminal) - 12));
      }
      return ExitCode.DONE;
    }

    private static String use(Regime regime) {
      return regime.isJudged() ? regime.byDefault() ? "default" : "by name" : "text only";
    }

    private void line(Regime regime, String use, String mark) {
      terminal
          .out()
          .println(
              Cells.cut(
                  Cells.fit(use, 10)
                      + "  "
                      + Cells.fit(regime.id(), 26)
                      + "  "
                      + Cells.fit(regime.place(), 5)
                      + "  "
                      + mark
                      + regime.name(),
                  columns(terminal)));
    }
  }

  /** {@code lists show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "What one regime says: instrument, dates, limbs, names, limits, sources.",
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep lists show uk-wms-2022-11-24"})
  static final class Show implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "Identifier, as 'camsweep lists ls' shows it.")
    private String id;

    @Mixin private RegimeOptions options;

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException, StopException {
      Regimes regimes = options.rules().regimes();
      Optional<Regimes.Off> off =
          regimes.off().stream().filter(o -> o.regime().id().equals(id)).findFirst();
      Optional<Regime> regime = regimes.find(id).or(() -> off.map(Regimes.Off::regime));
      if (regime.isEmpty()) {
        throw StopException.wrongUse("no regime is called '" + id + "'", "see 'camsweep lists ls'");
      }
      print(terminal, RegimeText.show(regime.get()));
      off.ifPresent(o -> print(terminal, List.of("not loaded: " + o.why())));
      return ExitCode.DONE;
    }
  }

  /** {@code lists diff}. */
  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = {
        "Say what changed from the regimes of one pack to those of another: rules new or gone,",
        "and the names that each lists. Exit code 11 if anything changed."
      },
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep lists diff fingerprints-2026.5.jar"})
  static final class Diff implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OLD", description = "The earlier pack: a folder or jar.")
    private Path earlier;

    @Parameters(
        index = "1",
        paramLabel = "NEW",
        arity = "0..1",
        description = "The later pack (default: the one that came with this program).")
    private Optional<Path> later = Optional.empty();

    @Option(
        names = "--include-unverified",
        description = "Compare regimes, too, whose text nobody has read in a source.")
    private boolean includeUnverified;

    Diff(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      Regimes before = read(PackFiles.open(earlier));
      Regimes after = read(later.isPresent() ? PackFiles.open(later.get()) : Packs.shipped());
      List<String> changes = RegimeText.diff(before, after);
      print(terminal, changes);
      long regimes = changes.stream().filter(line -> !line.startsWith(" ")).count();
      terminal.out().println(Words.count(regimes, "regime") + " changed.");
      return changes.isEmpty() ? ExitCode.DONE : ExitCode.CHANGES;
    }

    private Regimes read(PackFiles pack) throws ConfigException {
      return PolicyData.read(pack, includeUnverified).regimes();
    }
  }

  /** Lines that keep their indentation. */
  private static void print(Terminal terminal, List<String> lines) {
    for (String line : lines) {
      String start = " ".repeat(line.length() - line.stripLeading().length());
      List<String> parts = Cells.wrap(line.strip(), columns(terminal) - start.length() - 2);
      for (int i = 0; i < parts.size(); i++) {
        terminal.out().println(start + (i == 0 ? "" : "  ") + parts.get(i));
      }
    }
  }

  private static int columns(Terminal terminal) {
    return terminal.columns().orElse(Terminal.USUAL_COLUMNS);
  }
}
