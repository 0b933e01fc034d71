package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.camsweep.net.Edge;
import org.camsweep.net.Links;
import org.camsweep.net.mdns.Browser;
import org.camsweep.net.neighbours.AllNodes;
import org.camsweep.net.neighbours.EchoCall;
import org.camsweep.probe.echo.EchoProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.report.Unheard;
import org.camsweep.site.Address;

/** The questions to everybody on the links of the scope, and what the links show by themselves. */
final class LinkRound {
  /** A responder may wait half a second before it answers; four seconds are SOAP-over-UDP's own. */
  private static final Duration LISTEN = Duration.ofMillis(4_500);

  /** A link whose answers this machine failed to hear is called so often in all. */
  static final int MOST_CALLS = 3;

  /** Datagrams that found no room at the sockets of the DNS-SD browser. */
  private static final String MDNS_DROPPED = "kernel.mdns-dropped";

  private final ScanPlan plan;
  private final Links links;
  private final Edge edge;
  private final Understanding understanding;
  private final Announcements announcements;
  private final Consumer<Runnable> inbox;
  private final LinkNeighbours neighbours;
  private final List<String> remarks = new ArrayList<>();
  private Optional<Browser> browser = Optional.empty();
  private Optional<AllNodes> allNodes = Optional.empty();
  private boolean lookedAtEnd;
  private List<Probe.Multicast> called = List.of();
  private Instant boundAt = Instant.MIN;
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
    this.neighbours = new LinkNeighbours(edge, announcements);
  }

  /** Starts to call. */
  void call() {
    browse();
    echo();
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
    neighbours.look();
    boundBrowser();
    if (edge.now().isBefore(until) || allNodes.map(AllNodes::isOpen).orElse(false)) {
      return true;
    }
    if (!lookedAtEnd) {
      lookedAtEnd = true;
      neighbours.lookNow(); // who answered has asked for this machine's hardware address
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

  /** Asks all nodes of links whose addresses cannot be asked one by one, unless switched off. */
  private void echo() {
    boolean wanted = plan.probes().stream().anyMatch(p -> p.id().equals(EchoProbe.ID));
    List<EchoCall> calls = EchoCall.of(links.nics(), plan.scope().listenedBlocks());
    if (wanted && !calls.isEmpty()) {
      allNodes =
          Optional.of(
              new AllNodes(
                  calls, (from, link) -> inbox.accept(() -> announcements.echo(from, link))));
    }
  }

  private void boundBrowser() {
    if (!edge.now().isBefore(boundAt)) {
      boundAt = edge.now().plusSeconds(1);
      browser.ifPresent(Browser::bound);
    }
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
    browser.ifPresent(this::countDrops);
    browser.ifPresent(Browser::close);
    allNodes.ifPresent(a -> remarks.addAll(a.trouble()));
    allNodes.ifPresent(AllNodes::close);
    if (withNeighbours) {
      neighbours.lookNow();
      neighbours.tell();
    }
    remarks.addAll(announcements.remarks());
  }

  /** jmDNS repeats its questions by itself; what it still missed nobody can tell. */
  private void countDrops(Browser browsed) {
    long dropped = browsed.dropped();
    if (dropped > 0) {
      edge.counters().add(MDNS_DROPPED, dropped);
    }
    if (dropped > 0 || browsed.isFlooded()) {
      edge.counters().add(Unheard.CALL + Understanding.MDNS.name(), 1);
    }
  }

  List<String> remarks() {
    return remarks;
  }
}
