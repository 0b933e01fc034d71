package org.camsweep.net;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.camsweep.site.Pace;

/**
 * Lets packets go at the allowed rate: a token bucket for all together (bursts of at most 10 ms), a
 * spacing for each host, and a limit on each host's open connections. Lives on one event loop and
 * is touched only there.
 */
final class Pacer {
  /** One thing to send. */
  interface Job {
    /** Whether it opens a connection. */
    boolean connects();

    /** Sends; calls {@link Pacer#done} through {@code line} when its connection is closed. */
    void start(Line line);
  }

  /** The jobs of one host. */
  final class Line {
    private final InetAddress host;
    private final Pace pace;
    private final ArrayDeque<Job> datagrams = new ArrayDeque<>();
    private final ArrayDeque<Job> connects = new ArrayDeque<>();
    private int open;
    private long nextAt;
    private boolean queued;

    private Line(InetAddress host, Pace pace) {
      this.host = host;
      this.pace = pace;
      this.nextAt = clock.nanos();
    }

    private boolean idle() {
      return datagrams.isEmpty() && connects.isEmpty() && open == 0;
    }

    private boolean eligible() {
      return !datagrams.isEmpty() || (!connects.isEmpty() && open < pace.hostConnections());
    }

    private long spacing() {
      return TimeUnit.SECONDS.toNanos(1) / pace.hostRate();
    }
  }

  /** When a line is looked at again; its own time may have moved on since. */
  private record Turn(long at, Line line) {}

  /** The edge's clock, so that tests can hold it. */
  interface Nanos {
    long nanos();
  }

  /** Runs something on the pacer's own thread after a while. */
  interface Wake {
    void after(long nanos, Runnable what);
  }

  private static final long MIN_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

  private final Wake wake;
  private final Nanos clock;
  private final double perNano;
  private final double burst;
  private final int window;
  private final Map<InetAddress, Line> lines = new HashMap<>();
  private final ArrayDeque<Line> ready = new ArrayDeque<>();
  private final PriorityQueue<Turn> later = new PriorityQueue<>(Comparator.comparingLong(Turn::at));
  private double tokens;
  private long filledAt;
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
    this.perNano = rate / 1e9;
    this.burst = Math.max(1, rate / 100.0);
    this.window = window;
    this.tokens = burst;
    this.filledAt = clock.nanos();
  }

  /** Queues a job; it starts as soon as the pace allows. */
  void submit(InetAddress host, Pace pace, Job job) {
    Line line = lines.computeIfAbsent(host, h -> new Line(h, pace));
    (job.connects() ? line.connects : line.datagrams).add(job);
    enqueue(line);
    pump();
  }

  /** Charges packets that a job sent beyond its first. */
  void charge(Line line, int packets) {
    tokens -= packets;
    line.nextAt = Math.max(line.nextAt, clock.nanos()) + packets * line.spacing();
  }

  /** A job's connection is closed, or its datagram is sent. */
  void done(Line line, boolean connected) {
    if (connected) {
      line.open--;
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
    if (line.queued || stopped || !(line.eligible() || forget)) {
      return;
    }
    line.queued = true;
    if (line.nextAt <= clock.nanos() && !forget) {
      ready.add(line);
    } else {
      later.add(new Turn(line.nextAt, line));
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
    refill(now);
    wakeDue(now);
    int blocked = 0;
    while (tokens >= 1 && blocked < ready.size()) {
      Line line = ready.poll();
      Job job = take(line);
      if (job != null) {
        blocked = 0;
        line.queued = false;
        tokens -= 1;
        line.nextAt = Math.max(line.nextAt, now) + line.spacing();
        job.start(line);
        enqueue(line);
      } else if (line.eligible()) {
        ready.add(line); // the window is full
        blocked++;
      } else {
        line.queued = false;
        enqueue(line);
      }
    }
    pumping = false;
    wakeLater(now, blocked > 0);
  }

  private void wakeDue(long now) {
    while (!later.isEmpty() && later.peek().at() <= now) {
      Line line = later.poll().line();
      if (line.nextAt > now) {
        later.add(new Turn(line.nextAt, line));
      } else if (line.idle()) {
        lines.remove(line.host);
      } else {
        ready.add(line);
      }
    }
  }

  private Job take(Line line) {
    if (!line.datagrams.isEmpty()) {
      return line.datagrams.poll();
    }
    if (openStreams >= window || line.open >= line.pace.hostConnections()) {
      return null;
    }
    Job job = line.connects.poll();
    if (job != null) {
      line.open++;
      openStreams++;
    }
    return job;
  }

  private void wakeLater(long now, boolean windowFull) {
    long at = later.isEmpty() ? Long.MAX_VALUE : later.peek().at();
    if (!ready.isEmpty() && !windowFull) {
      at = Math.min(at, now + (long) ((1 - tokens) / perNano));
    }
    if (at >= wakeAt) {
      return; // woken before that anyway; a connection that closes pumps too
    }
    wakeAt = at;
    wake.after(Math.max(MIN_WAIT, at - now), this::turn);
  }

  private void refill(long now) {
    tokens = Math.min(burst, tokens + (now - filledAt) * perNano);
    filledAt = now;
  }
}
