package org.camsweep.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The regimes of a pack and of the owner: those switched on, and those that are not, with the
 * reason.
 */
public record Regimes(List<Regime> on, List<Off> off) {
  public static final Regimes NONE = new Regimes(List.of(), List.of());

  /**
   * One that was not loaded.
   *
   * @param why in plain words
   */
  public record Off(Regime regime, String why) {}

  public Regimes {
    on = on.stream().sorted(Comparator.comparing(Regime::id)).toList();
    off = off.stream().sorted(Comparator.comparing(o -> o.regime().id())).toList();
  }

  /** The one that is switched on under this identifier. */
  public Optional<Regime> find(String id) {
    return on.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** These and, in place of or beside them, {@code more}: an owner's rule may replace another. */
  public Regimes with(Regimes more) {
    Stream<Regime> kept = on.stream().filter(r -> more.find(r.id()).isEmpty());
    Stream<Off> keptOff = off.stream().filter(o -> more.off.stream().noneMatch(o::equals));
    return new Regimes(
        Stream.concat(kept, more.on.stream()).toList(),
        Stream.concat(keptOff, more.off.stream()).toList());
  }
}
