package org.camsweep.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter against RE2 itself. */
class PatternSetTest {
  /** Found by a million changed inputs: a long pattern must not be laid out by recursion. */
  @Test
  void aLongPatternNeedsNoDeepStack() throws InterruptedException {
    String pattern = "[a-z]+" + "(?:\\.\\d)lpha".repeat(250);
    String text = "a" + ".1lpha".repeat(250);
    List<Integer> told = new ArrayList<>();
    Runnable laying =
        () -> {
          PatternSet set = PatternSet.of(List.of(pattern, "x"), new Memory(10));
          Arrays.stream(set.candidates(text)).forEach(told::add);
          told.add(set.notUnderstood());
        };
    Thread narrow = new Thread(null, laying, "narrow", 160 * 1024);
    narrow.start();
    narrow.join();
    assertThat(told).containsExactly(0, 0);
  }

  private static final List<String> ATOMS =
      List.of(
          "a",
          "b",
          "Ab",
          "-",
          "k",
          "s",
          "1",
          "\\d",
          "\\w",
          "\\s",
          "\\S",
          "\\W",
          "\\b",
          "\\B",
          "^",
          "$",
          "\\A",
          "\\z",
          ".",
          "[ab]",
          "[^a]",
          "[a-c-]",
          "[^-A-Z]",
          "[[:alpha:]]",
          "[[:^digit:]]",
          "\\.",
          "\\x41",
          "[\\d-]",
          "(?i)",
          "(?i:aK)",
          "(?s:.)",
          "(?m:^b)",
          "(?m:a$)",
          "\\pL",
          "é",
          "(?P<model>a)",
          "[]a]",
          "(?i)[^é]",
          "(?i)[ā-ſ]",
          "\\Qa.b\\E",
          "[^é]",
          "(?i)S");
  private static final List<String> COUNTS =
      List.of("", "", "", "?", "*", "+", "{2}", "{0,2}", "{2,}", "{1,30}", "??", "+?");
  private static final List<String> SIGNS =
      List.of(
          "a",
          "b",
          "A",
          "B",
          "k",
          "K",
          "s",
          "1",
          "-",
          ".",
          " ",
          "\n",
          "_",
          "é",
          "\u212a",
          "\u017f",
          "\ud83d\udcf7",
          "\ud83d",
          "ab",
          "a.b");

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> counted =
        net.jqwik.api.Combinators.combine(Arbitraries.of(ATOMS), Arbitraries.of(COUNTS))
            .as((atom, count) -> atom + count);
    Arbitrary<String> run = counted.list().ofMinSize(1).ofMaxSize(5).map(l -> String.join("", l));
    Arbitrary<String> choice = run.list().ofMinSize(1).ofMaxSize(3).map(l -> String.join("|", l));
    Arbitrary<String> group = choice.map(c -> "(?:" + c + ")");
    return Arbitraries.oneOf(run, choice, group.list().ofSize(2).map(l -> String.join("", l)))
        .filter(PatternSetTest::compiles);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(SIGNS).list().ofMaxSize(8).map(l -> String.join("", l));
  }

  /**
   * RE2/J takes a letter that begins two alternatives out of both, and with it whether the second
   * ignored case: {@code Ab?|(?i:a)} does not find "a". Only there, and only where Java's own
   * regular expressions find the pattern, may the filter tell what RE2/J does not find.
   */
  private static boolean isForgotten(String pattern, String text) {
    if (!pattern.contains("(?i") || !pattern.contains("|")) {
      return false;
    }
    String same =
        pattern
            .replace("(?P<", "(?<")
            .replace("[[:alpha:]]", "\\p{Alpha}")
            .replace("[[:^digit:]]", "\\P{Digit}");
    try {
      return java.util.regex.Pattern.compile(same).matcher(text).find();
    } catch (java.util.regex.PatternSyntaxException e) {
      return false;
    }
  }

  @Test
  void whatRe2ForgetsIsTold() {
    String pattern = "Ab?|(?i:a)";
    assertThat(Pattern.compile(pattern).matcher("a").find()).as("a fault of RE2/J").isFalse();
    assertThat(PatternSet.of(List.of(pattern), new Memory(10)).candidates("a")).containsExactly(0);
    assertThat(isForgotten(pattern, "a")).isTrue();
    assertThat(isForgotten(pattern, "b")).isFalse();
    assertThat(isForgotten("a|b", "a")).isFalse();
  }

  private static boolean compiles(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (com.google.re2j.PatternSyntaxException e) {
      return false;
    }
  }

  @Property(tries = 5000)
  void whatRe2FindsIsTold(
      @ForAll("patterns") String one,
      @ForAll("patterns") String other,
      @ForAll("texts") String text) {
    List<String> both = List.of(one, other);
    PatternSet set = PatternSet.of(both, new Memory(1_000));
    List<Integer> told = Arrays.stream(set.candidates(text)).boxed().toList();
    for (int i = 0; i < both.size(); i++) {
      boolean matches = Pattern.compile(both.get(i)).matcher(text).find();
      assertThat(told.contains(i) || !matches).as("'%s' on '%s'", both.get(i), text).isTrue();
      if (PatternSet.isAscii(text) && set.isExact(i)) {
        boolean tells = told.contains(i);
        assertThat(tells == matches || (tells && isForgotten(both.get(i), text)))
            .as("'%s' on '%s'", both.get(i), text)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'^(?P<model>[NDH]\\d{1,2}[A-Z]{2,5})$', true",
    "'(?i)\\bacme\\b.{0,50}cam', false",
    "'(?:^|[^A-Z])AV\\d{4}(?:$|[^A-Z])', true",
    "'(?im)^x', false"
  })
  void whatIsReadWholeIsExact(String pattern, boolean exact) {
    PatternSet set = PatternSet.of(List.of(pattern), new Memory(10));
    assertThat(set.isExact(0)).isEqualTo(exact);
    assertThat(set.notUnderstood()).isZero();
  }

  @Test
  void whatIsNotUnderstoodIsAlwaysTold() {
    PatternSet set =
        PatternSet.of(List.of("a{x", "\\123", "(?:(?:a{50}){50}){50}"), new Memory(10));
    assertThat(set.notUnderstood()).isEqualTo(3);
    assertThat(set.candidates("nothing like it")).containsExactly(0, 1, 2);
  }

  @Test
  void anEmptySetAndAnEmptyTextAreFine() {
    assertThat(PatternSet.of(List.of(), new Memory(10)).candidates("x")).isEmpty();
    PatternSet set = PatternSet.of(List.of("", "^$", "a", "\\z", "\\b"), new Memory(10));
    assertThat(set.candidates("")).containsExactly(0, 1, 3);
    assertThat(set.candidates("-a")).containsExactly(0, 2, 3, 4);
  }

  /** Answers depend on the text alone: not on what was asked before, nor on how much is kept. */
  @Test
  void whatIsRememberedChangesNoAnswer() {
    List<String> patterns =
        List.of("^ab", "b+$", "(?i)k.s", "\\bab\\b", "[ab]{3}", "^[^-]*-", "a.*b", "x");
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int c = random.nextInt(30); c > 0; c--) {
        text.append("abkKs- x".charAt(random.nextInt(8)));
      }
      texts.add(text.toString());
    }
    PatternSet roomy = PatternSet.of(patterns, new Memory(100_000));
    PatternSet narrow = PatternSet.of(patterns, new Memory(3));
    List<List<Integer>> first = texts.stream().map(t -> told(roomy, t)).toList();
    assertThat(texts.stream().map(t -> told(narrow, t)).toList()).isEqualTo(first);
    List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    Collections.shuffle(order, random);
    PatternSet shared = PatternSet.of(patterns, new Memory(50));
    order.parallelStream()
        .forEach(i -> assertThat(told(shared, texts.get(i))).isEqualTo(first.get(i)));
  }

  private static List<Integer> told(PatternSet set, String text) {
    return Arrays.stream(set.candidates(text)).boxed().toList();
  }

  /** A text made to lead to ever new states fills no more than the memory's limit. */
  @Test
  void aHostileTextCannotFillTheMemory() {
    Memory memory = new Memory(1_000);
    PatternSet set = PatternSet.of(List.of("a.{11}b", "b.{12}a", "ab.{10}ba$"), memory);
    Random random = new Random(1);
    for (int device = 0; device < 50; device++) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < 2_000; c++) {
        text.append(random.nextBoolean() ? 'a' : 'b');
      }
      assertThat(set.candidates(text.toString())).contains(0, 1);
      assertThat(memory.of(set).size()).isLessThanOrEqualTo(3_000);
    }
  }
}
