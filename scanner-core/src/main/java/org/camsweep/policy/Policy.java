package org.camsweep.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.device.DeviceId;
import org.camsweep.site.Network;

/**
 * Judges devices by regimes, as of a day. The same input gives the same findings in the same order.
 * A finding is an inventory observation: see {@link #STANDING_TEXT}.
 */
public final class Policy {
  /** Stands in every output that shows findings. */
  public static final String STANDING_TEXT =
      "Findings are inventory observations made from the network, in support of an inspection."
          + " They are not determinations of law and not legal advice.";

  /** The network's name in a finding about something heard from outside the scope. */
  public static final String OUTSIDE = "outside-scope";

  /** Worst first; then by network, regime, limb and device. */
  public static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::verdict)
          .reversed()
          .thenComparing(Finding::network)
          .thenComparing(Finding::regime)
          .thenComparing(Finding::limb)
          .thenComparing(f -> f.device().map(DeviceId::text).orElse(""))
          .thenComparing(Finding::id);

  private final Regimes regimes;
  private final Entities entities;
  private final LocalDate asOf;
  private final Inventory inventory;

  public Policy(Regimes regimes, Entities entities, LocalDate asOf) {
    this(regimes, entities, asOf, Inventory.NONE);
  }

  /**
   * @param asOf the day whose lists and owners count
   * @param inventory what the owner approved; {@link Inventory#NONE} if there is no such list
   */
  public Policy(Regimes regimes, Entities entities, LocalDate asOf, Inventory inventory) {
    this.regimes = regimes;
    this.entities = entities;
    this.asOf = asOf;
    this.inventory = inventory;
  }

  public Regimes regimes() {
    return regimes;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** All findings on the devices and the networks, worst first. */
  public List<Finding> judge(List<Judged> devices, List<Network> networks) {
    RegimeJudge judge = new RegimeJudge(new LimbJudge(entities, inventory, asOf), asOf);
    FindingMaker make = new FindingMaker(new Wording(entities));
    Map<String, Network> byId = new HashMap<>();
    networks.forEach(n -> byId.put(n.id(), n));
    List<Finding> findings =
        new ArrayList<>(new NetworkJudge(regimes, asOf, judge).judge(networks));
    for (Judged device : devices) {
      Optional<Network> network = device.device().network().map(byId::get);
      if (network.isEmpty()) {
        Outside.finding(device).ifPresent(findings::add);
        continue;
      }
      List<Finding> onDevice = new ArrayList<>();
      for (Regime regime : judgedOn(network.get(), judge)) {
        for (Ruling ruling : judge.rule(regime, device, network.get())) {
          onDevice.add(make.finding(regime, ruling, device, network.get()));
        }
      }
      Unjudged.camera(device, network.get(), onDevice).ifPresent(onDevice::add);
      findings.addAll(onDevice);
    }
    findings.addAll(Unjudged.of(devices, networks));
    findings.addAll(new InventoryJudge(inventory).judge(devices, networks));
    findings.sort(WORST_FIRST);
    return List.copyOf(findings);
  }

  private List<Regime> judgedOn(Network network, RegimeJudge judge) {
    return regimes.on().stream()
        .filter(r -> r.isJudged() && judge.inForce(r))
        .filter(
            r -> network.regimes().isEmpty() ? r.byDefault() : network.regimes().contains(r.id()))
        .toList();
  }
}
