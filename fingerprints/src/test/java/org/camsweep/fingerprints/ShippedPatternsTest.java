package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.fingerprint.Signature;
import org.camsweep.pattern.Samples;
import org.camsweep.policy.Limb;
import org.camsweep.policy.LimbTest;
import org.camsweep.policy.Regime;
import org.junit.jupiter.api.Test;

/**
 * Every shipped pattern against Java's own regular expressions: on what it says by each of its
 * ways, on its examples, and on those with letters in the other case or changed.
 */
class ShippedPatternsTest {
  private static final int CHANGED = 8;

  private final Random dice = new Random(7);

  /** RE2 syntax in Java's: {@code $} is the end alone, and only the line feed ends a line. */
  private static java.util.regex.Pattern java(Pattern pattern) {
    String text =
        pattern
            .pattern()
            .replace("(?P<", "(?<")
            .replaceAll("\\[\\[:(\\^?)alnum:\\]\\]", "[$1a-zA-Z0-9]")
            .replaceAll("(?<!\\\\)\\$", Matcher.quoteReplacement("(?!\\n)$"));
    int flags = java.util.regex.Pattern.UNIX_LINES;
    if ((pattern.flags() & Pattern.CASE_INSENSITIVE) != 0) {
      flags |= java.util.regex.Pattern.CASE_INSENSITIVE;
    }
    return java.util.regex.Pattern.compile(text, flags);
  }

  private List<String> texts(Pattern pattern, List<String> examples) {
    List<String> texts = new ArrayList<>(Samples.of(pattern.pattern()));
    texts.addAll(examples);
    for (String text : List.copyOf(texts)) {
      for (int i = 0; i < CHANGED && !text.isEmpty(); i++) {
        texts.add(changed(text));
      }
    }
    return texts;
  }

  private String changed(String text) {
    StringBuilder changed = new StringBuilder(text);
    int at = dice.nextInt(text.length());
    char c = text.charAt(at);
    switch (dice.nextInt(4)) {
      case 0 -> changed.deleteCharAt(at);
      case 1 -> changed.insert(at, c);
      case 2 -> changed.setCharAt(at, (char) (' ' + dice.nextInt(95)));
      default ->
          changed.setCharAt(
              at, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }
    return changed.toString();
  }

  private long tried(String id, Pattern pattern, List<String> examples) {
    java.util.regex.Pattern other = java(pattern);
    long tried = 0;
    for (String text : texts(pattern, examples)) {
      if (text.chars().allMatch(c -> c < 128 && c != 0x0b)) {
        assertThat(pattern.matcher(text).find())
            .as("%s: '%s' on '%s'", id, pattern.pattern(), text)
            .isEqualTo(other.matcher(text).find());
        tried++;
      }
    }
    return tried;
  }

  @Test
  void aDisagreementWouldBeSeen() {
    Pattern forgetful = Pattern.compile("^(?:Ab?|[Aa]c)$");
    assertThatThrownBy(() -> tried("x", forgetful, List.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("x: '^(?:Ab?|[Aa]c)$' on 'ac'");
  }

  @Test
  void everyPatternFindsWhatJavaFinds() throws Exception {
    long tried = 0;
    for (Signature s : PackReader.read(Shipped.files()).signatures()) {
      List<String> examples =
          Stream.concat(
                  s.examples().stream().map(Signature.Example::text), s.nonExamples().stream())
              .toList();
      tried += tried(s.id(), s.pattern(), examples);
      for (Signature.Condition c : s.all()) {
        tried += tried(s.id(), c.pattern(), c.example().stream().toList());
      }
    }
    assertThat(tried).isGreaterThan(100_000);
  }

  @Test
  void soDoesEveryPatternOfARegime() {
    long tried = 0;
    for (Regime regime : ShippedPolicy.regimes(true).on()) {
      for (Limb limb : regime.limbs()) {
        LimbTest test = limb.test();
        for (List<Pattern> patterns : List.of(test.models(), test.certified(), test.components())) {
          for (Pattern pattern : patterns) {
            tried += tried(regime.id(), pattern, List.of());
          }
        }
      }
    }
    assertThat(tried).isPositive();
  }
}
