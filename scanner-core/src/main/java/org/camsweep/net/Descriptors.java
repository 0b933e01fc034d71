package org.camsweep.net;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How many connections this process may hold open at a time. */
public final class Descriptors {
  /** For files, jars and datagram sockets. */
  private static final long KEPT = 512;

  private static final int MOST = 16_384;

  /** Java's own files, the probes' sockets, and a few connections. */
  public static final long LEAST = 200;

  private Descriptors() {}

  /** How many files this process may hold open; very many where the system does not tell. */
  public static long allowed() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  /**
   * How many sockets for one question each may be open at one time: each is for as long as an
   * answer is waited for, a second and a half, so that fewer would hold up what asks many living
   * hosts.
   */
  static int ownSockets() {
    return (int) Math.max(8, Math.min(MOST / 4, (allowed() - KEPT) / 4));
  }

  /**
   * Connections that wait at one time when every one times out, and a quarter more; within what the
   * system allows. NIO holds on to closed ones for a while, so half of the limit is used.
   */
  static int window(int rate, Duration timeout) {
    long wanted = Math.max(256, rate * timeout.toMillis() * 5 / 4_000);
    long allowed =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? (unix.getMaxFileDescriptorCount() - KEPT) / 2
            : MOST;
    return (int) Math.max(64, Math.min(Math.min(wanted, allowed), MOST));
  }
}
