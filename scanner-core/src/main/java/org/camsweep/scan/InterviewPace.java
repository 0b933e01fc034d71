package org.camsweep.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.camsweep.interview.Interviewer;
import org.camsweep.observe.Asked;
import org.camsweep.probe.interview.InterviewProbe;
import org.camsweep.site.Address;
import org.camsweep.site.Target;

/**
 * The pace of the interviews and of SNMP: what they send does not pass through the edge, so it is
 * counted here as the edge counts its own, against the same rates: in all, and for each host.
 * Thread-safe.
 */
final class InterviewPace {
  /** SYN, its answer's ACK, the question in up to two, the answer's ACK, FIN. */
  private static final int PACKETS = 6;

  /** A TLS handshake beside it. */
  private static final int TLS_PACKETS = 3;

  private final long nanosPerPacket;
  private final BooleanSupplier stopped;
  private final Map<Address, Long> hosts = new HashMap<>();
  private long nextAt = System.nanoTime();
  private final Map<Address, Asked> asked = new HashMap<>();
  private long calls;

  /**
   * @param rate packets per second in all
   */
  InterviewPace(int rate, BooleanSupplier stopped) {
    this.nanosPerPacket = TimeUnit.SECONDS.toNanos(1) / rate;
    this.stopped = stopped;
  }

  /** Waits for a call's turn; false if the scan was stopped, or this thread interrupted. */
  boolean take(Target target, Interviewer.Door door) {
    int exchanges = door.challenge() == Interviewer.Challenge.HTTP_DIGEST ? 2 : 1;
    long packets = (long) exchanges * (PACKETS + (door.tls() ? TLS_PACKETS : 0));
    boolean taken = waited(reserve(target, packets));
    if (taken) {
      sent(target.address(), Asked.by(InterviewProbe.ID, 1, packets));
    }
    return taken;
  }

  private synchronized void sent(Address host, Asked more) {
    asked.merge(host, more, Asked::plus);
  }

  /** What a device was sent in calls since this was last asked, as they are charged. */
  synchronized Asked takeAsked(Address host) {
    Asked all = asked.remove(host);
    return all == null ? Asked.NOTHING : all;
  }

  /** Waits for a single datagram's turn; false as above. */
  boolean take(Target target) {
    return waited(reserve(target, 1));
  }

  private boolean waited(long at) {
    while (!stopped.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      long left = at - System.nanoTime();
      if (left <= 0) {
        return true;
      }
      java.util.concurrent.locks.LockSupport.parkNanos(
          Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
    }
    return false;
  }

  private synchronized long reserve(Target target, long packets) {
    long now = System.nanoTime();
    long host = hosts.getOrDefault(target.address(), now);
    long at = Math.max(now, Math.max(nextAt, host));
    long hostPacket = TimeUnit.SECONDS.toNanos(1) / target.network().pace().hostRate();
    hosts.put(target.address(), at + packets * hostPacket);
    nextAt = at + packets * nanosPerPacket;
    calls++;
    return at;
  }

  synchronized long calls() {
    return calls;
  }
}
