package org.camsweep.identify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Only evidence that cannot carry an accusation: the heaviest names a possible maker. */
final class WeakEvidence implements Rule {
  @Override
  public Optional<Decision> decide(Case c) {
    Optional<Weight> heaviest = c.clues().stream().map(Clue::weight).min(Comparator.naturalOrder());
    if (heaviest.isEmpty()) {
      return Optional.empty();
    }
    Weight weight = heaviest.get();
    List<String> sides = c.sides(weight);
    boolean label = weight == Weight.LABEL || weight == Weight.LABEL_OF_LINE;
    if (sides.size() > 1 && !label) {
      return Optional.of(
          Decision.open(
              Level.UNKNOWN,
              sides,
              "only weak evidence, and it names several makers equally: " + why(weight)));
    }
    String maker = sides.get(0);
    List<String> others =
        c.sides(c.makers(k -> true)).stream().filter(o -> !c.related(o, maker)).toList();
    String order =
        sides.size() > 1 ? "; of several builders one is named, the others stand by" : "";
    return Optional.of(Decision.named(Level.POSSIBLE, maker, others, why(weight) + order));
  }

  private static String why(Weight weight) {
    return switch (weight) {
      case PLATFORM, DECLARED -> "the device's own words are not firm enough";
      case REGISTERED_VIDEO, REGISTERED ->
          "the hardware address alone: its registrant may be the maker, the label's owner or the"
              + " supplier of a part";
      case LABEL, BADGE, LABEL_OF_LINE, DOUBTFUL_LABEL ->
          "the label alone: what is known of it does not settle who builds";
      case CLAIMED_PLATFORM, CLAIMED_DECLARED ->
          "words of this maker's devices, by signatures that rest on one source or on none seen";
      case LIKENESS -> "words that this maker's devices share with others";
    };
  }
}
