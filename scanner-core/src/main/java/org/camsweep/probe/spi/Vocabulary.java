package org.camsweep.probe.spi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;

/**
 * A protocol's own words and the fields they become: written once, so that what a probe declares is
 * what it can say. A word that is not listed is discarded; so are salts, keys and account names.
 */
public final class Vocabulary {
  private final Map<String, Field> fields = new LinkedHashMap<>();

  private Vocabulary() {}

  /**
   * A vocabulary.
   *
   * @param prefix of every field, for example {@code sadp}
   * @param pairs {@code Word=field}, or just {@code field} where both are the same
   */
  public static Vocabulary of(String prefix, String... pairs) {
    Vocabulary vocabulary = new Vocabulary();
    Arrays.stream(pairs)
        .map(p -> p.split("=", 2))
        .forEach(p -> vocabulary.fields.put(p[0], Field.of(prefix + "." + p[p.length - 1])));
    return vocabulary;
  }

  public Set<Field> fields() {
    return new LinkedHashSet<>(fields.values());
  }

  public Set<String> words() {
    return fields.keySet();
  }

  /** Adds a fact if the word is known; hardware addresses get one spelling. */
  public void add(FactSheet sheet, String word, String said) {
    Field field = fields.get(word);
    if (field != null) {
      boolean mac = field.name().endsWith(".mac");
      sheet.add(field, mac ? Mac.parse(said).map(Mac::text).orElse(said) : said);
    }
  }

  public void add(FactSheet sheet, String word, Optional<String> said) {
    said.ifPresent(s -> add(sheet, word, s));
  }

  /** A number; a negative one is absent. */
  public void add(FactSheet sheet, String word, long number) {
    if (number >= 0) {
      add(sheet, word, Long.toString(number));
    }
  }
}
