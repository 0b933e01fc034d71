package org.camsweep.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.net.Edge;

/** What befell the scan itself, for the report: a clock that was set, a probe with a fault. */
final class Mishaps {
  /** Counts the questions and readings in which a probe failed. */
  static final String PROBE_FAILED = "probe.failed";

  /** A clock that is set right by less is no matter. */
  private static final Duration CLOCK_MATTERS = Duration.ofSeconds(5);

  private Mishaps() {}

  static List<String> of(Edge edge) {
    List<String> remarks = new ArrayList<>();
    clockMoved(edge.clockMoved()).ifPresent(remarks::add);
    long failed = edge.counters().get(PROBE_FAILED);
    if (failed > 0) {
      remarks.add(
          (failed == 1 ? "once" : failed + " times")
              + " a probe failed by a fault of camsweep; what it heard is kept as garbled, and whom"
              + " it did not ask is not called silent");
    }
    return remarks;
  }

  /** What to say of a clock that was set while the scan ran. */
  static Optional<String> clockMoved(Duration by) {
    return by.abs().compareTo(CLOCK_MATTERS) < 0
        ? Optional.empty()
        : Optional.of(
            "this machine's clock was put "
                + (by.isNegative() ? "back" : "forward")
                + " by about "
                + by.abs().toSeconds()
                + " s while the scan ran, or the machine slept; times are by the clock as it was at"
                + " the start");
  }
}
