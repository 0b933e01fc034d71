package org.camsweep.scan;

import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.camsweep.net.Edge;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.site.Address;
import org.camsweep.site.Candidates;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/**
 * The way through the addresses of one network: all of them once, and those that were silent before
 * loss was measured a second time.
 */
final class Way {
  private static final int MOST_ACTIVE = 8_192;

  /**
   * Seconds that the pace takes for the questions of those who are knocked at. One of them is
   * waited for answers; the rest keeps the pacer in work when its thread is held up. Those of whom
   * nothing was asked yet wait behind the others, so a larger number would only take memory.
   */
  private static final int BEGUN_SECONDS = 3;

  private static final int FEW = 32;

  private final ScanPlan plan;
  private final Network network;
  private final ScanSink sink;
  private final OwnAddresses own;
  private final Hosts hosts;
  private final NeighbourRoom room;
  private final Edge edge;
  private final Scope scope;
  private final Candidates candidates;
  private final int most;
  private final int mostKnocking;
  private long passedOver;
  private long againUntil;
  private long again;
  private boolean lossKnown;

  Way(
      ScanPlan plan,
      Network network,
      ScanSink sink,
      OwnAddresses own,
      Hosts hosts,
      NeighbourRoom room,
      Edge edge) {
    this.plan = plan;
    this.network = network;
    this.sink = sink;
    this.own = own;
    this.hosts = hosts;
    this.room = room;
    this.edge = edge;
    this.scope = plan.scope();
    this.candidates = scope.candidates(network, plan.seed());
    int rate = Math.min(plan.rate(), network.pace().rate());
    this.most = Math.max(64, Math.min(MOST_ACTIVE, rate * 2));
    this.mostKnocking = Math.max(FEW, Math.min(most, rate * BEGUN_SECONDS / each(plan)));
  }

  /** How many questions an address is asked where nobody is. */
  private int each(ScanPlan plan) {
    Optional<Target> one =
        LongStream.range(0, Math.min(FEW, candidates.total()))
            .mapToObj(candidates::at)
            .flatMap(a -> scope.admit(a).stream())
            .findFirst();
    try {
      return one.map(t -> Questions.to(t, plan).silent(plan.thorough()).size())
          .filter(n -> n > 0)
          .orElse(1);
    } catch (RuntimeException | StackOverflowError e) {
      return 1; // a probe's own fault, which is told when it is to ask
    }
  }

  boolean hasNext() {
    return candidates.hasNext() || again < againUntil;
  }

  boolean passed(Address address) {
    return candidates.passed(address);
  }

  long total() {
    return candidates.total();
  }

  long passedOver() {
    return passedOver;
  }

  void fill() {
    if (!lossKnown && edge.loss().matters(network.id())) {
      lossKnown = true;
      hosts.lossIsKnown(network.id());
      againUntil = candidates.given(); // those after it are asked again at once
    }
    int budget = 256; // what was heard meanwhile must not wait for the whole block
    while (hosts.roll().size(network.id()) < most
        && hosts.roll().knocking(network.id()) < mostKnocking
        && hasNext()
        && budget-- > 0) {
      if (!room.has()) {
        return;
      }
      if (candidates.hasNext()) {
        first(candidates.next());
      } else {
        second(candidates.at(again++));
      }
    }
  }

  private void first(Address address) {
    Optional<Target> target = scope.admit(address);
    if (plan.earlier().map(e -> e.isDone(address)).orElse(false)) {
      passedOver++;
    } else if (target.isEmpty() || own.contains(address)) {
      passedOver++;
      scope
          .networkOf(address)
          .ifPresent(n -> sink.done(address, n.id(), AddressOutcome.EXCLUDED, Set.of()));
    } else if (!hosts.knows(address)) {
      room.take(address);
      hosts.open(target.get());
    }
  }

  private void second(Address address) {
    Optional<Target> target = scope.admit(address);
    if (target.isPresent()
        && !own.contains(address)
        && !hosts.knows(address)
        && !hosts.wasAskedTwice(address)
        && !hosts.isFound(address)) {
      room.take(address);
      hosts.openAgain(target.get());
    }
  }
}
