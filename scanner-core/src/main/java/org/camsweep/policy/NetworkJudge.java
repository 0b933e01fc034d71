package org.camsweep.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.site.Network;

/**
 * Says aloud which regimes a network names and cannot be judged by: text only, not in force, held
 * back, withdrawn, or not known at all. A named regime is never passed over in silence.
 */
final class NetworkJudge {
  private final Regimes regimes;
  private final LocalDate asOf;
  private final RegimeJudge judge;

  NetworkJudge(Regimes regimes, LocalDate asOf, RegimeJudge judge) {
    this.regimes = regimes;
    this.asOf = asOf;
    this.judge = judge;
  }

  List<Finding> judge(List<Network> networks) {
    List<Finding> findings = new ArrayList<>();
    for (Network network : networks) {
      if (network.regimes().isEmpty()) {
        regimes.on().stream()
            .filter(r -> r.byDefault() && !judge.inForce(r))
            .forEach(r -> findings.add(notInForce(r, network)));
      }
      for (String id : network.regimes().stream().distinct().toList()) {
        Optional<Regime> on = regimes.find(id);
        if (on.isEmpty()) {
          findings.add(absent(id, network));
        } else if (!on.get().isJudged()) {
          findings.add(textOnly(on.get(), network));
        } else if (!judge.inForce(on.get())) {
          findings.add(notInForce(on.get(), network));
        }
      }
    }
    return findings;
  }

  private Finding absent(String id, Network network) {
    Optional<Regimes.Off> off =
        regimes.off().stream().filter(o -> o.regime().id().equals(id)).findFirst();
    String why = off.map(Regimes.Off::why).orElse("no file of that name is loaded");
    return FindingMaker.own(
        id,
        off.map(o -> o.regime().name()).orElse(id),
        "not-loaded",
        network.id(),
        Optional.empty(),
        Verdict.NOT_ASSESSED,
        "Network "
            + network.id()
            + " names the regime "
            + id
            + ", and nothing was judged by it: "
            + why
            + ".",
        "camsweep lists ls shows the regimes that can be named");
  }

  private static Finding textOnly(Regime regime, Network network) {
    return about(
        regime,
        "text-only",
        network,
        "A scan cannot judge by it ("
            + regime.kind().words()
            + "). It says: "
            + Wording.stopped(regime.rule()));
  }

  private Finding notInForce(Regime regime, Network network) {
    return about(
        regime,
        "not-in-force",
        network,
        "It is not in force on "
            + asOf
            + " ("
            + regime.span()
            + "), and nothing was judged by it.");
  }

  private static Finding about(Regime regime, String limb, Network network, String because) {
    return new Finding(
        FindingMaker.id(regime.id(), limb, network.id(), Optional.empty()),
        Optional.empty(),
        network.id(),
        regime.id(),
        regime.name(),
        limb,
        Verdict.NOT_ASSESSED,
        because,
        Optional.empty(),
        regime.citation(),
        regime.primaryRead(),
        regime.version(),
        regime.verified(),
        List.of(),
        Optional.empty());
  }
}
