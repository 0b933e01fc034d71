package org.camsweep.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ResultFolder;
import org.camsweep.journal.ScanEnd;
import org.camsweep.journal.ScanHeader;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Observation;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.scan.Earlier;
import org.camsweep.scan.Scan;
import org.camsweep.scan.ScanEnding;
import org.camsweep.scan.ScanPlan;
import org.camsweep.scan.ScanSink;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;

/**
 * A scan of a loopback block into a result folder, new or taken up again, in a process of its own
 * so that it can be killed.
 */
final class KilledScan {
  private KilledScan() {}

  static Network network(int port) {
    return new Network(
        "s",
        "n",
        List.of(Cidr.parse("127.61.0.0/26")),
        List.of(Cidr.parse("127.61.0.40/29")),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(port),
        new Pace(120, 1_000, 2),
        List.of());
  }

  public static void main(String[] words) throws Exception {
    Path folder = Path.of(words[0]);
    int port = Integer.parseInt(words[1]);
    Scope scope = Scope.demo(List.of(network(port)));
    boolean again = Files.exists(folder.resolve(ResultFolder.HEADER));
    Optional<Earlier> earlier = Optional.empty();
    if (again) {
      Earlier before = new Earlier(scope, 9);
      JournalReader journal = JournalReader.open(folder);
      journal.addresses(line -> before.done(line.address(), line.outcome()));
      journal.observations((observation, raw) -> before.observed(observation.id()));
      earlier = Optional.of(before);
    }
    ScanPlan plan =
        new ScanPlan(
            scope,
            ProbeCatalogue.select(List.of("http", "ports")),
            120,
            9,
            Set.of(),
            false,
            "camsweep/test",
            earlier);
    try (JournalWriter journal =
        again ? JournalWriter.resume(folder) : JournalWriter.create(folder, header(port), false)) {
      System.out.println("started");
      ScanEnding end = new Scan(plan, into(journal), p -> {}).run();
      journal.end(
          new ScanEnd(
              end.ended(), end.complete(), end.interfaces(), end.counters(), end.remarks()));
    }
  }

  private static ScanHeader header(int port) {
    return new ScanHeader(
        "killed",
        Instant.EPOCH,
        Optional.empty(),
        Authorisation.NONE,
        Optional.empty(),
        List.of(),
        "camsweep/test",
        List.of(network(port)),
        9,
        LocalDate.EPOCH);
  }

  private static ScanSink into(JournalWriter journal) {
    return new ScanSink() {
      @Override
      public void observed(Observation observation, byte[] raw) {
        journal.observed(observation, raw);
      }

      @Override
      public void done(
          org.camsweep.site.Address a, String network, AddressOutcome outcome, Set<String> probes) {
        journal.done(a, network, outcome, probes);
      }

      @Override
      public void asked(org.camsweep.site.Address a, Asked asked) {
        journal.asked(a, asked);
      }
    };
  }
}
