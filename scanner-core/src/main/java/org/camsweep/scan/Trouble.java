package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camsweep.net.Edge;
import org.camsweep.net.KernelCounts;
import org.camsweep.net.Loss;
import org.camsweep.report.Unheard;

/**
 * What this machine and the way lose: looked at once a second, so that silence that proves nothing
 * is asked again, and told in the report. Lives on the scan's own thread.
 */
final class Trouble {
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** So many questions a second that find no way out, and nearly no others: the way is gone. */
  private static final int FAILING = 5;

  private final Edge edge;
  private final KernelCounts before;
  private final Map<String, Long> counted = new HashMap<>();
  private Instant next;
  private long noRouteBefore;
  private long sentBefore;
  private final WayOut way;
  private Optional<String> lost = Optional.empty();
  private boolean cutOff;

  Trouble(Edge edge, WayOut way) {
    this.way = way;
    this.edge = edge;
    this.before = edge.kernelCounts();
    this.next = edge.now().plus(EVERY);
  }

  void look() {
    if (edge.now().isBefore(next)) {
      return;
    }
    next = edge.now().plus(EVERY);
    lookForTheWayOut();
    if (lost.isEmpty()) {
      lost = way.trouble();
      cutOff |= lost.isPresent();
    }
    edge.kernelCounts()
        .since(before)
        .forEach(
            (name, n) -> {
              edge.counters().add(name, n - counted.getOrDefault(name, 0L));
              counted.put(name, n);
              if (name.equals(KernelCounts.NEIGHBOURS)) {
                edge.loss().here(); // of datagrams each socket tells by itself what is in doubt
              }
            });
  }

  /** Whether nearly nothing can leave this machine any more. */
  boolean cutOff() {
    return cutOff;
  }

  /** Why nothing can, if so. */
  Optional<String> why() {
    return cutOff
        ? Optional.of(
            "this machine has no way to the scope any more ("
                + lost.orElse("an interface or a route is gone")
                + ")")
        : Optional.empty();
  }

  private void lookForTheWayOut() {
    long noRoute = edge.counters().get("local.no-route");
    long sent = edge.counters().get("sent.connects") + edge.counters().get("sent.datagrams");
    long failing = noRoute - noRouteBefore;
    cutOff |= failing >= FAILING && failing * 10 >= (sent - sentBefore) * 9;
    noRouteBefore = noRoute;
    sentBefore = sent;
  }

  /** In plain words; counts everything that happened up to now. */
  List<String> remarks() {
    next = edge.now();
    look();
    if (!before.told()) {
      edge.counters().add(Unheard.NOT_TOLD, 1);
    }
    List<String> remarks = new ArrayList<>();
    why()
        .ifPresent(
            why ->
                remarks.add(
                    why + ": the scan stopped itself; see to it, then go on with --resume"));
    edge.loss().all().forEach((network, measured) -> ofLoss(network, measured, remarks));
    remarkIf(
        KernelCounts.DATAGRAMS,
        "datagrams came to this machine and found its receive buffers full; every question and"
            + " call whose answer may have been among them was put again",
        remarks);
    remarkIf(
        KernelCounts.NEIGHBOURS,
        "packets found no place in this machine's neighbour table; silent addresses were asked"
            + " again; 'camsweep doctor' tells how to enlarge it",
        remarks);
    return remarks;
  }

  private void remarkIf(String counter, String text, List<String> remarks) {
    long n = counted.getOrDefault(counter, 0L);
    if (n > 0) {
      remarks.add(n + " " + text);
    }
  }

  private void ofLoss(String network, Loss.Measured measured, List<String> remarks) {
    edge.counters().add("loss.connections", measured.connections());
    edge.counters().add("loss.repeated", measured.repeated());
    if (edge.loss().matters(network) && measured.repeated() > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "network %s loses about %.0f %% of packets (%d of %d connections needed a second"
                  + " one); silent addresses were asked again",
              network,
              Math.max(1, measured.share().orElse(0.0) * 100),
              measured.repeated(),
              measured.connections()));
    }
  }
}
