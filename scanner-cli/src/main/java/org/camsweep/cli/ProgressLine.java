package org.camsweep.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.camsweep.scan.Progress;

/**
 * How far a scan is, on standard error: a bar that is drawn over itself on a terminal, a plain line
 * every few seconds elsewhere. Silent if the user wants no progress.
 */
final class ProgressLine {
  private static final int BAR = 20;
  private static final Duration REDRAW = Duration.ofMillis(250);
  private static final Duration PLAIN = Duration.ofSeconds(5);

  private final PrintWriter err;
  private final boolean redraws;
  private final boolean silent;
  private final int columns;
  private long lastNanos;
  private int drawn;

  ProgressLine(Terminal terminal, boolean silent) {
    this.err = terminal.err();
    this.redraws = terminal.canRedraw();
    this.silent = silent;
    this.columns = terminal.columns().orElse(Terminal.USUAL_COLUMNS);
  }

  /**
   * Shows how far the scan is, if it is time to.
   *
   * @param elapsed since the scan began
   */
  void show(Progress progress, Duration elapsed) {
    long now = elapsed.toNanos();
    boolean due = now - lastNanos >= (redraws ? REDRAW : PLAIN).toNanos();
    if (silent || !due) {
      return;
    }
    lastNanos = now;
    long done = progress.done();
    long total = progress.total();
    long living = progress.living();
    int active = progress.active();
    String left = progress.left(elapsed).map(l -> "  about " + clock(l) + " left").orElse("");
    if (!redraws) {
      err.println(
          "progress %d/%d living=%d asking=%d elapsed=%s%s"
              .formatted(done, total, living, active, clock(elapsed), left));
      return;
    }
    int filled = total == 0 ? BAR : (int) (BAR * done / total);
    String asking = done + active < total ? "" : "  " + active + " still being asked";
    String line =
        "  [%s%s]  %,d/%,d  %,d living%s  %s%s"
            .formatted(
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                done,
                total,
                living,
                asking,
                clock(elapsed),
                left);
    draw(line);
  }

  /** Shows how long has been listened, if it is time to. */
  void heard(long senders, long datagrams, Duration elapsed, Optional<Duration> span) {
    long now = elapsed.toNanos();
    if (silent || now - lastNanos < (redraws ? REDRAW : PLAIN).toNanos()) {
      return;
    }
    lastNanos = now;
    String of = span.map(s -> " of " + clock(s)).orElse("");
    String line =
        "listening %s%s: %,d sender%s heard, %,d datagrams"
            .formatted(clock(elapsed), of, senders, senders == 1 ? "" : "s", datagrams);
    if (redraws) {
      draw("  " + line);
    } else {
      err.println(line);
    }
  }

  private void draw(String line) {
    String shown = Cells.cut(line, columns - 1);
    err.print("\r" + shown + " ".repeat(Math.max(0, drawn - Cells.width(shown))));
    err.flush();
    drawn = Cells.width(shown);
  }

  /** Takes the bar away, so that what follows starts on a clean line. */
  void clear() {
    if (drawn > 0) {
      err.print("\r" + " ".repeat(drawn) + "\r");
      err.flush();
      drawn = 0;
    }
  }

  private static String clock(Duration time) {
    long hours = time.toHours();
    String minutes = "%02d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart());
    return hours == 0 ? minutes : hours + ":" + minutes;
  }
}
