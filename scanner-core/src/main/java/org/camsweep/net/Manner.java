package org.camsweep.net;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/**
 * How one device wants to be asked, learned from how it takes it. Each sign of trouble doubles the
 * time between packets, up to eightfold; eight exchanges in a row that went well halve it again. A
 * closed port is no trouble; one that was open and now refuses is.
 */
final class Manner {
  static final int SLOWEST = 8;

  private static final int GOOD_ROW = 8;

  /** How many connections are believed to show the device's usual delay. */
  private static final int FIRST = 3;

  private static final long MARGIN = TimeUnit.MILLISECONDS.toNanos(200);

  private final BitSet opened = new BitSet();
  private int slowness = 1;
  private int good;
  private int connections;
  private long usual = Long.MAX_VALUE;

  /** Whether the device has shown anything that is worth remembering. */
  boolean known() {
    return connections > 0 || slowness > 1;
  }

  /** By how much the usual spacing is stretched, 1 to {@value #SLOWEST}. */
  int slowness() {
    return slowness;
  }

  /**
   * The device accepted a connection.
   *
   * @param nanos how long it took
   * @return whether that was a sign of trouble: much longer than at first
   */
  boolean accepted(int port, long nanos) {
    opened.set(port);
    connections++;
    if (connections <= FIRST) {
      usual = Math.min(usual, nanos);
    }
    boolean rising = connections > FIRST && nanos > Math.max(4 * usual, usual + MARGIN);
    if (rising) {
      trouble();
    }
    return rising;
  }

  /** The device refused; says whether that was a sign of trouble. */
  boolean refused(int port) {
    boolean closing = opened.get(port);
    if (closing) {
      trouble();
    }
    return closing;
  }

  /** An exchange came to its proper end. */
  void wentWell() {
    if (++good >= GOOD_ROW) {
      good = 0;
      slowness = Math.max(1, slowness / 2);
    }
  }

  /** The device broke off, or said that it is busy. */
  void trouble() {
    good = 0;
    slowness = Math.min(SLOWEST, slowness * 2);
  }
}
