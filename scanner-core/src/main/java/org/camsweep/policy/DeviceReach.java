package org.camsweep.policy;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import org.camsweep.observe.Fact;

/** Whether a limb's test reaches a device by something other than its maker. */
final class DeviceReach {
  private final Inventory inventory;

  DeviceReach(Inventory inventory) {
    this.inventory = inventory;
  }

  Reach of(LimbTest test, Judged judged) {
    if (test.notApproved()) {
      return approved(judged);
    }
    if (!test.components().isEmpty()) {
      return component(test, judged);
    }
    return test.certificateNeeded() ? certificate(test, judged) : model(test, judged);
  }

  private Reach approved(Judged judged) {
    if (inventory.isEmpty()) {
      return Reach.unknown(
          "no approved inventory was given", "the approved inventory (a CSV file)");
    }
    return inventory
        .find(judged)
        .map(row -> listed(row, judged))
        .orElseGet(() -> Reach.met("the approved inventory does not list it"));
  }

  private Reach listed(Inventory.Row row, Judged judged) {
    String where = "the approved inventory lists it (line " + row.line() + ")";
    return inventory.isBorneOut(row, judged)
        ? Reach.not(where)
        : Reach.might(
            where + " by a number that only the device itself states",
            "the number on its label, or its address in that row of the inventory");
  }

  private static Reach component(LimbTest test, Judged judged) {
    for (Pattern pattern : test.components()) {
      Optional<Fact> fact =
          judged.device().observations().stream()
              .filter(o -> !o.isUnasked()) // another machine may have said it
              .flatMap(o -> o.facts().stream())
              .filter(f -> pattern.matcher(f.value()).find())
              .findFirst();
      if (fact.isPresent()) {
        return Reach.met("the device itself speaks of the component, in " + fact.get().field());
      }
    }
    return Reach.unknown("nothing that the device said tells its components", "a look inside");
  }

  private static Reach certificate(LimbTest test, Judged judged) {
    Optional<String> model = judged.identification().model();
    if (model.isPresent() && matches(test.certified(), model.get())) {
      return Reach.not("model " + quoted(model.get()) + " is on the list of certificates given");
    }
    String what =
        model.map(m -> "model " + quoted(m) + " is not on").orElse("the model is not known; see");
    return Reach.might(
        what + " the list of certificates given", "the certificate for this model, by number");
  }

  private static Reach model(LimbTest test, Judged judged) {
    Optional<String> model = judged.identification().model();
    if (model.isEmpty()) {
      return Reach.unknown("the model is not known", "the model, from its label");
    }
    return matches(test.models(), model.get())
        ? Reach.met("model " + quoted(model.get()) + " is one of those named")
        : Reach.not("model " + quoted(model.get()) + " is not one of those named");
  }

  private static boolean matches(List<Pattern> patterns, String model) {
    return patterns.stream().anyMatch(p -> p.matcher(model).find());
  }

  /** Device text, shortened and with everything but printable ASCII shown as a dot. */
  static String quoted(String text) {
    String head = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return "'" + head.replaceAll("[^\\x20-\\x7e…]", ".") + "'";
  }
}
