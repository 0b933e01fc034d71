package org.camsweep.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ResultFolder;
import org.camsweep.journal.ScanEnd;
import org.camsweep.journal.ScanHeader;
import org.camsweep.manifest.Seal;
import org.camsweep.manifest.SigningKey;
import org.camsweep.net.Nic;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.scan.Judge;
import org.camsweep.scan.ListenPlan;
import org.camsweep.scan.Listening;
import org.camsweep.scan.Rules;
import org.camsweep.scan.ScanEnding;
import org.camsweep.site.Cidr;
import org.camsweep.site.CommandLineTargets;
import org.camsweep.site.Inspection;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.withhold.Withholding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds and judges the devices that announce themselves; asks nothing. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Listen on an interface, identify and judge what announces itself, and write a result",
      "folder. Asks nothing: no datagram and no connection leaves. To be given multicasts at all",
      "the system tells the link which groups it takes (IGMP and MLD reports, and again at the",
      "end); with --no-join not even that leaves, and only broadcasts are heard. Ends after --for,",
      "or at Ctrl-C, with a whole report. Who stays silent is not known: exit code 4, or 10."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep listen --interface eth0 --for 10m -d heard",
      "  camsweep listen --interface eth0 --no-join --for 2h -d heard",
      "  camsweep listen --interface eth0 --interface eth1 --site camsweep.yaml -d heard -o csv"
    })
final class ListenCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TARGET",
      arity = "0..*",
      description =
          "Address, block or range that is judged (default: the site file's networks, else the"
              + " interface's own); others are listed as from outside.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--interface",
      paramLabel = "NAME",
      required = true,
      description = "Listen on this interface; may be repeated.")
  private List<String> interfaces = new ArrayList<>();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Span.class,
      description = "How long, as 90s, 10m or 2h (default: until Ctrl-C).")
  private Optional<Duration> span = Optional.empty();

  @Option(
      names = "--no-join",
      description = "Join no multicast group, so that nothing at all is sent.")
  private boolean noJoin;

  @Mixin private PlaceOptions places;

  @Option(names = "--operator", paramLabel = "NAME", description = "Who listens.")
  private Optional<String> operator = Optional.empty();

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "Result folder (default: camsweep-listen-TIME).")
  private Optional<Path> directory = Optional.empty();

  @Mixin private OutputOptions outputs;
  @Mixin private JudgeOptions judge;
  @Mixin private BaselineOption baseline;
  @Mixin private SignOption sign;
  @Mixin private MarkingOption marking;
  @Mixin private GateOptions gate;
  @Mixin private ScreenOptions screen;
  @Spec private CommandSpec spec;

  private final Terminal terminal;

  ListenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Clock clock = Clock.systemUTC();
    gate.check();
    List<Nic> nics = nics();
    PlaceOptions.Place place = place(nics);
    Scope scope = scope(place.networks());
    String id = "camsweep-listen-" + ScreenOptions.stamp(clock.instant());
    Path folder = directory.orElse(Path.of(id));
    ScanHeader header = header(id, clock, place.inspection(), scope);
    List<OutputOptions.Output> formats =
        outputs.read(folder, MarkingOption.inNames(header.marking()));
    outputs.checkFree(formats);
    Optional<SigningKey> key = sign.key(terminal);
    OutputOptions.checkSeals(
        formats, key, outputs.overwrite() ? Optional.of(folder) : Optional.empty());
    Rules rules = judge.rules(place.waivers());
    Optional<Report> earlier = baseline.read();
    if (outputs.overwrite()) {
      Seal.of(folder).discard();
    }
    Judge by = new Judge(rules);
    try (Withholding withholding =
        new SiteSecrets(System.getenv(), terminal.err())
            .withholding(place.secrets(), () -> by::mentions)) {
      run(folder, header, scope, withholding);
    }
    Report report =
        BaselineOption.compared(
            earlier, by.judge(JournalReader.open(folder), Optional.of(header.asOf())));
    ResultFolder.write(folder.resolve(ResultFolder.REPORT), out -> ReportJson.write(report, out));
    OutputOptions.write(formats, report, terminal);
    Seal.of(folder).set(header.scanId(), baseline.folder(), key);
    OutputOptions.seal(formats, key);
    PrintWriter to = OutputOptions.toStandardOutput(formats) ? terminal.err() : terminal.out();
    BaselineOption.show(earlier, report, terminal, to, screen);
    screen.show(terminal, to, report, "Result    " + folder);
    return outputs.send(formats, report, terminal, gate.exitCode(report, terminal.err()));
  }

  private List<Nic> nics() throws StopException {
    List<Nic> usable = Nic.usable();
    for (String name : interfaces) {
      if (usable.stream().noneMatch(n -> n.name().equals(name))) {
        throw StopException.wrongUse(
            "no interface '" + name + "' is up and can multicast",
            usable.isEmpty()
                ? "there is none"
                : "use one of: " + String.join(", ", usable.stream().map(Nic::name).toList()));
      }
    }
    return usable.stream().filter(n -> interfaces.contains(n.name())).toList();
  }

  /** What was named, or else what is on the links. */
  private PlaceOptions.Place place(List<Nic> nics) throws Exception {
    PlaceOptions.Place named = places.read(targets);
    if (!named.networks().isEmpty()) {
      return named;
    }
    List<Cidr> links =
        CommandLineTargets.blocks(
            nics.stream().flatMap(n -> n.blocks().stream()).map(Cidr::toString).toList());
    if (links.isEmpty()) {
      throw StopException.wrongUse(
          String.join(", ", interfaces) + " has no address", "name the network's addresses");
    }
    return new PlaceOptions.Place(
        PlaceOptions.inspection(List.of(places.of(links))), named.waivers(), named.secrets());
  }

  /** Public blocks need no leave here: nothing is sent to them. */
  private static Scope scope(List<Network> networks) throws ScopeRefusedException {
    return Scope.of(networks, networks.stream().flatMap(n -> n.cidrs().stream()).toList());
  }

  private ScanHeader header(String id, Clock clock, Inspection inspection, Scope scope)
      throws StopException {
    return new ScanHeader(
            id,
            clock.instant(),
            operator.or(inspection::operator),
            inspection.authorisation(),
            marking.or(inspection.marking()),
            spec.commandLine().getParseResult().originalArgs(),
            Version.line(),
            scope.networks(),
            0,
            judge.asOf().orElse(LocalDate.now(clock.withZone(ZoneOffset.UTC))),
            true)
        .with(Surroundings.now(places.site()));
  }

  private void run(Path folder, ScanHeader header, Scope scope, Withholding withholding)
      throws Exception {
    ListenPlan plan =
        new ListenPlan(
            scope, ProbeCatalogue.all(), java.util.Set.copyOf(interfaces), !noJoin, span);
    if (outputs.overwrite()) {
      Seal.of(folder).discard();
    }
    try (JournalWriter journal = JournalWriter.create(folder, header, outputs.overwrite())) {
      ProgressLine progress = screen.progress(terminal);
      long began = System.nanoTime();
      Listening listening =
          new Listening(
              plan,
              ScanRun.into(journal, withholding),
              soFar ->
                  progress.heard(
                      soFar.senders(),
                      soFar.datagrams(),
                      Duration.ofNanos(System.nanoTime() - began),
                      span));
      Interrupt.listen(listening::stop, terminal.err());
      ScanEnding ending = listening.run();
      progress.clear();
      journal.end(
          new ScanEnd(
              ending.ended(),
              ending.complete(),
              ending.interfaces(),
              ending.counters(),
              ending.remarks()));
    }
  }
}
