package org.camsweep.net;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.camsweep.site.Pace;

/** The jobs of one host, waiting for their turn. Touched only on the edge's event loop. */
final class Line {
  private final InetAddress host;
  private final Pace pace;
  private final ArrayDeque<Job> datagrams = new ArrayDeque<>();
  private final ArrayDeque<Job> connects = new ArrayDeque<>();
  private int open;
  private long nextAt;
  private boolean queued;

  Line(InetAddress host, Pace pace, long now) {
    this.host = host;
    this.pace = pace;
    this.nextAt = now;
  }

  InetAddress host() {
    return host;
  }

  /** When the host's pace allows the next packet. */
  long nextAt() {
    return nextAt;
  }

  /** Whether the pacer holds it in one of its queues. */
  boolean isQueued() {
    return queued;
  }

  void queued(boolean now) {
    queued = now;
  }

  void add(Job job) {
    (job.connects() ? connects : datagrams).add(job);
  }

  boolean idle() {
    return datagrams.isEmpty() && connects.isEmpty() && open == 0;
  }

  boolean eligible() {
    return !datagrams.isEmpty() || (!connects.isEmpty() && open < pace.hostConnections());
  }

  /**
   * The next job that may start, if there is one; null tells that there is none.
   *
   * @param room whether one more connection may be opened at all
   */
  Job take(boolean room) {
    if (!datagrams.isEmpty()) {
      return datagrams.poll();
    }
    if (!room || open >= pace.hostConnections()) {
      return null;
    }
    Job job = connects.poll();
    open += job == null ? 0 : 1;
    return job;
  }

  /** A connection is closed. */
  void closed() {
    open--;
  }

  /** Packets were sent. */
  void spend(int packets, long now) {
    nextAt = Math.max(nextAt, now) + packets * spacing();
  }

  private long spacing() {
    return TimeUnit.SECONDS.toNanos(1) / pace.hostRate();
  }
}
