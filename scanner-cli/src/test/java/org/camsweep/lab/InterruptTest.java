package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.camsweep.lab.QuietSite.Started;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, and a service that is stopped. */
@Tag("lab")
class InterruptTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path results;

  @Test
  void withinASecondNothingMoreIsSentAndTheReportIsCompleteAndSaysSo() {
    try (QuietSite site = QuietSite.open("interrupt")) {
      for (String signal : new String[] {"INT", "TERM"}) {
        Path out = results.resolve(signal);
        long before = site.questions();
        Started scan = site.start("", QuietSite.scan(out));
        site.awaitMiddle(scan, out, before);
        long heard = QuietSite.observations(out);
        long at = System.nanoTime();
        Command.must("kill", "-" + signal, Long.toString(scan.process().pid()));
        LockSupport.parkNanos(at + SECOND - System.nanoTime());
        long afterASecond = site.questions();
        assertThat(scan.code()).as(scan.text()).isEqualTo(130);
        assertThat(site.questions()).as("questions that arrived").isEqualTo(afterASecond);
        assertThat(scan.text()).contains("stopping; what was heard is kept", "not complete");
        assertThat(QuietSite.observations(out)).isGreaterThanOrEqualTo(heard);
        JsonNode report = Pair.json(out.resolve("report.json"));
        assertThat(report.at("/coverage/complete").asBoolean()).isFalse();
        assertThat(report.at("/coverage/networks/0/notAsked").asLong()).isPositive();
        assertThat(report.at("/provenance/remarks").toString())
            .contains("the scan was stopped before its end");
        assertThat(site.pair().camsweep("verify", out.toString()).code()).isZero();
        Started again = site.start("", QuietSite.resume(out));
        assertThat(again.code()).as(again.text()).isZero();
        assertThat(report(out).at("/coverage/complete").asBoolean()).isTrue();
        assertThat(report(out).path("devices")).hasSize(QuietSite.CAMERAS.size());
      }
    }
  }

  private static JsonNode report(Path out) {
    return Pair.json(out.resolve("report.json"));
  }
}
