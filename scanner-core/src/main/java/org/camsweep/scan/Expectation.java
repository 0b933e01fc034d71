package org.camsweep.scan;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.camsweep.report.Coverage;
import org.camsweep.report.Report;

/**
 * How many devices a forecast reckons with, and what each is sent.
 *
 * @param devices in all; empty to assume one address in {@value #ONE_IN}
 * @param packetsEach as an earlier scan counted them; empty to reckon them from the probes
 */
public record Expectation(OptionalLong devices, OptionalDouble packetsEach) {
  /** One address in so many is assumed to answer. */
  public static final int ONE_IN = 10;

  /** More devices than this are not assumed in one network. */
  public static final long MOST_ASSUMED = 1_000;

  /** The counter of a report that tells how many packets single hosts were sent. */
  static final String PACKETS = "sent.packets";

  /**
   * How many of these are in a network.
   *
   * @param asked addresses of the network that are asked
   * @param all addresses of all networks that are asked
   */
  double in(double asked, double all) {
    double share = all == 0 ? 0 : asked / all;
    double assumed = Math.min(Math.ceil(asked / ONE_IN), MOST_ASSUMED);
    return Math.min(asked, devices.isPresent() ? devices.getAsLong() * share : assumed);
  }

  /** Nothing is known. */
  public static Expectation assumed() {
    return new Expectation(OptionalLong.empty(), OptionalDouble.empty());
  }

  /** So many devices, as somebody who knows the site says. */
  public static Expectation of(long devices) {
    return new Expectation(OptionalLong.of(devices), OptionalDouble.empty());
  }

  /**
   * As many devices as an earlier scan found, and as many packets for each.
   *
   * @param silentPackets what an address is sent where nobody is
   */
  public static Expectation of(Report earlier, double silentPackets) {
    long devices = 0;
    long silent = 0;
    for (Coverage.PerNetwork network : earlier.coverage().networks()) {
      devices += network.answered() + network.present();
      silent += network.silent();
    }
    long packets = earlier.provenance().counters().getOrDefault(PACKETS, 0L);
    double each = devices == 0 ? 0 : (packets - silent * silentPackets) / devices;
    // Fewer than a silent address gets: the counter is of a part of the scan that was resumed.
    return new Expectation(
        OptionalLong.of(devices),
        each < silentPackets ? OptionalDouble.empty() : OptionalDouble.of(each));
  }
}
