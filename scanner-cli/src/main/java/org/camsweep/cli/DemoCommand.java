package org.camsweep.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camsweep.demo.DemoSite;
import org.camsweep.manifest.Seal;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.report.Report;
import org.camsweep.scan.JudgeAhead;
import org.camsweep.scan.Rules;
import org.camsweep.site.Inspection;
import org.camsweep.site.Scope;
import org.camsweep.site.SiteFileReader;
import org.camsweep.store.PackOrigin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scans a simulated site on this machine. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Start a simulated site on loopback addresses of this machine, scan it over real sockets by",
      "the same code as any other site, and write a result folder. Needs no camera and no root;",
      "nothing leaves this machine. Ends with exit code 0 whatever is found."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  camsweep demo", "  camsweep demo -d out -o csv=-"})
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "Result folder (default: camsweep-demo-TIME).")
  private Optional<Path> directory = Optional.empty();

  @Mixin private OutputOptions outputs;
  @Mixin private ScreenOptions screen;

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    PackOrigin pack = Packs.ofProgram();
    JudgeAhead ahead = JudgeAhead.of(() -> Rules.read(pack.files(), false).from(pack.line()));
    Clock clock = Clock.systemUTC();
    String scanId = "camsweep-demo-" + ScreenOptions.stamp(clock.instant());
    Path folder = directory.orElse(Path.of(scanId));
    List<OutputOptions.Output> formats = outputs.read(folder, "");
    outputs.checkFree(formats);
    OutputOptions.checkSeals(formats, Optional.empty(), Optional.of(folder));
    try (DemoSite site = DemoSite.start()) {
      Inspection inspection =
          SiteFileReader.read("demo site", site.siteFile(), Path.of("")).inspection();
      Planned planned = new Planned(inspection, Scope.demo(inspection.networks()), List.of());
      terminal
          .err()
          .println(
              "camsweep: a simulated site runs on this machine; scanning its %,d addresses"
                  .formatted(planned.scope().sweptSize()));
      Running running =
          Running.fresh(
              planned,
              folder,
              scanId,
              clock,
              LocalDate.now(clock),
              List.of("demo"),
              Optional.empty(),
              outputs.overwrite());
      Finished finished =
          new ScanRun(terminal, screen, List.of(), false, Set.of())
              .run(running, ProbeCatalogue.byDefault(), ahead, Optional.empty());
      show(finished.report(), formats, folder);
      int code = finished.interrupted() ? ExitCode.INTERRUPTED : ExitCode.DONE;
      return outputs.send(formats, finished.report(), terminal, code);
    }
  }

  private void show(Report report, List<OutputOptions.Output> formats, Path folder)
      throws Exception {
    OutputOptions.write(formats, report, terminal);
    Seal.of(folder).set(report.provenance().scanId(), Optional.empty(), Optional.empty());
    OutputOptions.seal(formats, Optional.empty());
    boolean resultsOnOut = OutputOptions.toStandardOutput(formats);
    screen.show(
        terminal,
        resultsOnOut ? terminal.err() : terminal.out(),
        report,
        "Result    " + folder + "/report.json");
  }
}
