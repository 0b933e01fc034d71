package org.camsweep.net;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camsweep.site.Address;

/**
 * How long answers take to come, by neighbourhood (an IPv4 /24, an IPv6 /64), as RFC 6298 estimates
 * it; and from that how long to wait for the first answer of a host of which nothing is known. A
 * neighbourhood that was not measured is waited for in full. Touched only on the edge's event loop.
 */
final class RoundTrips {
  /** Long enough for any site, and short of the second at which the kernel sends again. */
  static final Duration KNOCK = Duration.ofMillis(950);

  /** For hosts that live: the kernel sends again after one second, and after three. */
  static final Duration PATIENT = Duration.ofMillis(3_500);

  /** A device that sleeps, or must be resolved first, answers later than its neighbours. */
  private static final Duration LEAST = Duration.ofMillis(300);

  private static final int ENOUGH = 4;
  private static final int MOST_NEIGHBOURHOODS = 4_096;

  private final Map<Integer, Estimate> estimates =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Estimate> eldest) {
          return size() > MOST_NEIGHBOURHOODS;
        }
      };

  private static final class Estimate {
    private int samples;
    private double smoothed;
    private double deviation;

    private void add(long nanos) {
      if (samples++ == 0) {
        smoothed = nanos;
        deviation = nanos / 2.0;
      } else {
        deviation = 0.75 * deviation + 0.25 * Math.abs(smoothed - nanos);
        smoothed = 0.875 * smoothed + 0.125 * nanos;
      }
    }
  }

  /** An answer took so long. */
  void measured(Address host, long nanos) {
    estimates.computeIfAbsent(neighbourhood(host), n -> new Estimate()).add(nanos);
  }

  /**
   * How long to wait for a connection.
   *
   * @param patient whether the host is known to live
   */
  Duration wait(Address host, boolean patient) {
    if (patient) {
      return PATIENT;
    }
    Estimate estimate = estimates.get(neighbourhood(host));
    if (estimate == null || estimate.samples < ENOUGH) {
      return KNOCK;
    }
    long nanos = (long) (estimate.smoothed + 4 * estimate.deviation);
    return Duration.ofNanos(Math.max(LEAST.toNanos(), Math.min(KNOCK.toNanos(), nanos)));
  }

  /**
   * Whether an answer that took so long came to a repeated packet: the kernel's first is at 1 s.
   */
  static boolean wasRepeated(long nanos) {
    return nanos >= TimeUnit.MILLISECONDS.toNanos(980);
  }

  private static int neighbourhood(Address host) {
    byte[] bytes = host.bytes();
    int near = Arrays.hashCode(Arrays.copyOf(bytes, host.isV4() ? 3 : 8));
    return near * 31 + host.zone().hashCode();
  }
}
