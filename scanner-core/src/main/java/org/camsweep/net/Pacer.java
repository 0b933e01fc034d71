package org.camsweep.net;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.camsweep.net.Pacing.Nanos;
import org.camsweep.net.Pacing.Wake;
import org.camsweep.site.Pace;

/**
 * Lets packets go at the allowed rate: a token bucket for all together (bursts of at most 10 ms), a
 * spacing for each host, and a limit on each host's open connections. Lives on one event loop and
 * is touched only there.
 */
final class Pacer {
  /** When a line is looked at again; its own time may have moved on since. */
  private record Turn(long at, Line line) {}

  private static final long MIN_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

  private final Wake wake;
  private final Nanos clock;
  private final TokenBucket total;
  private final int window;
  private final Map<InetAddress, Line> lines = new HashMap<>();
  private final ArrayDeque<Line> ready = new ArrayDeque<>();
  private final PriorityQueue<Turn> later = new PriorityQueue<>(Comparator.comparingLong(Turn::at));
  private int openStreams;
  private boolean pumping;
  private long wakeAt = Long.MAX_VALUE;
  private boolean stopped;

  /**
   * @param rate packets per second in all
   * @param window connections open at one time in all
   */
  Pacer(Wake wake, Nanos clock, int rate, int window) {
    this.wake = wake;
    this.clock = clock;
    this.total = new TokenBucket(rate, clock.nanos());
    this.window = window;
  }

  /** Queues a job; it starts as soon as the pace allows. */
  void submit(InetAddress host, Pace pace, Job job) {
    Line line = lines.computeIfAbsent(host, h -> new Line(h, pace, clock.nanos()));
    line.add(job);
    enqueue(line);
    pump();
  }

  /** Charges packets that a job sent beyond its first. */
  void charge(Line line, int packets) {
    total.take(packets);
    line.spend(packets, clock.nanos());
  }

  /** A job's connection is closed, or its datagram is sent. */
  void done(Line line, boolean connected) {
    if (connected) {
      line.closed();
      openStreams--;
    }
    enqueue(line);
    pump();
  }

  /** Nothing is started any more; what waits is dropped. */
  void stop() {
    stopped = true;
    ready.clear();
    later.clear();
    lines.clear();
  }

  /** How many hosts are remembered: those with work, and those whose spacing still runs. */
  int remembered() {
    return lines.size();
  }

  int openStreams() {
    return openStreams;
  }

  private void enqueue(Line line) {
    boolean forget = line.idle(); // once its time has come, so that a new job keeps the spacing
    if (line.isQueued() || stopped || !(line.eligible() || forget)) {
      return;
    }
    line.queued(true);
    if (line.nextAt() <= clock.nanos() && !forget) {
      ready.add(line);
    } else {
      later.add(new Turn(line.nextAt(), line));
    }
  }

  /** Sends what the pace allows now; called at every wake-up. */
  void turn() {
    wakeAt = Long.MAX_VALUE;
    pump();
  }

  private void pump() {
    if (pumping || stopped) {
      return;
    }
    pumping = true; // a job that ends at once must not pump inside the pump
    long now = clock.nanos();
    total.refill(now);
    wakeDue(now);
    int blocked = 0;
    while (total.hasOne() && blocked < ready.size()) {
      Line line = ready.poll();
      Job job = take(line);
      if (job != null) {
        blocked = 0;
        line.queued(false);
        total.take(1);
        line.spend(1, now);
        job.start(line);
        enqueue(line);
      } else if (line.eligible()) {
        ready.add(line); // the window is full
        blocked++;
      } else {
        line.queued(false);
        enqueue(line);
      }
    }
    pumping = false;
    wakeLater(now, blocked > 0);
  }

  private void wakeDue(long now) {
    while (!later.isEmpty() && later.peek().at() <= now) {
      Line line = later.poll().line();
      if (line.nextAt() > now) {
        later.add(new Turn(line.nextAt(), line));
      } else if (line.idle()) {
        lines.remove(line.host());
      } else {
        ready.add(line);
      }
    }
  }

  private Job take(Line line) {
    Job job = line.take(openStreams < window);
    if (job != null && job.connects()) {
      openStreams++;
    }
    return job;
  }

  private void wakeLater(long now, boolean windowFull) {
    long at = later.isEmpty() ? Long.MAX_VALUE : later.peek().at();
    if (!ready.isEmpty() && !windowFull) {
      at = Math.min(at, now + total.nanosToOne());
    }
    if (at >= wakeAt) {
      return; // woken before that anyway; a connection that closes pumps too
    }
    wakeAt = at;
    wake.after(Math.max(MIN_WAIT, at - now), this::turn);
  }
}
