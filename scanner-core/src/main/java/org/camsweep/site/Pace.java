package org.camsweep.site;

/**
 * How fast a network may be asked.
 *
 * @param rate packets per second, all targets together, 1 to 100,000
 * @param hostRate packets per second to one target, 1 to 1,000
 * @param hostConnections TCP connections open to one target at a time, 1 to 16
 */
public record Pace(int rate, int hostRate, int hostConnections) {
  public static final int MAX_RATE = 100_000;
  public static final int MAX_HOST_RATE = 1_000;
  public static final int MAX_HOST_CONNECTIONS = 16;

  /** The default: 1,000 packets/s in all, 40 per host, 2 connections per host. */
  public static final Pace STANDARD = new Pace(1_000, 40, 2);

  /** For fragile networks: 50 packets/s in all, 5 per host, 1 connection. */
  public static final Pace GENTLE = new Pace(50, 5, 1);

  public Pace {
    check("rate", rate, MAX_RATE);
    check("hostRate", hostRate, MAX_HOST_RATE);
    check("hostConnections", hostConnections, MAX_HOST_CONNECTIONS);
  }

  private static void check(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " " + value + " is not from 1 to " + max);
    }
  }

  /** The slower of two paces in every respect. */
  public Pace atMost(Pace other) {
    return new Pace(
        Math.min(rate, other.rate),
        Math.min(hostRate, other.hostRate),
        Math.min(hostConnections, other.hostConnections));
  }
}
