package org.camsweep.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.site.Network;

/** What no regime judged on a network that matters, although it was not identified. */
final class Unjudged {
  private Unjudged() {}

  /**
   * A camera that was not identified is for review, whatever regimes the network names; empty where
   * one of them says so already.
   */
  static Optional<Finding> camera(Judged judged, Network network, List<Finding> onDevice) {
    boolean open =
        matters(network)
            && Subject.of(judged) == Subject.VIDEO
            && !judged.identification().level().isFirm()
            && onDevice.stream().noneMatch(f -> f.verdict().compareTo(Verdict.CLEAR) > 0);
    return open
        ? Optional.of(
            FindingMaker.own(
                "identification",
                "Unidentified camera",
                "not-identified",
                network.id(),
                Optional.of(judged.device().id()),
                Verdict.REVIEW,
                "Who made this video device is not established, and network "
                    + network.id()
                    + " is marked sensitive or core. Whether it may be here cannot be said.",
                judged
                    .identification()
                    .settle()
                    .orElse("a reply particular to one maker's platform")))
        : Optional.empty();
  }

  private static boolean matters(Network network) {
    return network.sensitive().isPresent() || network.coreNetwork();
  }

  /** Devices of unknown kind and maker: one finding for each network. */
  static List<Finding> of(List<Judged> devices, List<Network> networks) {
    List<Finding> findings = new ArrayList<>();
    for (Network network : networks) {
      if (!matters(network)) {
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
