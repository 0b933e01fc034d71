package org.camsweep.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.YamlValue;

/**
 * A finding set out for a reader who must defend it: what, why, by which text, and what is open.
 */
public final class Explanation {
  private Explanation() {}

  /** Plain lines; the last is {@link Policy#STANDING_TEXT}. */
  public static List<String> of(Finding f, Regimes regimes) {
    List<String> lines = new ArrayList<>();
    lines.add(f.id());
    lines.add("verdict: " + YamlValue.word(f.verdict()) + waived(f));
    lines.add("rule: " + f.regimeName() + " (" + f.regime() + ", limb " + f.limb() + ")");
    lines.add("why: " + f.because());
    f.settle().ifPresent(s -> lines.add("what would settle it: " + s));
    lines.add("citation: " + f.citation());
    lines.add("read in primary form: " + (f.primaryRead() ? "yes" : "no"));
    lines.add("data: " + f.version() + (f.verified() ? "" : " (not verified)"));
    for (int i = 0; i < f.actions().size(); i++) {
      lines.add((i == 0 ? "the instrument asks: " : "and: ") + f.actions().get(i));
    }
    Optional<Regime> regime =
        regimes
            .find(f.regime())
            .or(
                () ->
                    regimes.off().stream()
                        .map(Regimes.Off::regime)
                        .filter(r -> r.id().equals(f.regime()))
                        .findFirst());
    regime.ifPresent(r -> add(lines, r));
    lines.add(Policy.STANDING_TEXT);
    return List.copyOf(lines);
  }

  private static String waived(Finding f) {
    return f.waiver().map(w -> " (waived by " + w + ")").orElse("");
  }

  private static void add(List<String> lines, Regime r) {
    r.made().ifPresent(d -> lines.add("date of the instrument: " + d));
    lines.add("it binds: " + r.binds());
    lines.add("it says: " + r.rule());
    r.affiliates().ifPresent(a -> lines.add("affiliates: " + a));
    r.components().ifPresent(c -> lines.add("components: " + c));
    if (!r.mustShow().isEmpty()) {
      lines.add("an audit must show: " + String.join("; ", r.mustShow()));
    }
    if (!r.limits().isEmpty()) {
      lines.add("a scan cannot see: " + String.join("; ", r.limits()));
    }
  }
}
