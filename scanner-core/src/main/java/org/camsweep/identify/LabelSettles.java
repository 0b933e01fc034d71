package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/** Every firm source about the label names the same builder. */
final class LabelSettles implements Rule {
  @Override
  public Optional<Decision> decide(Case c) {
    List<String> builders = c.sides(Weight.LABEL, Weight.LABEL_OF_LINE);
    if (builders.size() != 1 || !c.has(builders.get(0), Weight.LABEL)) {
      return Optional.empty();
    }
    String maker = builders.get(0);
    boolean rivals =
        !c.strangers(maker, Weight.DECLARED, Weight.REGISTERED_VIDEO, Weight.CLAIMED_PLATFORM)
            .isEmpty();
    boolean ownerBuilds =
        c.makers(k -> k.weight() == Weight.BADGE && k.evidence().verified()).stream()
            .anyMatch(o -> !c.related(o, maker));
    if (rivals || ownerBuilds) {
      return Optional.empty();
    }
    return Optional.of(
        Decision.named(
            Level.LIKELY,
            maker,
            List.of(),
            "every firm source about this label names the same builder"));
  }
}
