package org.camsweep.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One rule about where equipment may be, as data.
 *
 * @param place whose rule it is, for example {@code GB}
 * @param byDefault judged where a network names no regimes of its own; the others are judged where
 *     a network names them
 * @param citation instrument, number and date
 * @param made date of the instrument, if it has one
 * @param span when it is in force
 * @param primaryRead whether the instrument itself was read
 * @param verified whether the row's sources were seen
 * @param rule what it says, in words
 * @param limits what a scan cannot see and the rule asks
 * @param limbs empty for a regime that is text only
 * @param version of the pack, with content hashes of the regime's file and of the entities
 */
public record Regime(
    String id,
    String name,
    String place,
    RegimeKind kind,
    boolean byDefault,
    String instrument,
    String citation,
    Optional<LocalDate> made,
    Span span,
    boolean primaryRead,
    boolean verified,
    String status,
    String binds,
    Optional<String> where,
    String rule,
    Optional<String> affiliates,
    Optional<String> components,
    List<String> mustShow,
    List<String> limits,
    List<String> actions,
    List<Limb> limbs,
    List<String> sources,
    List<String> notes,
    String version) {
  public Regime {
    mustShow = List.copyOf(mustShow);
    limits = List.copyOf(limits);
    actions = List.copyOf(actions);
    limbs = List.copyOf(limbs);
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
  }

  /** Whether a network may be judged by it: it has a limb. */
  public boolean isJudged() {
    return !limbs.isEmpty();
  }
}
