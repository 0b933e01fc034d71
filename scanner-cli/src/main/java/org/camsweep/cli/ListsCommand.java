package org.camsweep.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlValue;
import org.camsweep.policy.Limb;
import org.camsweep.policy.Regime;
import org.camsweep.policy.Regimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The restriction regimes in use. */
@Command(
    name = "lists",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The restriction lists and rules in use, with version, source and hash.",
    subcommands = {ListsCommand.Ls.class, ListsCommand.Show.class})
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
      footer = {"%nExample:%n  camsweep lists ls"})
  static final class Ls implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private JudgeOptions judge;

    Ls(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      Regimes regimes = judge.rules().regimes();
      regimes.on().forEach(r -> line(r, use(r)));
      for (Regimes.Off off : regimes.off()) {
        line(off.regime(), "off");
        terminal.out().println(" ".repeat(12) + Cells.cut(off.why(), columns(terminal) - 12));
      }
      return ExitCode.DONE;
    }

    private static String use(Regime regime) {
      return regime.isJudged() ? regime.byDefault() ? "default" : "by name" : "text only";
    }

    private void line(Regime regime, String use) {
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
                      + regime.name(),
                  columns(terminal)));
    }
  }

  /** {@code lists show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "What one regime says: instrument, dates, limbs, limits, sources.",
      footer = {"%nExample:%n  camsweep lists show uk-wms-2022-11-24"})
  static final class Show implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "Identifier, as 'camsweep lists ls' shows it.")
    private String id;

    @Mixin private JudgeOptions judge;

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException, StopException {
      Regimes regimes = judge.rules().regimes();
      Regime regime =
          regimes
              .find(id)
              .or(
                  () ->
                      regimes.off().stream()
                          .map(Regimes.Off::regime)
                          .filter(r -> r.id().equals(id))
                          .findFirst())
              .orElseThrow(
                  () ->
                      StopException.wrongUse(
                          "no regime is called '" + id + "'", "see 'camsweep lists ls'"));
      show(regime);
      return ExitCode.DONE;
    }

    private void show(Regime r) {
      field("", r.id() + ": " + r.name());
      field("instrument", r.instrument());
      field("citation", r.citation() + (r.primaryRead() ? "" : " (not read in the original)"));
      field("kind", r.kind().words());
      field("status", r.status());
      field("binds", r.binds());
      r.where().ifPresent(w -> field("where", w));
      field("rule", r.rule());
      r.affiliates().ifPresent(a -> field("affiliates", a));
      r.components().ifPresent(c -> field("components", c));
      for (Limb limb : r.limbs()) {
        field("limb " + limb.id(), limb.text() + "; met: " + YamlValue.word(limb.met()));
      }
      list("must show", r.mustShow());
      list("a scan cannot see", r.limits());
      list("asks for", r.actions());
      list("source", r.sources());
      list("note", r.notes());
      field("version", r.version() + (r.verified() ? "" : " (row not verified)"));
    }

    private void list(String label, List<String> texts) {
      texts.forEach(t -> field(label, t));
    }

    private void field(String label, String text) {
      String start = label.isEmpty() ? "" : label + ": ";
      List<String> lines = Cells.wrap(start + text, columns(terminal) - 2);
      for (int i = 0; i < lines.size(); i++) {
        terminal.out().println((label.isEmpty() && i == 0 ? "" : "  ") + lines.get(i));
      }
    }
  }

  private static int columns(Terminal terminal) {
    return terminal.columns().orElse(Terminal.USUAL_COLUMNS);
  }
}
