package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.camsweep.net.Edge;
import org.camsweep.net.Links;
import org.camsweep.net.Nic;
import org.camsweep.net.mdns.Browser;
import org.camsweep.net.neighbours.Neighbour;
import org.camsweep.net.neighbours.NeighbourTable;
import org.camsweep.probe.spi.Probe;
import org.camsweep.report.Unheard;
import org.camsweep.site.Address;

/** The questions to everybody on the links of the scope, and what the links show by themselves. */
final class LinkRound {
  /** A responder may wait half a second before it answers; four seconds are SOAP-over-UDP's own. */
  private static final Duration LISTEN = Duration.ofMillis(4_500);

  /** A link whose answers this machine failed to hear is called so often in all. */
  static final int MOST_CALLS = 3;

  /** The kernel forgets a neighbour that is not spoken to for a minute, where there are many. */
  private static final Duration LOOK = Duration.ofSeconds(15);

  /** Entries that are remembered; more than any link has. */
  private static final int MOST_NEIGHBOURS = 65_536;

  private final ScanPlan plan;
  private final Links links;
  private final Edge edge;
  private final Understanding understanding;
  private final Announcements announcements;
  private final Consumer<Runnable> inbox;
  private final List<String> remarks = new ArrayList<>();
  private Optional<Browser> browser = Optional.empty();
  private List<Probe.Multicast> called = List.of();
  private final Set<Neighbour> neighbours = new LinkedHashSet<>();
  private Instant lookAt = Instant.MIN;
  private Instant until = Instant.MIN;
  private long since;
  private int calls;

  LinkRound(
      ScanPlan plan,
      Edge edge,
      Understanding understanding,
      Announcements announcements,
      Consumer<Runnable> inbox) {
    this.plan = plan;
    this.understanding = understanding;
    this.links = edge.links();
    this.edge = edge;
    this.announcements = announcements;
    this.inbox = inbox;
  }

  /** Starts to call. */
  void call() {
    browse();
    if (links.nics().isEmpty()) {
      remarks.add("no interface of this machine is on a link of the scope: nothing was multicast");
    }
    call(plan.multicast());
  }

  private void call(List<Probe.Multicast> probes) {
    Duration longest = Duration.ZERO;
    called = List.copyOf(probes);
    since = System.nanoTime();
    calls++;
    for (Probe.Multicast probe : probes) {
      Optional<Duration> put = understanding.questions(probe, () -> links.call(probe, edge::uuid));
      if (put.isEmpty() && calls == 1) {
        remarks.add(probe.id().name() + " was not put to the links, or not in whole: it failed");
      }
      Duration sending = put.orElse(Duration.ZERO);
      longest = sending.compareTo(longest) > 0 ? sending : longest;
    }
    until = edge.now().plus(links.listening().isEmpty() ? Duration.ZERO : longest.plus(LISTEN));
  }

  /**
   * Whether answers are still awaited. Where this machine threw some away, the call is repeated:
   * who answers by multicast only would else be missing without a word.
   */
  boolean awaits() {
    lookAtNeighbours();
    if (edge.now().isBefore(until)) {
      return true;
    }
    List<Probe.Multicast> lost =
        called.stream().filter(p -> links.droppedSince(p.id(), since)).toList();
    if (lost.isEmpty()) {
      called = List.of();
      return false;
    }
    if (calls < MOST_CALLS) {
      edge.counters().add("asked-again.calls", lost.size());
      call(lost);
      return true;
    }
    lost.forEach(p -> edge.counters().add(Unheard.CALL + p.id().name(), 1));
    called = List.of();
    return false;
  }

  /** Hardware addresses are collected on the way: at the end of a long scan many are forgotten. */
  private void lookAtNeighbours() {
    if (edge.now().isBefore(lookAt) || links.nics().isEmpty()) {
      return;
    }
    lookAt = edge.now().plus(LOOK);
    NeighbourTable.read().stream()
        .filter(n -> links.nics().stream().anyMatch(nic -> isOf(nic, n)))
        .filter(n -> neighbours.size() < MOST_NEIGHBOURS)
        .forEach(neighbours::add);
  }

  /** How long a call and the wait for its answers take. */
  static double seconds(List<Probe.Multicast> probes, Address own) {
    int most = probes.stream().mapToInt(p -> p.call(new UUID(0, 0), own).size()).max().orElse(0);
    return Links.sending(most).plus(LISTEN).toMillis() / 1_000.0;
  }

  /** Browses DNS-SD on the links, unless the operator switched mDNS off. */
  private void browse() {
    boolean wanted = plan.probes().stream().anyMatch(p -> p.id().equals(Understanding.MDNS));
    if (wanted && !links.nics().isEmpty()) {
      browser =
          Optional.of(new Browser(links.nics(), s -> inbox.accept(() -> announcements.service(s))));
    }
  }

  /**
   * Ends the round.
   *
   * @param withNeighbours whether the neighbour table is read
   */
  void close(boolean withNeighbours) {
    browser.ifPresent(b -> remarks.addAll(b.trouble()));
    browser.ifPresent(Browser::close);
    if (withNeighbours) {
      lookAt = Instant.MIN;
      lookAtNeighbours();
      for (Neighbour neighbour : neighbours) {
        links.nics().stream()
            .filter(n -> isOf(n, neighbour))
            .findFirst()
            .ifPresent(n -> announcements.neighbour(neighbour.at(n.scoped(neighbour.address()))));
      }
    }
    remarks.addAll(announcements.remarks());
  }

  /** Every link has the block of link-local addresses: there the interface's name decides. */
  private static boolean isOf(Nic nic, Neighbour neighbour) {
    boolean named = neighbour.link().isEmpty() || nic.name().equals(neighbour.link());
    return named && nic.onLink(nic.scoped(neighbour.address()));
  }

  List<String> remarks() {
    return remarks;
  }
}
