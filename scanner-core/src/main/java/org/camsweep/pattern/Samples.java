package org.camsweep.pattern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Texts to try a pattern on: one for each way in which it can be read, and each of them with its
 * letters in the other case. Not all of them match.
 */
public final class Samples {
  private static final int MOST = 64;

  /** In this order a text is made of the characters that a place allows. */
  private static final String LIKED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private Samples() {}

  /**
   * Texts of ASCII; none for a pattern that is not {@link PatternSet#isExact exact}.
   *
   * @param pattern in RE2 syntax
   */
  public static List<String> of(String pattern) {
    Set<String> all = new LinkedHashSet<>();
    try {
      ExpressionReader.Read read = ExpressionReader.read(pattern);
      if (read.exact()) {
        for (String text : texts(read.expression())) {
          all.add(text);
          all.add(text.toLowerCase(Locale.ROOT));
          all.add(text.toUpperCase(Locale.ROOT));
        }
      }
    } catch (NotUnderstoodException e) {
      all.clear(); // nothing is known of it
    }
    return List.copyOf(all);
  }

  private static List<String> texts(Expression what) {
    List<String> texts = new ArrayList<>();
    if (what instanceof Expression.One one) {
      texts.addAll(letter(one.chars()));
    } else if (what instanceof Expression.Choice choice) {
      choice.ways().forEach(way -> texts.addAll(texts(way)));
    } else if (what instanceof Expression.Star star) {
      texts.add("");
      texts.addAll(texts(star.what()));
    } else if (what instanceof Expression.Sequence sequence) {
      texts.addAll(inTurn(sequence.parts().stream().map(Samples::texts).toList()));
    } else {
      texts.add(""); // a place
    }
    return texts.subList(0, Math.min(MOST, texts.size()));
  }

  /** The first text of each part one after the other; and with every other text of each part. */
  private static List<String> inTurn(List<List<String>> parts) {
    List<String> texts = new ArrayList<>();
    if (parts.stream().anyMatch(List::isEmpty)) {
      return texts;
    }
    texts.add(joined(parts, -1, ""));
    for (int i = 0; i < parts.size(); i++) {
      for (String other : parts.get(i).subList(1, parts.get(i).size())) {
        if (texts.size() < MOST) {
          texts.add(joined(parts, i, other));
        }
      }
    }
    return texts;
  }

  private static String joined(List<List<String>> parts, int at, String other) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == at ? other : parts.get(i).get(0));
    }
    return text.toString();
  }

  private static List<String> letter(Chars chars) {
    return IntStream.concat(LIKED.chars(), IntStream.range(' ', Chars.ASCII))
        .filter(chars::has)
        .mapToObj(Character::toString)
        .limit(1)
        .toList();
  }
}
