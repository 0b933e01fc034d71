package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/** Firmware words of one maker decide, whatever the label says. */
final class OnePlatform implements Rule {
  @Override
  public Optional<Decision> decide(Case c) {
    List<String> sides = c.sides(Weight.PLATFORM);
    if (sides.size() != 1) {
      return Optional.empty();
    }
    String maker = sides.get(0);
    List<String> strangers = c.strangers(maker, Weight.DECLARED, Weight.REGISTERED_VIDEO);
    if (strangers.isEmpty()) {
      return Optional.of(
          Decision.named(
              Level.CONFIRMED,
              maker,
              List.of(),
              "the firmware says words that only this maker's firmware says, and nothing"
                  + " contradicts"));
    }
    return Optional.of(
        Decision.named(
            Level.LIKELY,
            maker,
            strangers,
            "the firmware says words that only this maker's firmware says, but the device also"
                + " names another maker, under whose label this one is not known to build"));
  }
}
