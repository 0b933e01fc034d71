package org.camsweep.probe.spi;

import java.util.List;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Outcome;
import org.camsweep.site.Address;

/**
 * What a probe made of something heard.
 *
 * @param next what to ask further, at most {@value #MAX_NEXT}; each goes through the scope again
 * @param cut limits that ended the reading, by name
 */
public record Step(Outcome outcome, List<Fact> facts, List<FollowUp> next, List<String> cut) {
  /** More follow-ups than this from one reply are dropped: a device may not drive the scan. */
  public static final int MAX_NEXT = 4;

  /**
   * A further question.
   *
   * @param host the host that the reply pointed at; the edge asks it only if the scope admits it
   */
  public record FollowUp(Address host, Ask ask) {}

  public Step {
    facts = List.copyOf(facts);
    next = List.copyOf(next);
    cut = List.copyOf(cut);
    if (next.size() > MAX_NEXT) {
      throw new IllegalArgumentException(next.size() + " follow-ups");
    }
  }

  /** A step that met no limit. */
  public Step(Outcome outcome, List<Fact> facts, List<FollowUp> next) {
    this(outcome, facts, next, List.of());
  }

  public static Step ended(Outcome outcome) {
    return new Step(outcome, List.of(), List.of());
  }

  public static Step learned(List<Fact> facts) {
    return new Step(Outcome.ANSWERED, facts, List.of());
  }

  /** The outcome of something that is not a reply. */
  public static Step without(Heard heard) {
    return ended(
        heard.fold(reply -> Outcome.GARBLED, silence -> Outcome.SILENT, no -> Outcome.REFUSED));
  }
}
