package org.camsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.AddressLine;
import org.camsweep.journal.JournalReader;
import org.camsweep.net.snmp.SnmpKey;
import org.camsweep.observe.Observation;
import org.camsweep.scan.ScanEnding;
import org.camsweep.scan.ScanSink;
import org.camsweep.scan.SnmpRound;

/** The questions by SNMP after the sweep, where the site file names keys. */
final class SnmpRun {
  private final Running running;
  private final SnmpRound round;

  SnmpRun(Running running, Map<String, SnmpKey> keys, ScanSink sink) {
    this.running = running;
    this.round = new SnmpRound(running.planned().scope(), keys, running.planned().rate(), sink);
  }

  void stop() {
    round.stop();
  }

  /** Asks who was found to live, and says how the scan then stands. */
  ScanEnding after(ScanEnding ending) throws ConfigException {
    if (!ending.complete()) {
      round.stop();
    }
    JournalReader journal = JournalReader.open(running.folder());
    List<Observation> heard = new ArrayList<>();
    journal.observations((o, raw) -> heard.add(o));
    List<AddressLine> lines = new ArrayList<>();
    journal.addresses(lines::add);
    SnmpRound.Ended ended = round.run(heard, lines);
    Map<String, Long> counters = new TreeMap<>(ending.counters());
    counters.putAll(ended.counters());
    List<String> remarks = new ArrayList<>(ending.remarks());
    remarks.add(remark(ended.counters()));
    return ending.with(ending.complete() && ended.complete(), counters, remarks);
  }

  private static String remark(Map<String, Long> counters) {
    List<String> parts = new ArrayList<>();
    for (String word :
        List.of("in", "no-answer", "refused", "not-understood", "failed", "not-tried")) {
      long count = counters.getOrDefault("snmp." + word, 0L);
      if (count > 0) {
        parts.add(count + " " + word.replace('-', ' '));
      }
    }
    return "SNMP with the owner's key: "
        + (parts.isEmpty() ? "no device left to ask" : String.join(", ", parts));
  }
}
