package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/** A maker known to build under the label has also registered the hardware address. */
final class LabelAndPrefix implements Rule {
  @Override
  public Optional<Decision> decide(Case c) {
    List<String> registrants = c.sides(Weight.REGISTERED_VIDEO);
    if (registrants.size() != 1) {
      return Optional.empty();
    }
    String maker = registrants.get(0);
    boolean builds = c.has(maker, Weight.LABEL) || c.has(maker, Weight.LABEL_OF_LINE);
    if (!builds || !c.strangers(maker, Weight.DECLARED).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Decision.named(
            Level.LIKELY,
            maker,
            List.of(),
            "this maker is known to build under the label, and the hardware address is registered"
                + " to it"));
  }
}
