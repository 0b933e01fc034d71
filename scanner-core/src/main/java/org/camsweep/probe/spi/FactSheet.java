package org.camsweep.probe.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;

/** The facts of one reply as they are read: blank ones left out, bounded in count and size. */
public final class FactSheet {
  static final int MAX_FACTS = 600;
  static final int MAX_CHARACTERS = 512 * 1024;

  private final List<Fact> facts = new ArrayList<>();
  private int characters;
  private final Cuts cuts = new Cuts();

  public FactSheet add(Field field, String said) {
    String value = said.replace("\u0000", "").strip();
    if (value.isEmpty()) {
      return this;
    }
    if (facts.size() >= MAX_FACTS) {
      cuts.at("facts of one reply", MAX_FACTS);
      return this;
    }
    if (characters + value.length() > MAX_CHARACTERS) {
      cuts.at("characters of one reply's facts", MAX_CHARACTERS);
      return this;
    }
    if (value.length() > Fact.MAX_LENGTH) {
      cuts.at("characters of one fact", Fact.MAX_LENGTH);
    }
    Fact fact = Fact.of(field, value);
    characters += fact.value().length();
    facts.add(fact);
    return this;
  }

  public FactSheet add(Field field, Optional<String> said) {
    said.ifPresent(value -> add(field, value));
    return this;
  }

  /** A number; a negative one is absent. */
  public FactSheet add(Field field, long number) {
    return number < 0 ? this : add(field, Long.toString(number));
  }

  public FactSheet addAll(List<Fact> more) {
    more.forEach(f -> add(f.field(), f.value()));
    return this;
  }

  /** Limits that were met before the facts were at hand. */
  public FactSheet cut(List<String> limits) {
    cuts.addAll(limits);
    return this;
  }

  /** A limit was met; {@code what} as in {@link Cuts#at}. */
  public void cutAt(String what, long most) {
    cuts.at(what, most);
  }

  public boolean isEmpty() {
    return facts.isEmpty();
  }

  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** Answered, cut short by the sheet's own limit, or garbled if nothing was understood. */
  public Step step() {
    return step(Outcome.ANSWERED);
  }

  /** The same with another outcome for facts that were understood. */
  public Step step(Outcome understood) {
    if (facts.isEmpty()) {
      return new Step(Outcome.GARBLED, facts, List.of(), cuts.named());
    }
    Outcome outcome = cuts.isEmpty() ? understood : Outcome.CUT_SHORT;
    return new Step(outcome, facts, List.of(), cuts.named());
  }

  /** The step of a reply that may have been cut short. */
  public Step step(Heard.Reply reply, List<Step.FollowUp> next) {
    Outcome outcome = facts.isEmpty() ? Outcome.GARBLED : Outcome.ANSWERED;
    boolean cut = !cuts.isEmpty() || reply.cutShort();
    return new Step(cut ? Outcome.CUT_SHORT : outcome, facts, next, cuts.named());
  }
}
