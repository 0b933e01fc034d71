package org.camsweep.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.site.Network;

/** Devices of unknown kind and maker on a network that matters: one finding for the network. */
final class Unjudged {
  private Unjudged() {}

  static List<Finding> of(List<Judged> devices, List<Network> networks) {
    List<Finding> findings = new ArrayList<>();
    for (Network network : networks) {
      if (network.sensitive().isEmpty() && !network.coreNetwork()) {
        continue;
      }
      long count =
          devices.stream()
              .filter(j -> j.device().network().filter(network.id()::equals).isPresent())
              .filter(j -> Subject.of(j) == Subject.UNDETERMINED)
              .filter(j -> !j.identification().level().isFirm())
              .count();
      if (count > 0) {
        findings.add(
            FindingMaker.own(
                CoverageGaps.REGIME,
                CoverageGaps.NAME,
                "kind-unknown",
                network.id(),
                Optional.empty(),
                Verdict.REVIEW,
                count
                    + (count == 1 ? " device" : " devices")
                    + " on network "
                    + network.id()
                    + " answered, and neither what they are nor who made them could be told."
                    + " They showed no sign of video, which does not prove that they are no"
                    + " cameras.",
                "what these devices are, from the asset register or at the place"));
      }
    }
    return findings;
  }
}
