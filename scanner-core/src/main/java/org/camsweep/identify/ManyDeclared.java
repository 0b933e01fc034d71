package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/** The device names two unrelated makers, and neither is known to build for the other. */
final class ManyDeclared implements Rule {
  @Override
  public Optional<Decision> decide(Case c) {
    List<String> builders = builders(c);
    if (builders.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        Decision.open(
            Level.CONTESTED,
            builders,
            "the device names unrelated makers, and nothing known reconciles them"));
  }

  /** Those whom the device names, without those whose label another of them builds under. */
  static List<String> builders(Case c) {
    List<String> sides = c.sides(Weight.DECLARED);
    List<String> builders =
        sides.stream()
            .filter(
                s ->
                    sides.stream()
                        .noneMatch(
                            o ->
                                !o.equals(s)
                                    && c.names().isLabelOf(s, o)
                                    && !c.names().isLabelOf(o, s)))
            .toList();
    return builders.isEmpty() ? sides : builders;
  }
}
