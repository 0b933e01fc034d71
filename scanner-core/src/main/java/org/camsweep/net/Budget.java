package org.camsweep.net;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long it takes to send what a scan wants to send, with the limits that the pacer keeps: all
 * networks are asked at the same time, so the narrowest limit is the clock. Pure arithmetic.
 */
public final class Budget {
  /** New flows a second that one router is asked to carry, whatever the rate. */
  public static final int ROUTER_FLOWS = Lanes.GATEWAY_FLOWS;

  /** What can hold a scan back. */
  public enum Limit {
    /** Packets a second in all. */
    TOTAL,
    /** Packets a second of a network. */
    NETWORK,
    /** New flows a second through one router. */
    ROUTER,
    /** Places in this machine's neighbour table. */
    NEIGHBOURS,
    /** Connections that this process may hold open. */
    CONNECTIONS
  }

  /**
   * What one network is to be sent.
   *
   * @param rate packets a second that it allows
   * @param packets in all
   * @param unanswered connections that wait until they time out
   * @param flows those that open a flow, by router; those on a link of this machine are left out
   */
  public record Load(int rate, double packets, double unanswered, Map<String, Double> flows) {
    public Load {
      flows = Map.copyOf(flows);
    }
  }

  /**
   * How long, and what it is that holds the scan back.
   *
   * @param seconds for the sending alone
   */
  public record Time(double seconds, Limit limit) {}

  private Budget() {}

  /**
   * The time that all of them take, asked at the same time.
   *
   * @param total packets a second in all
   * @param neighbourSeconds how long the addresses on this machine's links take for want of places
   *     in its neighbour table; 0 for none
   */
  public static Time of(int total, List<Load> loads, double neighbourSeconds) {
    double packets = loads.stream().mapToDouble(Load::packets).sum();
    double unanswered = loads.stream().mapToDouble(Load::unanswered).sum();
    double waits =
        RoundTrips.KNOCK.toMillis() / 1_000.0 / Descriptors.window(total, RoundTrips.KNOCK);
    Map<String, Double> flows = new HashMap<>();
    loads.forEach(load -> load.flows().forEach((router, n) -> flows.merge(router, n, Double::sum)));
    return Stream.of(
            Stream.of(new Time(packets / total, Limit.TOTAL)),
            loads.stream().map(load -> new Time(load.packets() / load.rate(), Limit.NETWORK)),
            flows.values().stream().map(n -> new Time(n / ROUTER_FLOWS, Limit.ROUTER)),
            Stream.of(new Time(neighbourSeconds, Limit.NEIGHBOURS)),
            Stream.of(new Time(unanswered * waits, Limit.CONNECTIONS)))
        .flatMap(times -> times)
        .max(Comparator.comparingDouble(Time::seconds))
        .orElseThrow();
  }
}
