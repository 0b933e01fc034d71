package org.camsweep.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ResultFolder;
import org.camsweep.journal.ScanEnd;
import org.camsweep.journal.ScanHeader;
import org.camsweep.manifest.Seal;
import org.camsweep.scan.Earlier;
import org.camsweep.site.Cidr;
import org.camsweep.site.Inspection;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.site.Site;

/**
 * A scan about to run: new, or taken up again.
 *
 * @param earlier what an interrupted scan had done; none for a new one
 * @param overwrite whether a result in the folder is written over
 * @param over whether all were asked before it was cut off, so that it lacks but its report
 */
record Running(
    Planned planned,
    Path folder,
    ScanHeader header,
    Optional<Earlier> earlier,
    boolean overwrite,
    boolean over) {

  static Running fresh(
      Planned planned,
      Path folder,
      String scanId,
      Clock clock,
      LocalDate asOf,
      List<String> typed,
      Optional<Path> siteFile,
      boolean overwrite) {
    Inspection inspection = planned.inspection();
    ScanHeader header =
        new ScanHeader(
                scanId,
                clock.instant(),
                inspection.operator(),
                inspection.authorisation(),
                inspection.marking(),
                typed,
                Version.line(),
                planned.scope().networks(),
                new SecureRandom().nextLong(),
                asOf)
            .with(planned.credentials(), planned.snmp())
            .with(Surroundings.now(siteFile));
    return new Running(planned, folder, header, Optional.empty(), overwrite, false);
  }

  /** The scan of a folder that was cut off; its own header says where it may look. */
  static Running resumed(Path folder, List<Cidr> allowedPublic, MarkingOption marking)
      throws ConfigException, ScopeRefusedException, StopException {
    JournalReader journal = JournalReader.open(folder);
    ScanHeader header = journal.header().marked(marking.or(journal.header().marking()));
    if (header.listened()) {
      throw StopException.wrongUse(
          folder + " was listened to, not scanned", "listen again, into another folder");
    }
    LocalDate today = LocalDate.now(Clock.systemUTC());
    if (!header.authorisation().covers(today)) {
      throw StopException.refused(
          "today, " + today + ", is outside the authorisation's validity", "have it renewed");
    }
    boolean over = journal.end().map(ScanEnd::complete).orElse(false);
    if (over && Files.exists(folder.resolve(ResultFolder.MANIFEST))) {
      throw new ConfigException(
          folder.toString(), 0, "the scan came to its end", "start a new scan");
    }
    Scope scope = Scope.of(header.networks(), allowedPublic);
    Earlier earlier = new Earlier(scope, header.seed());
    journal.addresses(line -> earlier.done(line.address(), line.outcome()));
    journal.observations((observation, raw) -> earlier.observed(observation.id()));
    Site site =
        new Site(
            header.networks().get(0).site(), Optional.empty(), Optional.empty(), header.networks());
    Inspection inspection =
        new Inspection(header.operator(), header.authorisation(), header.marking(), List.of(site));
    return new Running(
        new Planned(inspection, scope, List.of(), header.credentials(), header.snmp()),
        folder,
        header,
        Optional.of(earlier),
        false,
        over);
  }

  /** The folder, if it holds a sealed result that is about to be written over or taken up. */
  Optional<Path> unsealed() {
    return overwrite || earlier.isPresent() ? Optional.of(folder) : Optional.empty();
  }

  JournalWriter open() throws ConfigException {
    if (overwrite) {
      Seal.of(folder).discard();
    }
    return earlier.isPresent()
        ? JournalWriter.resume(folder, Optional.of(header))
        : JournalWriter.create(folder, header, overwrite);
  }
}
