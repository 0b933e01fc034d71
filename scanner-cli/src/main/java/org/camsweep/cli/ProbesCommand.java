package org.camsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camsweep.observe.Field;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.UnknownProbeException;
import org.camsweep.probe.spi.Probe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what a scan can ask. */
@Command(
    name = "probes",
    mixinStandardHelpOptions = true,
    description = {
      "List the probes: what each asks, where, how sure its protocol's facts are, and whether it",
      "runs by default. With names: also each thing that it sends, and what it can learn."
    },
    footer = {"%nExample:%n  camsweep probes wsd"})
final class ProbesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Probes to explain.")
  private List<String> names = new ArrayList<>();

  private final Terminal terminal;

  ProbesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws StopException {
    if (names.isEmpty()) {
      ProbeCatalogue.all().forEach(p -> terminal.out().println(line(p)));
      return ExitCode.DONE;
    }
    for (String name : names) {
      explain(named(name));
    }
    return ExitCode.DONE;
  }

  private static Probe named(String name) throws StopException {
    try {
      return ProbeCatalogue.select(List.of(name)).get(0);
    } catch (UnknownProbeException e) {
      throw StopException.wrongUse(String.valueOf(e.getMessage()), "use one of them");
    }
  }

  private static String line(Probe probe) {
    Probe.About about = probe.about();
    return "%-15s %-3s  %-6s  %s; %s; %s"
        .formatted(
            probe.id().name(),
            about.on() ? "on" : "off",
            about.confidence().name().toLowerCase(Locale.ROOT),
            about.title(),
            about.reach(),
            about.ports());
  }

  private void explain(Probe probe) {
    int columns = terminal.columns().orElse(Terminal.USUAL_COLUMNS);
    terminal.out().println(line(probe));
    for (String sent : probe.about().sends()) {
      Cells.wrap("sends: " + sent, columns - 2).forEach(l -> terminal.out().println("  " + l));
    }
    String fields =
        probe.fields().stream().sorted().map(Field::name).collect(Collectors.joining(", "));
    Cells.wrap("can learn: " + fields, columns - 2).forEach(l -> terminal.out().println("  " + l));
  }
}
