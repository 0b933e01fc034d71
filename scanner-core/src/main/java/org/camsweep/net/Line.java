package org.camsweep.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camsweep.site.Address;
import org.camsweep.site.Pace;

/** The jobs of one host, waiting for their turn. Touched only on the edge's event loop. */
final class Line {
  /** How long it is remembered how a host that lives wants to be asked. */
  private static final long MEMORY = TimeUnit.SECONDS.toNanos(30);

  private final Address host;
  private final Pace pace;
  private final Lane lane;
  private final long order;
  private final Manner manner = new Manner();
  private final ArrayDeque<Job> datagrams = new ArrayDeque<>();
  private final ArrayDeque<Job> connects = new ArrayDeque<>();
  private int open;
  private boolean living;
  private long place;
  private long nextAt;
  private boolean queued;
  private boolean leaving;
  private boolean paused;

  /**
   * @param order how many hosts came before it
   */
  Line(Address host, Pace pace, Lane lane, long now, long order) {
    this.host = host;
    this.order = order;
    this.pace = pace;
    this.lane = lane;
    this.nextAt = now;
  }

  Address host() {
    return host;
  }

  Lane lane() {
    return lane;
  }

  /** How this host wants to be asked. */
  Manner manner() {
    return manner;
  }

  /** When the host's pace allows the next packet. */
  long nextAt() {
    return nextAt;
  }

  /** When a host without work is forgotten: not before its spacing has run. */
  long forgetAt() {
    return manner.known() ? nextAt + MEMORY : nextAt;
  }

  /** Whether the pacer holds it in one of its queues. */
  boolean isQueued() {
    return queued;
  }

  void queued(boolean now) {
    queued = now;
    place = living ? order - Long.MAX_VALUE : order;
  }

  /**
   * Whose turn is first, the smaller: those known to live, then those that came first. What was
   * begun is finished before more is begun, so that little is under way at any moment. Stays as it
   * is while the line is in a queue.
   */
  long place() {
    return place;
  }

  /** It is known from now on that somebody is there. */
  void lives() {
    living = true;
  }

  /** Whether the pacer is to forget it once its time has come. */
  boolean isLeaving() {
    return leaving;
  }

  void leaving(boolean now) {
    leaving = now;
  }

  void paused(boolean now) {
    paused = now;
  }

  void add(Job job) {
    (job.connects() ? connects : datagrams).add(job);
  }

  /** Puts a job that must start anew before the others. */
  void addFirst(Job job) {
    (job.connects() ? connects : datagrams).addFirst(job);
  }

  boolean idle() {
    return datagrams.isEmpty() && connects.isEmpty() && open == 0 && !paused;
  }

  boolean eligible() {
    return !paused
        && (!datagrams.isEmpty() || (!connects.isEmpty() && open < pace.hostConnections()));
  }

  /** Whether all that waits opens a connection. */
  boolean onlyConnects() {
    return datagrams.isEmpty();
  }

  /**
   * The next job; to be called only while {@link #eligible}. Connections first: they wait longest
   * where nobody is.
   *
   * @param room whether one more connection may be opened at all
   */
  Job take(boolean room) {
    boolean connect = room && !connects.isEmpty() && open < pace.hostConnections();
    if (!connect && !datagrams.isEmpty()) {
      return datagrams.remove();
    }
    open++;
    return connects.remove();
  }

  /** A job starts past the others. */
  void past(Job job) {
    open += job.connects() ? 1 : 0;
  }

  /** Takes away everything that waits. */
  List<Job> drain() {
    List<Job> all = new ArrayList<>(datagrams);
    all.addAll(connects);
    datagrams.clear();
    connects.clear();
    return all;
  }

  /** How many connections too many it has, with so many idle ones beside those in use. */
  int over(int idle) {
    return open + idle - pace.hostConnections();
  }

  /** A connection is closed. */
  void closed() {
    open--;
  }

  /** Packets were sent. */
  void spend(int packets, long now, int slowness) {
    long spacing = TimeUnit.SECONDS.toNanos(1) / pace.hostRate() * manner.slowness() * slowness;
    nextAt = Math.max(nextAt, now) + packets * spacing;
  }

  /** Nothing is sent for a while. */
  void rest(long now, long nanos) {
    nextAt = Math.max(nextAt, now + nanos);
  }
}
