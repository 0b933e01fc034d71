package org.camsweep.scan;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.site.Candidates;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/** The way through the addresses of the scope, as fast as hosts can be taken on. */
final class Sweep {
  private final ScanPlan plan;
  private final ScanSink sink;
  private final OwnAddresses own;
  private final Hosts hosts;
  private final Scope scope;
  private final Candidates candidates;
  private long passedOver;

  Sweep(ScanPlan plan, ScanSink sink, OwnAddresses own, Hosts hosts) {
    this.plan = plan;
    this.sink = sink;
    this.own = own;
    this.hosts = hosts;
    this.scope = plan.scope();
    this.candidates = scope.candidates(plan.seed());
  }

  boolean hasNext() {
    return candidates.hasNext();
  }

  /** Whether the address had its turn. */
  boolean passed(InetAddress address) {
    return candidates.passed(address);
  }

  /** Opens as many hosts as can usefully wait for their turn at the allowed rate. */
  void fill() {
    int most = Math.max(64, Math.min(8_192, plan.rate() * 2));
    int budget = 256; // what was heard meanwhile must not wait for the whole block
    while (hosts.active() < most && candidates.hasNext() && budget-- > 0) {
      InetAddress address = candidates.next();
      Optional<Target> target = scope.admit(address);
      if (plan.earlier().map(e -> e.isDone(address)).orElse(false)) {
        passedOver++;
      } else if (target.isEmpty() || own.contains(address)) {
        passedOver++;
        scope
            .networkOf(address)
            .ifPresent(n -> sink.done(address, n.id(), AddressOutcome.EXCLUDED, Set.of()));
      } else if (!hosts.knows(address)) {
        hosts.open(target.get());
      }
    }
  }

  Progress progress() {
    long done = Math.min(passedOver + hosts.done(), candidates.total());
    return new Progress(done, candidates.total(), hosts.living(), hosts.active());
  }
}
