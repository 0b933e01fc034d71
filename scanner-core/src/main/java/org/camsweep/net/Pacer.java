package org.camsweep.net;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.camsweep.net.Pacing.Nanos;
import org.camsweep.net.Pacing.Wake;
import org.camsweep.site.Address;
import org.camsweep.site.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets packets go at the allowed rate: a token bucket for all together, one for each network and
 * one for each gateway (bursts of at most 10 ms), a spacing for each host, and limits on open
 * connections, each host's and all. Lives on one event loop and is touched only there.
 */
final class Pacer {
  /** When a line is looked at again. */
  private record Turn(long at, Line line) {}

  private static final long MIN_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

  private static final Logger log = LoggerFactory.getLogger(Pacer.class);

  private final Wake wake;
  private final Nanos clock;
  private final TokenBucket total;
  private final Tally tally;
  private final Window window;
  private final Lines lines = new Lines();
  private final ArrayDeque<Lane> lanes = new ArrayDeque<>();
  private final PriorityQueue<Turn> later = new PriorityQueue<>(Comparator.comparingLong(Turn::at));
  private int slowness = 1;
  private boolean pumping;
  private long wakeAt = Long.MAX_VALUE;
  private boolean stopped;
  private volatile long sent;

  /**
   * @param rate packets per second in all
   * @param window connections open at one time in all
   */
  Pacer(Wake wake, Nanos clock, int rate, Window window) {
    this(wake, clock, rate, window, new Tally());
  }

  /**
   * @param tally learns what each host is sent
   */
  Pacer(Wake wake, Nanos clock, int rate, Window window, Tally tally) {
    this.tally = tally;
    this.wake = wake;
    this.clock = clock;
    this.total = new TokenBucket(rate, clock.nanos());
    this.window = window;
  }

  /**
   * Queues a job; it starts as soon as the pace allows.
   *
   * @param lives whether the host is known to live
   */
  void submit(Address host, Pace pace, Lane lane, boolean lives, Job job) {
    Line line = lines.of(host, pace, lane, clock.nanos());
    if (lives) {
      line.lives();
    }
    line.add(job);
    enqueue(line);
    pump();
  }

  /** Charges packets that a job sent beyond its first. */
  void charge(Line line, int packets) {
    count(line, packets);
    total.take(packets);
    line.lane().spend(packets);
    line.spend(packets, clock.nanos(), slowness);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
  private void count(Line line, int packets) {
    sent += packets;
    tally.packets(line.host(), packets);
  }

  /** A job's connection is closed, or its datagram is sent. */
  void done(Line line, boolean connected) {
    if (connected) {
      line.closed();
      window.closed();
    }
    enqueue(line);
    pump();
  }

  /** A connection is closed and its job must start anew, after a while and before the others. */
  void again(Line line, Job job, long afterNanos) {
    line.rest(clock.nanos(), afterNanos);
    line.addFirst(job);
    done(line, job.connects());
  }

  /** Nothing is sent to the host for a while. */
  void rest(Line line, long nanos) {
    line.rest(clock.nanos(), nanos);
  }

  /** What waits for a host stays where it is until {@link #go}. */
  void pause(Address host, Pace pace, Lane lane) {
    lines.of(host, pace, lane, clock.nanos()).paused(true);
  }

  /** The opposite of {@link #pause}. */
  void go(Address host) {
    lines
        .find(host)
        .ifPresent(
            line -> {
              line.paused(false);
              enqueue(line);
              pump();
            });
  }

  /** Starts a job past what waits for a paused host; charged, not waited for. */
  void past(Address host, Job job) {
    Optional<Line> line = lines.find(host);
    if (line.isPresent() && !stopped) {
      line.get().past(job);
      opened(job);
      charge(line.get(), 1);
      start(job, line.get());
    } else {
      job.drop("stopped");
    }
  }

  /** Takes away what waits for a host. */
  List<Job> drop(Address host) {
    return lines.find(host).map(Line::drain).orElse(List.of());
  }

  /** Everything is sent this many times slower from now on. */
  void slow(int times) {
    slowness *= times;
    total.slow(times);
  }

  /** Nothing is started any more; what waits is dropped. */
  void stop() {
    stopped = true;
    lanes.forEach(Lane::clear);
    lanes.clear();
    later.clear();
    lines.clear();
  }

  /** How many hosts are remembered: those with work, and those whose spacing still runs. */
  int remembered() {
    return lines.size();
  }

  Window window() {
    return window;
  }

  /** Packets sent, as they are charged; any thread may ask. */
  long sent() {
    return sent;
  }

  private void opened(Job job) {
    if (job.connects()) {
      window.opened();
    }
  }

  private void enqueue(Line line) {
    if (stopped) {
      return;
    }
    lines.leaveIfIdle(line);
    if (line.isQueued() || !line.eligible()) {
      return;
    }
    line.queued(true);
    if (line.nextAt() <= clock.nanos()) {
      ready(line);
    } else {
      later.add(new Turn(line.nextAt(), line));
    }
  }

  private void ready(Line line) {
    Lane lane = line.lane();
    lane.ready(line);
    if (!lane.isListed()) {
      lane.listed(true);
      lanes.add(lane);
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
    while (total.hasOne() && blocked < lanes.size()) {
      Lane lane = lanes.remove();
      blocked = lane.allows(now) && startOne(lane, now) ? 0 : blocked + 1;
      if (lane.isEmpty()) {
        lane.listed(false);
      } else {
        lanes.add(lane);
      }
    }
    pumping = false;
    wakeLater(now);
  }

  private boolean startOne(Lane lane, long now) {
    for (Line line = lane.next(window.hasRoom());
        line != null;
        line = lane.next(window.hasRoom())) {
      line.queued(false);
      if (line.eligible() && (window.hasRoom() || !line.onlyConnects())) {
        Job job = line.take(window.hasRoom());
        opened(job);
        count(line, 1);
        total.take(1);
        lane.flow();
        line.spend(1, now, slowness);
        start(job, line);
        enqueue(line);
        return true;
      }
      enqueue(line); // its connections are all in use, or it was paused
    }
    return false;
  }

  /** A fault of ours ends its own question: it must not stop everything that waits behind it. */
  private void start(Job job, Line line) {
    try {
      job.start(line);
    } catch (RuntimeException | LinkageError e) {
      log.debug("a question to {} could not be put", line.host(), e);
      job.drop("fault: " + e);
      done(line, job.connects());
    }
  }

  private void wakeDue(long now) {
    while (!later.isEmpty() && later.peek().at() <= now) {
      Line line = later.remove().line();
      line.queued(false);
      enqueue(line); // its time may have moved on
    }
    lines.forget(now);
  }

  private void wakeLater(long now) {
    long at = Math.min(later.isEmpty() ? Long.MAX_VALUE : later.peek().at(), lines.nextAt());
    for (Lane lane : lanes) {
      if (lane.has(window.hasRoom())) { // a connection that closes pumps too
        at = Math.min(at, now + Math.max(total.nanosToOne(), lane.nanosToOne()));
      }
    }
    if (at < wakeAt) { // else woken before that anyway
      wakeAt = at;
      wake.after(Math.max(MIN_WAIT, at - now), this::turn);
    }
  }
}
