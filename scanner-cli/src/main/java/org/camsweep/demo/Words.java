package org.camsweep.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in place of {@code ${name}} in a text. */
record Words(Map<String, String> known) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z]+)}");

  Words {
    known = Map.copyOf(known);
  }

  /** These and {@code more}, which win. */
  Words and(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(known);
    all.putAll(more);
    return new Words(all);
  }

  /**
   * The text with every place filled.
   *
   * @throws IllegalArgumentException naming the word that is missing
   */
  String fill(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(
            found -> {
              String word = known.get(found.group(1));
              if (word == null) {
                throw new IllegalArgumentException("no word for ${" + found.group(1) + "}");
              }
              return Matcher.quoteReplacement(word);
            });
  }
}
