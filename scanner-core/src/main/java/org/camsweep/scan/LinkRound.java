package org.camsweep.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.camsweep.net.Edge;
import org.camsweep.net.Links;
import org.camsweep.net.Nic;
import org.camsweep.net.mdns.Browser;
import org.camsweep.net.neighbours.Neighbour;
import org.camsweep.net.neighbours.NeighbourTable;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;

/** The questions to everybody on the links of the scope, and what the links show by themselves. */
final class LinkRound {
  /** A responder may wait half a second before it answers; four seconds are SOAP-over-UDP's own. */
  private static final Duration LISTEN = Duration.ofMillis(4_500);

  private final ScanPlan plan;
  private final Links links;
  private final Edge edge;
  private final Understanding understanding;
  private final Announcements announcements;
  private final Consumer<Runnable> inbox;
  private final List<String> remarks = new ArrayList<>();
  private Optional<Browser> browser = Optional.empty();

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

  /** Starts to call; says how long answers are to be awaited. */
  Duration call() {
    browse();
    Duration longest = Duration.ZERO;
    if (links.nics().isEmpty()) {
      remarks.add("no interface of this machine is on a link of the scope: nothing was multicast");
    }
    for (Probe.Multicast probe : plan.multicast()) {
      Optional<Duration> called =
          understanding.questions(probe, () -> links.call(probe, edge::uuid));
      if (called.isEmpty()) {
        remarks.add(probe.id().name() + " was not put to the links, or not in whole: it failed");
      }
      Duration sending = called.orElse(Duration.ZERO);
      longest = sending.compareTo(longest) > 0 ? sending : longest;
    }
    return links.listening().isEmpty() ? Duration.ZERO : longest.plus(LISTEN);
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
      for (Neighbour neighbour : NeighbourTable.read()) {
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
