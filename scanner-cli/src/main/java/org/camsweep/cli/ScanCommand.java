package org.camsweep.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalReader;
import org.camsweep.manifest.Seal;
import org.camsweep.manifest.SigningKey;
import org.camsweep.net.Descriptors;
import org.camsweep.net.Routes;
import org.camsweep.observe.Plain;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.UnknownProbeException;
import org.camsweep.probe.spi.Probe;
import org.camsweep.report.Report;
import org.camsweep.scan.Expectation;
import org.camsweep.scan.Forecast;
import org.camsweep.scan.JudgeAhead;
import org.camsweep.scan.ScanPlan;
import org.camsweep.site.Credential;
import org.camsweep.withhold.Withholding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds and judges the devices of a scope. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Find and identify the cameras of a site, judge them, and write a result folder.",
      "Sends only well-formed, read-only questions, and only to the addresses in scope."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep scan --site camsweep.yaml --dry-run",
      "  camsweep scan --site camsweep.yaml --network cctv-vlan-40 -d out -o csv",
      "  camsweep scan 10.0.0.0/24 --sensitive owner-decision --operator \"A. Operator\" -d out",
      "  camsweep scan 10.0.0.1-10.0.0.20 --profile gentle -o csv=-",
      "  camsweep scan --site camsweep.yaml -d nov --baseline may --sign office.p12#office",
      "  camsweep scan --resume out"
    })
final class ScanCommand implements Callable<Integer> {
  private static final String DEVICES_LOST =
      "camsweep: stopped: two devices that answered no longer do; the report names them. See to"
          + " them, then go on with --resume";

  /** Seconds to start Java, to read the lists, and to judge and write the result. */
  private static final double START_UP = 2.0;

  @Mixin private TargetOptions targets;

  @Option(
      names = "--probes",
      paramLabel = "LIST",
      parameterConsumer = ProbeWords.class,
      completionCandidates = ProbeWords.Names.class,
      description = {
        "+NAME adds a probe, -NAME takes one away; bare names: only these. As",
        "--probes=+pppp,-http; 'camsweep probes' lists them."
      })
  private List<String> probes = new ArrayList<>();

  @Option(names = "--thorough", description = "Ask silent addresses everything, too, at any pace.")
  private boolean thorough;

  @Option(
      names = "--interface",
      paramLabel = "NAME",
      description = "Ask links by this interface only; may be repeated.")
  private List<String> interfaces = new ArrayList<>();

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "Result folder (default: camsweep-SITE-TIME).")
  private Optional<Path> directory = Optional.empty();

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Go on with an interrupted scan, with its targets, authorisation and, unless given anew,",
        "--probes, --thorough and --interface."
      })
  private Optional<Path> resume = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Print what would be sent, and how long it takes; send nothing.")
  private boolean dryRun;

  @Option(
      names = "--expect",
      paramLabel = "N",
      description = {
        "Devices that --dry-run reckons with (default: as many as --baseline found; else one",
        "address in " + Expectation.ONE_IN + ")."
      })
  private Optional<Long> expect = Optional.empty();

  @Mixin private OutputOptions outputs;
  @Mixin private JudgeOptions judge;
  @Mixin private BaselineOption baseline;
  @Mixin private SignOption sign;
  @Mixin private MarkingOption marking;
  @Mixin private GateOptions gate;
  @Mixin private ScreenOptions screen;
  @Spec private CommandSpec spec;

  private final Terminal terminal;

  ScanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Clock clock = Clock.systemUTC();
    LocalDate today = LocalDate.now(clock);
    gate.check();
    if (resume.isPresent()) {
      asThen(resume.get());
    }
    List<Probe> chosen = chosen();
    checkInterfaces();
    Running running = resume.isPresent() ? resumed(resume.get()) : fresh(clock, today);
    ScopeLinks.check(running.planned().scope().networks(), ScopeLinks.here());
    boolean interviews = Logins.wanted(probes, running.planned().credentials());
    boolean snmp = SnmpKeys.wanted(probes, running.planned().snmp());
    if (resume.isPresent()) {
      NamedSecrets.check(running.planned(), interviews, snmp, targets.secrets());
    }
    if (dryRun) {
      Planned planned = interviews ? running.planned() : running.planned().withoutLogins();
      return dry(running, snmp ? planned : planned.withoutSnmp(), chosen);
    }
    try (Logins logins =
            interviews
                ? Logins.fetch(running.planned().credentials(), System.getenv())
                : Logins.none();
        SnmpKeys keys =
            snmp ? SnmpKeys.fetch(running.planned().snmp(), System.getenv()) : SnmpKeys.none()) {
      return scan(running, chosen, logins, keys);
    }
  }

  /** Where all secrets of the site are: of its file, and of the scan that is taken up again. */
  private Set<Credential.Reference> secrets(Running running) {
    Set<Credential.Reference> all =
        Credential.Reference.of(
            running.planned().credentials().values(), running.planned().snmp().values());
    all.addAll(targets.secrets());
    return all;
  }

  private ScanRun scanRun() {
    boolean hurried = targets.pace().isFast() && !thorough;
    Set<String> onlyLiving = hurried ? ProbeCatalogue.spared(probes) : Set.of();
    return new ScanRun(terminal, screen, interfaces, thorough, onlyLiving);
  }

  private Integer dry(Running running, Planned planned, List<Probe> chosen) throws Exception {
    ScanPlan plan = scanRun().plan(running, chosen);
    Optional<Report> earlier = baseline.read();
    Routes routes = Routes.here();
    String expected = "assumed, one address in " + Expectation.ONE_IN + "; --expect N says better";
    Forecast forecast;
    if (expect.isPresent()) {
      if (expect.get() < 0) {
        throw StopException.wrongUse("--expect " + expect.get(), "give a number of devices");
      }
      expected = "as --expect says";
      forecast = Forecast.of(plan, routes, Expectation.of(expect.get()));
    } else if (earlier.isPresent()) {
      expected = "as " + earlier.get().provenance().scanId() + " found";
      forecast = Forecast.after(earlier.get(), plan, routes);
    } else {
      forecast = Forecast.of(plan, routes, Expectation.assumed());
    }
    new DryRun(terminal.out()).print(planned, chosen, forecast, expected, START_UP);
    return ExitCode.DONE;
  }

  private Integer scan(Running running, List<Probe> chosen, Logins logins, SnmpKeys keys)
      throws Exception {
    List<OutputOptions.Output> formats =
        outputs.read(running.folder(), MarkingOption.inNames(running.header().marking()));
    if (Descriptors.allowed() < Descriptors.LEAST) {
      throw StopException.wrongUse(
          "this process may hold %,d files open, a scan needs %,d"
              .formatted(Descriptors.allowed(), Descriptors.LEAST),
          "raise it with 'ulimit -n 4096'");
    }
    Optional<SigningKey> key = sign.key(terminal);
    outputs.checkFree(formats);
    OutputOptions.checkSeals(formats, key, running.unsealed());
    JudgeAhead ahead = judge.ahead(targets.waivers());
    Optional<Report> earlier = baseline.read();
    Finished finished;
    try (Withholding withholding =
        new SiteSecrets(System.getenv(), terminal.err())
            .withholding(secrets(running), () -> ahead.judge()::mentions)) {
      OwnersSecrets owners = new OwnersSecrets(logins, keys, withholding);
      finished = scanRun().run(running, chosen, ahead, earlier, owners);
    }
    Report report = finished.report();
    boolean resultsOnOut = OutputOptions.toStandardOutput(formats);
    OutputOptions.write(formats, report, terminal);
    Seal.of(running.folder()).set(running.header().scanId(), baseline.folder(), key);
    OutputOptions.seal(formats, key);
    PrintWriter to = resultsOnOut ? terminal.err() : terminal.out();
    BaselineOption.show(earlier, report, terminal, to, screen);
    screen.show(terminal, to, report, "Result    " + running.folder());
    int code = gate.exitCode(report, terminal.err());
    if (finished.devicesLost()) {
      terminal.err().println(DEVICES_LOST);
      code = ExitCode.of(List.of(ExitCode.DEVICES_LOST, code));
    } else if (finished.cutOff().isPresent()) {
      terminal
          .err()
          .println(
              "camsweep: stopped: "
                  + finished.cutOff().get()
                  + "; see to it, then go on with --resume "
                  + running.folder());
    } else if (finished.interrupted()) {
      code = ExitCode.INTERRUPTED;
    }
    return outputs.send(formats, report, terminal, code);
  }

  private List<Probe> chosen() throws StopException {
    try {
      return Logins.without(ProbeCatalogue.select(probes));
    } catch (UnknownProbeException e) {
      throw StopException.wrongUse(String.valueOf(e.getMessage()), "see 'camsweep probes'");
    }
  }

  private void checkInterfaces() throws StopException {
    List<String> known = ScopeLinks.here();
    for (String name : interfaces) {
      if (!known.contains(name)) {
        throw StopException.wrongUse(
            "no interface '" + name + "' is up and can multicast",
            known.isEmpty() ? "there is none" : "use one of: " + String.join(", ", known));
      }
    }
  }

  private Running fresh(Clock clock, LocalDate today) throws Exception {
    Planned planned = targets.plan(today);
    planned.remarks().forEach(r -> terminal.err().println("camsweep: " + Plain.of(r)));
    String site = planned.inspection().sites().get(0).id();
    String scanId = "camsweep-" + site + "-" + ScreenOptions.stamp(clock.instant());
    Optional<String> marked = marking.or(planned.inspection().marking());
    Path folder = directory.orElse(Path.of(scanId + MarkingOption.inNames(marked)));
    return Running.fresh(
        planned.marked(marked),
        folder,
        scanId,
        clock,
        judge.asOf().orElse(LocalDate.now(clock.withZone(ZoneOffset.UTC))),
        spec.commandLine().getParseResult().originalArgs(),
        targets.siteFile(),
        outputs.overwrite());
  }

  /** What is asked, and by which interface, is as it was, unless it is said anew. */
  private void asThen(Path folder) throws ConfigException {
    ScanCommand then = new ScanCommand(terminal);
    List<String> words = JournalReader.open(folder).header().commandLine();
    try {
      new CommandLine(then, Main.factory(terminal))
          .parseArgs(words.subList(words.indexOf("scan") + 1, words.size()).toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      terminal
          .err()
          .println(
              "camsweep: the options of this scan are not those of this version; say them anew");
      return;
    }
    thorough |= then.thorough;
    probes = probes.isEmpty() ? then.probes : probes;
    interfaces = interfaces.isEmpty() ? then.interfaces : interfaces;
  }

  private Running resumed(Path folder) throws Exception {
    if (directory.isPresent()) {
      throw StopException.wrongUse("-d does not go with --resume", "leave it out");
    }
    if (judge.asOf().isPresent()) {
      throw StopException.wrongUse(
          "--as-of does not go with --resume",
          "finish the scan, then 'camsweep identify " + folder + " --as-of DATE'");
    }
    Running running = Running.resumed(folder, targets.allowedPublic(), marking);
    for (String remark : targets.takeUp(running.header())) {
      terminal.err().println("camsweep: " + Plain.of(remark));
    }
    return running;
  }
}
