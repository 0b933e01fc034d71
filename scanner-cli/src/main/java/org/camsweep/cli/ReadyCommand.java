package org.camsweep.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camsweep.net.Edge;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.scan.Judge;
import org.camsweep.scan.Rules;
import org.camsweep.site.Scope;
import org.camsweep.store.PackOrigin;
import picocli.CommandLine.Command;

/**
 * {@code camsweep ready}: loads what a scan needs and sends nothing. The launcher runs it once, so
 * that its class-data archive holds more than the command line.
 */
@Command(
    name = "ready",
    mixinStandardHelpOptions = true,
    hidden = true,
    description = "Loads what a scan needs, and sends nothing.",
    footerHeading = "%nExamples:%n",
    footer = "  camsweep ready")
final class ReadyCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    PackOrigin pack = Packs.ofProgram();
    new Judge(Rules.read(pack.files(), false)).identify(List.of());
    Edge.Settings settings = Edge.Settings.at(1, Version.line());
    try (Edge edge = Edge.open(settings, Scope.demo(List.of()), Set.of(), (probe, reply) -> {})) {
      ProbeCatalogue.byDefault().forEach(edge::open);
    }
    return ExitCode.DONE;
  }
}
