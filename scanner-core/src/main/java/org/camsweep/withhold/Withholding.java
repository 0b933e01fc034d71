package org.camsweep.withhold;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;

/**
 * Takes the secrets of a whole site out of observations before they are kept: whatever a device
 * says, asked by whichever probe, in whichever network. The record says where something was
 * withheld ({@link Observation#WITHHELD}); bytes that hold a secret, perhaps in a form that only
 * the probe could undo, are not kept, and neither is their hash, by which a weak secret could be
 * guessed.
 *
 * <p>What anybody can guess is no secret, and is not withheld: to take {@code admin} or a maker's
 * name out of what devices say would take the evidence with it. Thread-safe until closed.
 */
public final class Withholding implements AutoCloseable {
  public static final String MARK = "(withheld)";

  /** Shorter, and of letters or of digits alone, it is a word or a number like many. */
  private static final int SHORT = 8;

  private static final Field CUT_SHORT = Field.of("scan.cut-short");

  /** The scan's own words, in which no device has a say. */
  private static final Set<String> OWN =
      Set.of("snmp.outcome", "interview.outcome", "port.open", "neighbour.mac");

  private static final byte[] NOTHING = new byte[0];

  /** What may be kept of an observation and of the bytes that came. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity only
  public record Kept(Observation observation, byte[] raw) {}

  private final Finder finder = new Finder();
  private final Predicate<String> ordinary;

  /**
   * A withholding of nothing as yet.
   *
   * @param ordinary whether a word, in small letters, stands in the lists by which makers are told
   */
  public Withholding(Predicate<String> ordinary) {
    this.ordinary = ordinary;
  }

  /** One that withholds nothing. */
  public static Withholding none() {
    return new Withholding(word -> false);
  }

  /**
   * Adds a secret; to be called before anything is taken out.
   *
   * @param secret the caller wipes it
   * @return false if it is a word that anybody can guess, and so is not withheld
   */
  public boolean add(char[] secret) {
    boolean mixed = isMixed(secret);
    if (secret.length < Form.SHORTEST
        || (secret.length < SHORT && !mixed)
        || ordinary.test(new String(secret).toLowerCase(java.util.Locale.ROOT))) {
      return false;
    }
    boolean number = new String(secret).chars().allMatch(Character::isDigit);
    List<Form> forms =
        secret.length < SHORT || number ? Forms.asWord(secret) : Forms.anywhere(secret);
    forms.forEach(finder::add);
    return true;
  }

  /** Whether it is neither of letters alone nor of digits alone. */
  private static boolean isMixed(char[] secret) {
    String text = new String(secret);
    return !text.chars().allMatch(Character::isLetter)
        && !text.chars().allMatch(Character::isDigit);
  }

  /** The same without the secrets. */
  public Kept from(Observation heard, byte[] raw) {
    if (finder.isEmpty()) {
      return new Kept(heard, raw);
    }
    boolean cut =
        heard.outcome() == Outcome.CUT_SHORT
            || heard.facts().stream().anyMatch(f -> f.field().equals(CUT_SHORT));
    List<Fact> facts = new ArrayList<>(heard.facts().size());
    Set<String> places = new TreeSet<>();
    for (Fact fact : heard.facts()) {
      Fact kept = of(fact, cut);
      facts.add(kept);
      if (!kept.equals(fact)) {
        places.add(fact.field().name());
      }
    }
    if (raw.length > 0 && finder.finds(new String(raw, StandardCharsets.ISO_8859_1), cut)) {
      places.add("the bytes");
    }
    if (places.isEmpty()) {
      return new Kept(heard, raw);
    }
    facts.add(Fact.of(Observation.WITHHELD, words(places, heard.rawSha256().isPresent())));
    return new Kept(with(heard, facts), NOTHING);
  }

  private Fact of(Fact fact, boolean cut) {
    String name = fact.field().name();
    if (name.startsWith("scan.") || OWN.contains(name)) {
      return fact;
    }
    boolean shortened = cut || fact.value().length() == Fact.MAX_LENGTH;
    String kept = finder.replaced(fact.value(), shortened, MARK);
    return kept.equals(fact.value()) ? fact : Fact.of(fact.field(), kept);
  }

  private static String words(Set<String> places, boolean bytes) {
    return "a key or password of the owner's, in "
        + String.join(", ", places)
        + (bytes ? "; the bytes and their hash are not kept" : "");
  }

  private static Observation with(Observation heard, List<Fact> facts) {
    return heard.with(heard.outcome(), facts, Optional.empty());
  }

  @Override
  public void close() {
    finder.wipe();
  }

  @Override
  public String toString() {
    return "secrets, not shown";
  }
}
