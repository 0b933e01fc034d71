package org.camsweep.identify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The clues of one device, asked by the rules. Owner and owned are one side. */
final class Case {
  private final List<Clue> clues;
  private final Names names;

  Case(Collection<Clue> clues, Names names) {
    this.clues = List.copyOf(clues);
    this.names = names;
  }

  List<Clue> clues() {
    return clues;
  }

  Names names() {
    return names;
  }

  boolean related(String a, String b) {
    return names.related(a, b);
  }

  /** Makers with a clue of one of the weights, sorted. */
  Set<String> makers(Weight... weights) {
    Set<Weight> wanted = Set.of(weights);
    return makers(c -> wanted.contains(c.weight()));
  }

  Set<String> makers(Predicate<Clue> which) {
    Set<String> makers = new TreeSet<>();
    clues.stream().filter(which).forEach(c -> makers.add(c.maker()));
    return makers;
  }

  /** The makers as sides: each side's speaker, sorted; owner and owned speak once. */
  List<String> sides(Set<String> makers) {
    List<Set<String>> sides = new ArrayList<>();
    for (String maker : makers) {
      Set<String> side = new LinkedHashSet<>(Set.of(maker));
      for (Set<String> other : List.copyOf(sides)) {
        if (other.stream().anyMatch(o -> related(o, maker))) {
          side.addAll(other);
          sides.remove(other);
        }
      }
      sides.add(side);
    }
    return sides.stream().map(this::speaker).sorted().toList();
  }

  List<String> sides(Weight... weights) {
    return sides(makers(weights));
  }

  /** Of a side, the one that is owned by most of the others; then the one heard most firmly. */
  private String speaker(Set<String> side) {
    return side.stream()
        .max(
            Comparator.comparingLong(
                    (String m) -> side.stream().filter(o -> names.isOwned(m, o)).count())
                .thenComparing(this::firmest, Comparator.reverseOrder())
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private Weight firmest(String maker) {
    return clues.stream()
        .filter(c -> c.maker().equals(maker))
        .map(Clue::weight)
        .min(Comparator.naturalOrder())
        .orElse(Weight.LIKENESS);
  }

  /** Whether the maker's side has a clue of the weight. */
  boolean has(String maker, Weight weight) {
    return clues.stream().anyMatch(c -> c.weight() == weight && related(c.maker(), maker));
  }

  /** Makers of the other sides with a clue of one of the weights, sorted. */
  List<String> others(String maker, Weight... weights) {
    return sides(weights).stream().filter(o -> !related(o, maker)).toList();
  }

  /** The same without those whose label the maker is known to build under. */
  List<String> strangers(String maker, Weight... weights) {
    return others(maker, weights).stream().filter(o -> !names.isLabelOf(o, maker)).toList();
  }
}
