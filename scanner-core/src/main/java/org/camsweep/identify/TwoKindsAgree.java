package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/** The device names its maker, and its hardware address is that maker's too. */
final class TwoKindsAgree implements Rule {
  @Override
  public Optional<Decision> decide(Case c) {
    List<String> builders = ManyDeclared.builders(c);
    if (builders.size() != 1 || !c.has(builders.get(0), Weight.REGISTERED_VIDEO)) {
      return Optional.empty();
    }
    String maker = builders.get(0);
    List<String> rivals = c.others(maker, Weight.LABEL, Weight.LABEL_OF_LINE);
    if (!rivals.isEmpty()) {
      boolean builds = c.has(maker, Weight.LABEL) || c.has(maker, Weight.LABEL_OF_LINE);
      return Optional.of(
          Decision.named(
              builds ? Level.LIKELY : Level.POSSIBLE,
              maker,
              rivals,
              "name and hardware address agree, but devices under this label are also built by"
                  + " others, who may use the label's own address blocks"));
    }
    if (!c.strangers(maker, Weight.DECLARED, Weight.REGISTERED_VIDEO).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Decision.named(
            Level.CONFIRMED,
            maker,
            List.of(),
            "the device names this maker and its hardware address is registered to the same;"
                + " nothing contradicts"));
  }
}
