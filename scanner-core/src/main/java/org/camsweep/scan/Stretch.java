package org.camsweep.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.net.Budget;
import org.camsweep.net.Nic;
import org.camsweep.net.Routes;
import org.camsweep.site.Address;
import org.camsweep.site.Candidates;
import org.camsweep.site.Network;
import org.camsweep.site.Target;

/**
 * The addresses of one network that a scan will ask: how many, which way they are reached, and what
 * each is asked.
 *
 * @param swept addresses of its swept blocks
 * @param asked those of them that will be asked: neither excluded, nor done before, nor our own
 * @param onLink those of these that are on a link of this machine
 * @param routed the others, by router
 * @param questions what one of them is asked; empty if none is
 */
record Stretch(
    Network network,
    long swept,
    double asked,
    double onLink,
    Map<String, Double> routed,
    Optional<Questions> questions) {
  /** Of larger networks, so many addresses are looked at, scattered, and stand for the others. */
  private static final long LOOKED_AT = 65_536;

  static Stretch of(
      ScanPlan plan, Network network, OwnAddresses own, List<Nic> nics, Routes routes) {
    Candidates candidates = plan.scope().candidates(network, plan.seed());
    long swept = candidates.total();
    long looked = Math.min(swept, LOOKED_AT);
    double each = looked == 0 ? 0 : (double) swept / looked;
    double asked = 0;
    double onLink = 0;
    Map<String, Double> routed = new HashMap<>();
    Optional<Target> example = Optional.empty();
    for (long i = 0; i < looked; i++) {
      Address address = candidates.at(i);
      Optional<Target> target = plan.scope().admit(address);
      boolean done = plan.earlier().map(e -> e.isDone(address)).orElse(false);
      if (target.isEmpty() || done || own.contains(address)) {
        continue;
      }
      example = target;
      asked += each;
      onLink += nics.stream().anyMatch(n -> n.onLink(address)) ? each : 0;
      routes.gateway(address).ifPresent(router -> routed.merge(router, each, Double::sum));
    }
    return new Stretch(
        network,
        swept,
        asked,
        onLink,
        Map.copyOf(routed),
        example.map(target -> Questions.to(target, plan)));
  }

  /** Packets that an address is sent where nobody is. */
  int silentEach(boolean thorough) {
    return questions.map(q -> q.silent(thorough).size()).orElse(0);
  }

  /**
   * What it is to be sent.
   *
   * @param devices how many of its addresses answer
   * @param each packets that one of these is sent
   */
  Budget.Load load(double devices, double each, boolean thorough) {
    double dark = asked - devices;
    double connects =
        questions
            .map(q -> q.silent(thorough).stream().filter(Questions::connects).count())
            .orElse(0L);
    double silent = dark * silentEach(thorough);
    double flows = silent + devices * questions.map(Questions::flows).orElse(0);
    Map<String, Double> byRouter = new HashMap<>();
    routed.forEach((router, n) -> byRouter.put(router, n / asked * flows));
    return new Budget.Load(
        network.pace().rate(), silent + devices * each, dark * connects, byRouter);
  }
}
