package org.camsweep.net;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.camsweep.site.Address;
import org.camsweep.site.Pace;

/**
 * The lines of the hosts that have work, or whose spacing still runs; others are forgotten, so that
 * memory follows the work in hand and not the address space.
 */
final class Lines {
  private record Leaving(long at, Line line) {}

  private final Map<Address, Line> lines = new HashMap<>();
  private final PriorityQueue<Leaving> leaving =
      new PriorityQueue<>(Comparator.comparingLong(Leaving::at));
  private long came;

  Line of(Address host, Pace pace, Lane lane, long now) {
    return lines.computeIfAbsent(host, h -> new Line(h, pace, lane, now, came++));
  }

  Optional<Line> find(Address host) {
    return Optional.ofNullable(lines.get(host));
  }

  int size() {
    return lines.size();
  }

  /** A line without work is forgotten once its time has come; a new job keeps the spacing. */
  void leaveIfIdle(Line line) {
    if (line.idle() && !line.isLeaving()) {
      line.leaving(true);
      leaving.add(new Leaving(line.forgetAt(), line));
    }
  }

  void forget(long now) {
    while (nextAt() <= now) {
      Line line = leaving.remove().line();
      line.leaving(false);
      if (line.idle() && line.forgetAt() <= now) {
        lines.remove(line.host());
      } else {
        leaveIfIdle(line);
      }
    }
  }

  /** When {@link #forget} has something to do. */
  long nextAt() {
    return leaving.isEmpty() ? Long.MAX_VALUE : leaving.peek().at();
  }

  void clear() {
    lines.clear();
    leaving.clear();
  }
}
