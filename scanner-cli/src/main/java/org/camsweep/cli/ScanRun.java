package org.camsweep.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalException;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ResultFolder;
import org.camsweep.journal.ScanEnd;
import org.camsweep.net.Routes;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Plain;
import org.camsweep.probe.spi.Probe;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.scan.JudgeAhead;
import org.camsweep.scan.RationedSink;
import org.camsweep.scan.RouterCap;
import org.camsweep.scan.Scan;
import org.camsweep.scan.ScanEnding;
import org.camsweep.scan.ScanPlan;
import org.camsweep.scan.ScanSink;
import org.camsweep.scan.WithholdingSink;
import org.camsweep.site.Address;
import org.camsweep.withhold.Withholding;

/** Runs a scan into its result folder, and judges the folder. */
final class ScanRun {
  private final Terminal terminal;
  private final ScreenOptions screen;
  private final List<String> interfaces;
  private final boolean thorough;
  private final Set<String> onlyLiving;

  /**
   * @param onlyLiving names of probes that ask only the living
   */
  ScanRun(
      Terminal terminal,
      ScreenOptions screen,
      List<String> interfaces,
      boolean thorough,
      Set<String> onlyLiving) {
    this.terminal = terminal;
    this.screen = screen;
    this.interfaces = interfaces;
    this.thorough = thorough;
    this.onlyLiving = Set.copyOf(onlyLiving);
  }

  /**
   * Runs it.
   *
   * @param earlier an earlier inspection that the report is held against
   */
  Finished run(Running running, List<Probe> probes, JudgeAhead ahead, Optional<Report> earlier)
      throws ConfigException, StopException {
    return run(running, probes, ahead, earlier, OwnersSecrets.none());
  }

  /** What it is to do. */
  ScanPlan plan(Running running, List<Probe> probes) {
    return new ScanPlan(
            running.planned().scope(),
            probes,
            running.planned().rate(),
            running.header().seed(),
            Set.copyOf(interfaces),
            thorough,
            userAgent(running),
            running.earlier())
        .withOnlyLiving(onlyLiving);
  }

  /**
   * Runs it; after the sweep, asks living devices by SNMP and interviews confirmed cameras.
   *
   * @param owners what the owner gave to ask with; the caller closes it
   */
  Finished run(
      Running running,
      List<Probe> probes,
      JudgeAhead ahead,
      Optional<Report> earlier,
      OwnersSecrets owners)
      throws ConfigException, StopException {
    ScanPlan plan = plan(running, probes);
    RouterCap.remarks(plan.scope(), plan.rate(), Routes.here())
        .forEach(remark -> terminal.err().println("camsweep: " + Plain.of(remark)));
    if (running.over()) { // it was killed before its report was sealed
      return new Finished(judged(running, ahead, earlier), false, false, Optional.empty());
    }
    boolean interrupted;
    ScanEnding swept;
    try (JournalWriter journal = running.open()) {
      ScanSink sink = into(journal, owners.withholding());
      ProgressLine progress = screen.progress(terminal);
      long began = System.nanoTime();
      Scan scan =
          new Scan(plan, sink, p -> progress.show(p, Duration.ofNanos(System.nanoTime() - began)));
      Optional<InterviewRun> interviews =
          owners.logins().secrets().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new InterviewRun(
                      running, ahead, owners.logins().secrets(), userAgent(running), sink));
      Optional<SnmpRun> snmp =
          owners.keys().byNetwork().isEmpty()
              ? Optional.empty()
              : Optional.of(new SnmpRun(running, owners.keys().byNetwork(), sink));
      Runnable stop =
          () -> {
            scan.stop();
            snmp.ifPresent(SnmpRun::stop);
            interviews.ifPresent(InterviewRun::stop);
          };
      Interrupt interrupt = Interrupt.listen(stop, terminal.err());
      ScanEnding ending = scan.run();
      progress.clear();
      if (snmp.isPresent()) {
        ending = snmp.get().after(ending);
      }
      journal.end(interviews.isPresent() ? interviews.get().after(ending) : end(ending));
      interrupted = interrupt.heard();
      swept = ending;
    } catch (JournalException e) {
      throw StopException.ofJournal(e, running.folder());
    }
    return new Finished(
        judged(running, ahead, earlier), interrupted, swept.devicesLost(), swept.cutOff());
  }

  private static ScanEnd end(ScanEnding ending) {
    return new ScanEnd(
        ending.ended(),
        ending.complete(),
        ending.interfaces(),
        ending.counters(),
        ending.remarks());
  }

  private static Report judged(Running running, JudgeAhead ahead, Optional<Report> earlier)
      throws ConfigException, StopException {
    Report report =
        BaselineOption.compared(
                earlier,
                ahead
                    .judge()
                    .judge(
                        JournalReader.open(running.folder()), Optional.of(running.header().asOf())))
            .marked(running.header().marking());
    try {
      ResultFolder.write(
          running.folder().resolve(ResultFolder.REPORT), out -> ReportJson.write(report, out));
    } catch (JournalException e) {
      throw StopException.ofJournal(e, running.folder());
    }
    return report;
  }

  /** How HTTP questions present themselves: a site's own watch should recognise the inspection. */
  private static String userAgent(Running running) {
    String leave =
        running
            .header()
            .authorisation()
            .reference()
            .map(r -> "; " + r.replaceAll("[^\\x20-\\x7e]|[()]", "_"))
            .orElse("");
    String name = Version.line().replace(' ', '/');
    String agent = name + " (authorised inspection" + leave + ")";
    return agent.substring(0, Math.min(agent.length(), 200));
  }

  /** The one way into the journal; no secret of the owner's passes it. */
  static ScanSink into(JournalWriter journal, Withholding withholding) {
    return new RationedSink(new WithholdingSink(into(journal), withholding));
  }

  private static ScanSink into(JournalWriter journal) {
    return new ScanSink() {
      @Override
      public void observed(Observation observation, byte[] raw) {
        journal.observed(observation, raw);
      }

      @Override
      public void done(
          Address address, String network, AddressOutcome outcome, Set<String> probes) {
        journal.done(address, network, outcome, probes);
      }

      @Override
      public void asked(Address address, Asked asked) {
        journal.asked(address, asked);
      }
    };
  }
}
