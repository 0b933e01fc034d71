package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.camsweep.scan.Progress;
import org.junit.jupiter.api.Test;

/** Progress: a bar on a terminal, plain lines elsewhere, nothing promised too early. */
class ProgressLineTest {
  private final StringWriter text = new StringWriter();

  private ProgressLine line(boolean terminal, Map<String, String> environment, boolean silent) {
    PrintWriter err = new PrintWriter(text, true);
    return new ProgressLine(
        new Terminal(
            err,
            err,
            new ByteArrayOutputStream(),
            terminal,
            terminal,
            OptionalInt.of(80),
            environment),
        silent);
  }

  private static Progress at(long done, long total, int active) {
    return new Progress(done, total, 3, active, Optional.of(Duration.ofSeconds(1)));
  }

  @Test
  void elsewhereThanOnATerminalItIsALineEveryFiveSeconds() {
    ProgressLine line = line(false, Map.of(), false);
    for (int millis = 0; millis <= 12_000; millis += 100) {
      line.show(at(millis, 24_000, 2), Duration.ofMillis(millis));
    }
    line.clear();
    assertThat(text.toString().lines())
        .containsExactly(
            "progress 5000/24000 living=3 asking=2 elapsed=00:05  about 00:19 left",
            "progress 10000/24000 living=3 asking=2 elapsed=00:10  about 00:14 left");
  }

  @Test
  void onATerminalItDrawsOverItselfAndIsTakenAway() {
    ProgressLine line = line(true, Map.of(), false);
    line.show(at(10, 20, 2), Duration.ofSeconds(6));
    line.show(at(18, 20, 2), Duration.ofSeconds(8));
    line.clear();
    assertThat(text.toString())
        .startsWith("\r  [##########..........]  10/20  3 living  00:06  about 00:05 left")
        .contains("\r  [##################..]  18/20  3 living  2 still being asked  00:08")
        .endsWith(" \r")
        .doesNotContain("\n");
  }

  @Test
  void aDumbTerminalGetsPlainLines() {
    line(true, Map.of("TERM", "dumb"), false).show(at(10, 20, 2), Duration.ofSeconds(6));
    assertThat(text.toString()).startsWith("progress 10/20").doesNotContain("\r");
  }

  @Test
  void nothingIsPromisedBeforeATwentiethIsDoneOrWhenEverybodyIsBeingAsked() {
    ProgressLine line = line(false, Map.of(), false);
    line.show(at(10, 1000, 2), Duration.ofSeconds(6));
    line.show(at(998, 1000, 2), Duration.ofSeconds(60));
    assertThat(text.toString()).doesNotContain("left");
  }

  @Test
  void silentMeansSilent() {
    line(true, Map.of(), true).show(at(10, 20, 2), Duration.ofSeconds(60));
    assertThat(text.toString()).isEmpty();
  }
}
