package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.site.Target;

/**
 * Those who came to their end in the last moments. A way out that is gone is seen up to a second
 * later; what was found meanwhile is in doubt, silence above all.
 */
final class Lately {
  /** A second until it is seen, and the longest wait for an answer before that. */
  static final Duration DOUBTFUL = Duration.ofSeconds(4);

  /** More than any pace brings to their end in that time. */
  private static final int MOST = 65_536;

  /** Those of about a second: one instant for many. */
  private record Batch(Instant until, List<Target> ended) {}

  private final ArrayDeque<Batch> batches = new ArrayDeque<>();
  private int size;

  void ended(Target target, Instant now) {
    if (batches.isEmpty() || now.isAfter(batches.getLast().until())) {
      forget(now);
      batches.add(new Batch(now.plusSeconds(1), new ArrayList<>()));
    }
    batches.getLast().ended().add(target);
    size++;
  }

  private void forget(Instant now) {
    while (!batches.isEmpty()
        && (size > MOST || batches.getFirst().until().isBefore(now.minus(DOUBTFUL)))) {
      size -= batches.remove().ended().size();
    }
  }

  /** Who is in doubt now. */
  List<Target> since(Instant now) {
    forget(now);
    return batches.stream().flatMap(b -> b.ended().stream()).toList();
  }
}
