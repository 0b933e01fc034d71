package org.camsweep.policy;

import java.util.List;
import java.util.Optional;
import org.camsweep.device.DeviceId;
import org.camsweep.site.Network;

/** Makes findings, with identifiers that stay the same from scan to scan. */
final class FindingMaker {
  private final Wording wording;

  FindingMaker(Wording wording) {
    this.wording = wording;
  }

  Finding finding(Regime regime, Ruling ruling, Judged judged, Network network) {
    List<String> actions = ruling.actions().isEmpty() ? regime.actions() : ruling.actions();
    boolean acts = ruling.verdict().compareTo(Verdict.CLEAR) > 0;
    DeviceId device = judged.device().id();
    return new Finding(
        id(regime.id(), ruling.limb(), network.id(), Optional.of(device)),
        Optional.of(device),
        network.id(),
        regime.id(),
        regime.name(),
        ruling.limb(),
        ruling.verdict(),
        wording.because(regime, ruling, judged, network),
        ruling.settle(),
        ruling.cite().map(c -> c + "; " + regime.citation()).orElse(regime.citation()),
        regime.primaryRead(),
        regime.version(),
        regime.verified(),
        acts ? actions : List.of(),
        Optional.empty());
  }

  static String id(String regime, String limb, String network, Optional<DeviceId> device) {
    return regime + ":" + limb + ":" + network + device.map(d -> ":" + d.text()).orElse("");
  }

  /** A finding of the tool's own about the inspection itself. */
  static Finding own(
      String regime,
      String name,
      String limb,
      String network,
      Optional<DeviceId> device,
      Verdict verdict,
      String because,
      String settle) {
    return new Finding(
        id(regime, limb, network, device),
        device,
        network,
        regime,
        name,
        limb,
        verdict,
        because,
        Optional.of(settle),
        "camsweep, on the inspection itself",
        true,
        "built in",
        true,
        List.of(),
        Optional.empty());
  }
}
