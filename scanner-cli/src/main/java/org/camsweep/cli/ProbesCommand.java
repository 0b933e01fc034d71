package org.camsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.UnknownProbeException;
import org.camsweep.probe.spi.Probe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what a scan can ask. */
@Command(
    name = "probes",
    mixinStandardHelpOptions = true,
    description = {
      "List the probes: what each asks, whom it reaches, its ports, what it sends, what it can",
      "learn, how sure its protocol's facts are, and whether it runs by default. With names or",
      "--long all bytes are written out; an identifier of zeros is a fresh one each time, and",
      "ADDRESS, AGENT and LOCATION stand for the host, the scan's own name, and a device's word,",
      "other words in capitals, as COMMUNITY, USER and NONCE, for what a log-in says."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  camsweep probes wsd"})
final class ProbesCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      completionCandidates = ProbeWords.Names.class,
      description = "Probes to explain.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--long", description = "Write out all bytes and all fields.")
  private boolean whole;

  @Option(names = "--markdown", description = "As a table for a document.")
  private boolean markdown;

  private final Terminal terminal;

  ProbesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws StopException {
    List<Probe> probes = new ArrayList<>();
    for (String name : names) {
      probes.add(named(name));
    }
    List<Probe> chosen = names.isEmpty() ? ProbeCatalogue.all() : probes;
    if (markdown) {
      ProbeText.markdown(chosen).forEach(terminal.out()::println);
      return ExitCode.DONE;
    }
    int columns = terminal.columns().orElse(Terminal.USUAL_COLUMNS);
    boolean all = whole || !names.isEmpty();
    chosen.forEach(p -> ProbeText.lines(p, all, columns).forEach(terminal.out()::println));
    return ExitCode.DONE;
  }

  private static Probe named(String name) throws StopException {
    try {
      return ProbeCatalogue.select(List.of(name)).get(0);
    } catch (UnknownProbeException e) {
      throw StopException.wrongUse(String.valueOf(e.getMessage()), "use one of them");
    }
  }
}
