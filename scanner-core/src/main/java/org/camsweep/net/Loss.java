package org.camsweep.net;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How much gets lost on the way, network by network: of the connections to hosts that live, those
 * that came about only after the kernel had sent again. Thread-safe.
 */
public final class Loss {
  private static final int ENOUGH = 20;
  private static final int SOME = 2;
  private static final double WORTH_ASKING_AGAIN = 0.01;

  /**
   * What was measured of one network.
   *
   * @param connections that came about
   * @param repeated those of them that needed a second packet
   */
  public record Measured(long connections, long repeated) {
    /**
     * An estimate of the share of lost packets, there or back; empty if too little was measured.
     */
    public Optional<Double> share() {
      return connections < ENOUGH ? Optional.empty() : Optional.of((double) repeated / connections);
    }
  }

  private static final class Count {
    private final LongAdder connections = new LongAdder();
    private final LongAdder repeated = new LongAdder();
  }

  private final Map<String, Count> networks = new ConcurrentHashMap<>();
  private volatile boolean here;

  /** A connection to a living host came about, or was refused by it. */
  void connected(String network, boolean repeated) {
    Count count = networks.computeIfAbsent(network, n -> new Count());
    count.connections.increment();
    if (repeated) {
      count.repeated.increment();
    }
  }

  /** This machine itself threw packets away. */
  public void here() {
    here = true;
  }

  /** Whether so much is lost that silence must be asked again before it is believed. */
  public boolean matters(String network) {
    Measured measured = of(network);
    return here
        || (measured.repeated() >= SOME
            && measured.share().map(s -> s >= WORTH_ASKING_AGAIN).orElse(false));
  }

  /** What was measured of each network, by its name. */
  public Map<String, Measured> all() {
    Map<String, Measured> all = new TreeMap<>();
    networks.keySet().forEach(n -> all.put(n, of(n)));
    return all;
  }

  private Measured of(String network) {
    Count count = networks.get(network);
    return count == null
        ? new Measured(0, 0)
        : new Measured(count.connections.sum(), count.repeated.sum());
  }
}
