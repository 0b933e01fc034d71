package org.camsweep.identify;

import java.util.List;
import java.util.Optional;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;

/**
 * What is believed of one device, with the evidence for and against.
 *
 * @param maker who built it; present when the level is possible, likely or confirmed
 * @param candidates when contested, or when several makers are possible: the others in question
 * @param brand what the label says; a separate answer
 * @param rule the rule that decided, in plain words
 * @param settle what would settle a doubt, in plain words; empty at confirmed
 */
public record Identification(
    DeviceKind kind,
    Level level,
    Optional<Maker> maker,
    List<Maker> candidates,
    Optional<String> brand,
    Optional<String> model,
    Optional<String> serial,
    Optional<String> firmware,
    List<Evidence> evidence,
    List<Evidence> contrary,
    String rule,
    Optional<String> settle) {
  public Identification {
    candidates = List.copyOf(candidates);
    evidence = List.copyOf(evidence);
    contrary = List.copyOf(contrary);
    boolean named = level == Level.POSSIBLE || level.isFirm();
    if (named != maker.isPresent()) {
      throw new IllegalArgumentException(
          level + " with maker " + maker.map(Maker::id).orElse("none"));
    }
  }

  /** Whether another company's label is on the box. */
  public boolean relabelled() {
    return maker.isPresent()
        && brand.isPresent()
        && maker.get().tradeNames().stream().noneMatch(t -> t.equalsIgnoreCase(brand.get()));
  }
}
