package org.camsweep.net;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The hosts that share limits: those of one network behind one gateway. Packets count against the
 * network, new flows against the gateway, whose table of connections is what a scan can exhaust.
 */
final class Lane {
  private final TokenBucket network;
  private final Optional<TokenBucket> gateway;
  private final PriorityQueue<Line> datagrams = byPlace();
  private final PriorityQueue<Line> connects = byPlace();
  private boolean listed;

  Lane(TokenBucket network, Optional<TokenBucket> gateway) {
    this.network = network;
    this.gateway = gateway;
  }

  private static PriorityQueue<Line> byPlace() {
    return new PriorityQueue<>(Comparator.comparingLong(Line::place));
  }

  /** Whether the pacer holds it among those that have something to send. */
  boolean isListed() {
    return listed;
  }

  void listed(boolean now) {
    listed = now;
  }

  /** Takes a line whose host may be sent to now. */
  void ready(Line line) {
    (line.onlyConnects() ? connects : datagrams).add(line);
  }

  /**
   * The next line; null tells that there is none.
   *
   * @param room whether one more connection may be opened at all
   */
  Line next(boolean room) {
    Line first = datagrams.peek();
    Line other = room ? connects.peek() : null;
    boolean connect = other != null && (first == null || other.place() < first.place());
    return connect ? connects.poll() : datagrams.poll();
  }

  boolean isEmpty() {
    return datagrams.isEmpty() && connects.isEmpty();
  }

  /** Whether there is a line that may go, given that connections may be opened or not. */
  boolean has(boolean room) {
    return !datagrams.isEmpty() || (room && !connects.isEmpty());
  }

  boolean allows(long now) {
    network.refill(now);
    gateway.ifPresent(g -> g.refill(now));
    return network.hasOne() && gateway.map(TokenBucket::hasOne).orElse(true);
  }

  /** One more flow begins, with one packet. */
  void flow() {
    network.take(1);
    gateway.ifPresent(g -> g.take(1));
  }

  void spend(int packets) {
    network.take(packets);
  }

  /** Nanoseconds until a flow is allowed; not positive if it is. */
  long nanosToOne() {
    return Math.max(network.nanosToOne(), gateway.map(TokenBucket::nanosToOne).orElse(0L));
  }

  void clear() {
    datagrams.clear();
    connects.clear();
  }
}
