package org.camsweep.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.interview.Secret;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ScanEnd;
import org.camsweep.observe.Observation;
import org.camsweep.scan.Interviews;
import org.camsweep.scan.JudgeAhead;
import org.camsweep.scan.ScanEnding;
import org.camsweep.scan.ScanSink;

/** The interviews between the sweep and the judging, where the site file names log-ins. */
final class InterviewRun {
  private final Running running;
  private final JudgeAhead ahead;
  private final Interviews interviews;

  InterviewRun(
      Running running, JudgeAhead ahead, Map<String, Secret> logins, String agent, ScanSink sink) {
    this.running = running;
    this.ahead = ahead;
    this.interviews =
        new Interviews(running.planned().scope(), logins, running.planned().rate(), agent, sink);
  }

  void stop() {
    interviews.stop();
  }

  /** Identifies what the sweep heard, interviews whom it may, and says how the scan then ended. */
  ScanEnd after(ScanEnding ending) throws ConfigException {
    if (!ending.complete()) {
      interviews.stop();
    }
    List<Observation> heard = new ArrayList<>();
    JournalReader.open(running.folder()).observations((o, raw) -> heard.add(o));
    Interviews.Ended ended = interviews.run(ahead.judge().identify(heard));
    Map<String, Long> counters = new TreeMap<>(ending.counters());
    counters.putAll(ended.counters());
    List<String> remarks = new ArrayList<>(ending.remarks());
    remarks.add(remark(ended.counters()));
    return new ScanEnd(
        Instant.now(),
        ending.complete() && ended.complete(),
        ending.interfaces(),
        counters,
        remarks);
  }

  private static String remark(Map<String, Long> counters) {
    List<String> parts = new ArrayList<>();
    for (String word : List.of("in", "refused", "locked-out", "failed", "not-tried")) {
      long count = counters.getOrDefault("interview." + word, 0L);
      if (count > 0) {
        parts.add(count + " " + word.replace('-', ' '));
      }
    }
    return "interviews with the owner's log-in: "
        + (parts.isEmpty() ? "no device left to ask" : String.join(", ", parts));
  }
}
