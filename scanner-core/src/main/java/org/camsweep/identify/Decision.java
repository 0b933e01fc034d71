package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/**
 * What a rule decides.
 *
 * @param maker present when the level is possible or firm
 * @param others other makers in question
 * @param rule the rule in plain words
 * @param settle what would settle the doubt; absent where there is none
 */
record Decision(
    Level level,
    Optional<String> maker,
    List<String> others,
    String rule,
    Optional<String> settle) {
  static Decision named(Level level, String maker, List<String> others, String rule) {
    Optional<String> settle =
        level == Level.CONFIRMED ? Optional.empty() : Optional.of(Settle.of(level));
    return new Decision(level, Optional.of(maker), others, rule, settle);
  }

  static Decision open(Level level, List<String> others, String rule) {
    return new Decision(level, Optional.empty(), others, rule, Optional.of(Settle.of(level)));
  }
}
