package org.camsweep.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camsweep.site.Network;

/** Rules on one device under all limbs of a regime, and keeps what is worth a line. */
final class RegimeJudge {
  /** The limb's name where no limb of the regime bites on the network. */
  static final String ELSEWHERE = "elsewhere";

  /** The limb's name where no limb of the regime reaches the device. */
  static final String NO_LIMB = "no-limb";

  private final LimbJudge limbs;
  private final LocalDate asOf;

  RegimeJudge(LimbJudge limbs, LocalDate asOf) {
    this.limbs = limbs;
    this.asOf = asOf;
  }

  /** Whether any limb is in force. */
  boolean inForce(Regime regime) {
    return regime.span().holds(asOf)
        && regime.limbs().stream().anyMatch(limb -> limb.span().holds(asOf));
  }

  /**
   * Every limb that is restricted or for review; else one ruling for the whole regime; none where
   * the regime has nothing to say of the device.
   */
  List<Ruling> rule(Regime regime, Judged judged, Network network) {
    boolean adopted = network.regimes().contains(regime.id());
    List<Ruling> all = new ArrayList<>();
    for (Limb limb : regime.limbs()) {
      if (limb.span().holds(asOf)) {
        limbs.rule(limb, judged, network, adopted).ifPresent(all::add);
      }
    }
    List<Ruling> hard = all.stream().filter(r -> r.verdict().compareTo(Verdict.CLEAR) > 0).toList();
    if (!hard.isEmpty()) {
      return distinctLimbs(hard);
    }
    Optional<Ruling> open =
        all.stream()
            .filter(r -> r.verdict() == Verdict.NOT_ASSESSED)
            .max(Comparator.comparing(Ruling::placed));
    if (open.isPresent()) {
      boolean named = open.get().placed() || open.get().limb().equals(LimbJudge.NOT_A_CAMERA);
      return List.of(named ? open.get() : renamed(open.get(), ELSEWHERE));
    }
    return all.stream().findFirst().map(r -> List.of(renamed(r, NO_LIMB))).orElse(List.of());
  }

  private static List<Ruling> distinctLimbs(List<Ruling> rulings) {
    List<Ruling> kept = new ArrayList<>();
    for (Ruling ruling : rulings) {
      if (kept.stream().noneMatch(k -> k.limb().equals(ruling.limb()))) {
        kept.add(ruling);
      }
    }
    return List.copyOf(kept);
  }

  private static Ruling renamed(Ruling r, String limb) {
    return new Ruling(
        limb, Optional.empty(), r.verdict(), r.placed(), r.reasons(), r.settle(), List.of());
  }
}
