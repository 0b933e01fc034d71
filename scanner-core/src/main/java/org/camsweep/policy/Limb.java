package org.camsweep.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One limb of a regime: a test, where it bites, and what follows.
 *
 * @param id unique in the regime, for example {@code sensitive-site}
 * @param text the limb in words, close to the instrument
 * @param cite how to cite it, for example {@code s.889(f)(3)(B)}; empty for the regime's citation
 * @param span when it is in force
 * @param met verdict when the test is met by a maker that is likely or confirmed
 * @param elsewhere verdict when it is met but the network is not one where the limb bites
 * @param elsewhereText what to say then
 * @param notMet verdict when it is positively not met; {@code clear} unless the rule turns on facts
 *     that a scan cannot see
 * @param relabelled verdict when it is met under another company's label, if that differs
 * @param acquiredAfter the limb reaches what was acquired later; earlier units are for review
 * @param onlyNamed an unidentified device does not raise it, because another limb of the regime
 *     does
 * @param settle the one fact that would settle a review, where the limb knows it
 * @param actions what the instrument asks for under this limb, in its order
 */
public record Limb(
    String id,
    String text,
    Optional<String> cite,
    Where where,
    LimbTest test,
    Span span,
    Verdict met,
    Verdict elsewhere,
    Optional<String> elsewhereText,
    Verdict notMet,
    Optional<Verdict> relabelled,
    Optional<LocalDate> acquiredAfter,
    boolean onlyNamed,
    Optional<String> settle,
    List<String> actions) {
  public Limb {
    actions = List.copyOf(actions);
  }
}
