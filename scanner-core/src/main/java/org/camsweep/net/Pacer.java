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

    private boolean eligible() {
      return !datagrams.isEmpty() || (!connects.isEmpty() && open < pace.hostConnections());
    }

    private long spacing() {
      return TimeUnit.SECONDS.toNanos(1) / pace.hostRate();
    }
  }

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
  private final PriorityQueue<Line> later =
      new PriorityQueue<>(Comparator.comparingLong((Line line) -> line.nextAt));
  private double tokens;
  private long filledAt;
  private int openStreams;
  private boolean scheduled;
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
    if (!line.queued && line.open == 0 && clock.nanos() >= line.nextAt) {
      lines.remove(line.host, line);
    }
    pump();
  }

  /** Nothing is started any more; what waits is dropped. */
  void stop() {
    stopped = true;
    ready.clear();
    later.clear();
    lines.clear();
  }

  int openStreams() {
    return openStreams;
  }

  private void enqueue(Line line) {
    if (line.queued || !line.eligible() || stopped) {
      return;
    }
    line.queued = true;
    if (line.nextAt <= clock.nanos()) {
      ready.add(line);
    } else {
      later.add(line);
    }
  }

  /**
   * Sends what the pace allows now, whether or not a wake-up is due: for a clock held by a test.
   */
  void turn() {
    scheduled = false;
    pump();
  }

  private void pump() {
    if (scheduled || stopped) {
      return;
    }
    long now = clock.nanos();
    refill(now);
    while (!later.isEmpty() && later.peek().nextAt <= now) {
      ready.add(later.poll());
    }
    int skipped = 0;
    while (tokens >= 1 && skipped < ready.size()) {
      Line line = ready.poll();
      Job job = take(line);
      if (job == null) {
        ready.add(line);
        skipped++;
        continue;
      }
      skipped = 0;
      line.queued = false;
      tokens -= 1;
      line.nextAt = Math.max(line.nextAt, now) + line.spacing();
      scheduled = true; // a job that ends at once must not pump inside the pump
      job.start(line);
      scheduled = false;
      enqueue(line);
    }
    wakeLater(now);
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

  private void wakeLater(long now) {
    long wait = Long.MAX_VALUE;
    if (!ready.isEmpty() && tokens < 1) {
      wait = (long) ((1 - tokens) / perNano);
    }
    if (!later.isEmpty()) {
      wait = Math.min(wait, later.peek().nextAt - now);
    }
    if (wait == Long.MAX_VALUE) {
      return; // a connection that closes pumps again
    }
    scheduled = true;
    wake.after(Math.max(MIN_WAIT, wait), this::turn);
  }

  private void refill(long now) {
    tokens = Math.min(burst, tokens + (now - filledAt) * perNano);
    filledAt = now;
  }
}
