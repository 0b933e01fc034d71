package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.camsweep.journal.ResultFolder;
import org.camsweep.lab.QuietSite.Started;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the real program at random moments, from its start to its end, and {@code
 * --resume} until it is through: the report is that of a scan that nobody disturbed. Tells how much
 * was done twice. {@code -Dcamsweep.kills=200} kills more often, {@code -Dcamsweep.kills.seed} at
 * other moments.
 */
@Tag("lab")
@Tag("long")
class KilledProgramTest {
  private static final int KILLS = Integer.getInteger("camsweep.kills", 6);
  private static final long SEED = Long.getLong("camsweep.kills.seed", 8);
  private static final int KILLS_OF_ONE_SCAN = 8;

  @TempDir private Path results;
  private final Random moments = new Random(SEED);
  private int kills;
  private int scans;
  private long repeatedQuestions;
  private long repeatedLines;

  @Test
  void theReportIsTheSame() throws Exception {
    try (QuietSite site = QuietSite.open("killed")) {
      Path whole = results.resolve("whole");
      long before = site.questions();
      long began = System.nanoTime();
      Started undisturbed = site.start("", QuietSite.scan(whole));
      assertThat(undisturbed.code()).as(undisturbed.text()).isZero();
      long takes = (System.nanoTime() - began) / 1_000_000;
      long questions = site.questions() - before;
      JsonNode expected = QuietSite.timeless(whole);
      while (kills < KILLS) {
        System.out.printf("%d kills in %d scans so far%n", kills, scans);
        Path out = results.resolve("disturbed-" + scans++);
        before = site.questions();
        untilItIsThrough(site, out, (int) takes);
        assertThat(QuietSite.timeless(out))
            .as("scan %d, %d kills", scans, kills)
            .isEqualTo(expected);
        assertThat(site.pair().camsweep("verify", out.toString()).code()).isZero();
        repeatedQuestions += site.questions() - before - questions;
        repeatedLines += QuietSite.observations(out) - QuietSite.observations(whole);
      }
      System.out.printf(
          Locale.ROOT,
          "%d kills in %d scans of %.1f s and %d questions at %d a second; repeated in all: %d"
              + " questions, %.2f s of work a kill; %d lines heard twice%n",
          kills,
          scans,
          takes / 1_000.0,
          questions,
          QuietSite.RATE,
          repeatedQuestions,
          repeatedQuestions / (double) QuietSite.RATE / kills,
          repeatedLines);
    }
  }

  private void untilItIsThrough(QuietSite site, Path out, int takes) throws Exception {
    int before = kills;
    while (true) {
      boolean begun = Files.exists(out.resolve(ResultFolder.HEADER));
      if (begun && Files.exists(out.resolve(ResultFolder.MANIFEST))) {
        return; // killed when all was done
      }
      Started run = site.start("", begun ? QuietSite.resume(out) : QuietSite.scan(out));
      boolean kill = kills < KILLS && kills - before < KILLS_OF_ONE_SCAN;
      if (!kill || run.process().waitFor(moments.nextInt(takes), TimeUnit.MILLISECONDS)) {
        assertThat(run.code()).as(run.text()).isZero();
        return;
      }
      run.process().destroyForcibly().waitFor();
      kills++;
      // What the network holds of the killed one's last questions arrives before the next begins.
      Command.run(Duration.ofSeconds(5), List.of("sleep", "0.1"));
    }
  }
}
