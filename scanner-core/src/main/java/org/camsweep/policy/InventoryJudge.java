package org.camsweep.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.site.Network;

/** Compares what was found with what the owner approved. */
final class InventoryJudge {
  static final String REGIME = "approved-inventory";
  private static final String NAME = "The owner's approved inventory";

  private final Inventory inventory;

  InventoryJudge(Inventory inventory) {
    this.inventory = inventory;
  }

  List<Finding> judge(List<Judged> devices, List<Network> networks) {
    List<Finding> findings = new ArrayList<>();
    if (inventory.isEmpty()) {
      return findings;
    }
    Map<String, Network> byId = new HashMap<>();
    networks.forEach(n -> byId.put(n.id(), n));
    Map<Inventory.Row, Integer> seen = new HashMap<>();
    devices.forEach(d -> inventory.find(d).ifPresent(r -> seen.merge(r, 1, Integer::sum)));
    for (Judged judged : devices) {
      Optional<Inventory.Row> row = inventory.find(judged);
      Optional<Network> network = judged.device().network().map(byId::get);
      if (network.isPresent() && Subject.of(judged) == Subject.VIDEO) {
        compare(judged, row, network.get()).ifPresent(findings::add);
        row.filter(r -> seen.get(r) > 1 && !inventory.isBorneOut(r, judged))
            .ifPresent(r -> findings.add(twice(judged, r, network.get())));
      }
    }
    for (Inventory.Row row : inventory.rows()) {
      if (!seen.containsKey(row)) {
        findings.add(notSeen(row));
      }
    }
    return findings;
  }

  private static Finding twice(Judged judged, Inventory.Row row, Network network) {
    return finding(
        judged,
        network,
        "listed-twice",
        "It states what the approved inventory (line "
            + row.line()
            + ") says of one device, and so does another that was seen: one may copy the other.",
        "which of them bears that number on its label");
  }

  private static Optional<Finding> compare(
      Judged judged, Optional<Inventory.Row> row, Network network) {
    if (row.isEmpty()) {
      return Optional.of(
          finding(
              judged,
              network,
              "not-listed",
              "It is a video device, and the approved inventory does not list it.",
              "whether it was approved; if so, a row in the inventory"));
    }
    Identification id = judged.identification();
    Optional<String> maker = id.level().isFirm() ? id.maker().map(Maker::id) : Optional.empty();
    List<String> differences = new ArrayList<>();
    differs("maker", row.get().maker(), maker, differences);
    differs("model", row.get().model(), id.model(), differences);
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            judged,
            network,
            "differs",
            "The approved inventory (line "
                + row.get().line()
                + ") says otherwise: "
                + String.join("; ", differences)
                + ".",
            "whether the device was replaced, or the inventory is wrong"));
  }

  private static void differs(
      String what, Optional<String> approved, Optional<String> found, List<String> differences) {
    if (approved.isPresent()
        && found.isPresent()
        && !approved.get().equalsIgnoreCase(found.get())) {
      differences.add(
          what
              + " approved "
              + DeviceReach.quoted(approved.get())
              + ", found "
              + DeviceReach.quoted(found.get()));
    }
  }

  private static Finding finding(
      Judged judged, Network network, String limb, String because, String settle) {
    return FindingMaker.own(
        REGIME,
        NAME,
        limb,
        network.id(),
        Optional.of(judged.device().id()),
        Verdict.REVIEW,
        because,
        settle);
  }

  private static Finding notSeen(Inventory.Row row) {
    String what =
        row.mac()
            .map(Object::toString)
            .or(row::serial)
            .or(() -> row.address().map(a -> a.toString()))
            .orElse("");
    return FindingMaker.own(
        REGIME,
        NAME,
        "not-seen-line-" + row.line(),
        "inventory",
        Optional.empty(),
        Verdict.NOT_ASSESSED,
        "The approved inventory lists "
            + DeviceReach.quoted(what)
            + " (line "
            + row.line()
            + "), and the scan did not see it.",
        "whether it was removed, is switched off, or stands on a network that was not asked");
  }
}
