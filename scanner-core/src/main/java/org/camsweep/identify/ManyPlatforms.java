package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/** Firmware words of two unrelated makers: no box has two platforms, so neither is believed. */
final class ManyPlatforms implements Rule {
  private static final int SHOUTING = 3;

  @Override
  public Optional<Decision> decide(Case c) {
    List<String> sides = c.sides(Weight.PLATFORM);
    if (sides.size() < 2) {
      return Optional.empty();
    }
    String rule =
        sides.size() >= SHOUTING
            ? "words of "
                + sides.size()
                + " unrelated makers' firmware come from this one device: it imitates cameras,"
                + " or several boxes answer for it"
            : "words of two unrelated makers' firmware come from this one device";
    return Optional.of(Decision.open(Level.CONTESTED, sides, rule));
  }
}
