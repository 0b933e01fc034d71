package org.camsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RE2/J would not come back from is refused; what it takes is not. */
class PatternCostTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)\u1c80",
        "(?i)a\u1c88b",
        "(?i)[\u1c84]",
        "(?i)[^\u1c84]",
        "(?i)[D-\uFFFD]",
        "(?i)[a\\x{1000}-\\x{2000}]",
        "(?i)\\x{1C80}",
        "(?i)[\\x{1c00}-\\x{1d00}]",
        "(?i)[]\u1c80]",
        "(?i:x\u1c80)",
        "a(?s)(b|(?im-s)\u1c80)",
        "(?i)\\Qa\u1c80\\E",
        "(?i)[\\--\u2000]",
        "(?i)[\\d\u1c80]"
      })
  void anEndlessLetterIsRefused(String pattern) {
    assertThat(PatternCost.problem(pattern, false))
        .hasValueSatisfying(p -> assertThat(p).contains("U+1C80"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u1c80",
        "[D-\uFFFD]",
        "(?i:a)\u1c80",
        "(?i)a(?-i)\u1c80",
        "((?i)a)\u1c80",
        "(?i)a-\u3000",
        "(?i)[a-z\\-\u3000]",
        "(?i)[\\x{400}-\\x{1c7f}]",
        "(?i)[^a]",
        "(?i)\\p{Cyrillic}\\PL[[:alpha:]-\u00ff]",
        "(?i)[\\x{1c89}-\\x{10ffff}]",
        "(?P<i>a)\u1c80",
        "(?i)\\d{3}[^<]{0,400}a{,3}x{y}"
      })
  void whatCompilesIsTaken(String pattern) {
    assertThat(PatternCost.problem(pattern, false)).isEmpty();
    assertThat(Pattern.compile(pattern)).isNotNull();
  }

  @Test
  void ignoringCaseByTheProgramCountsToo() {
    assertThat(PatternCost.problem("\u1c80", true)).isPresent();
    assertThat(PatternCost.problem("(?-i)\u1c80", true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{100}){100}){100}",
        "(a{1000}){1000}",
        "(?:a{70}){70}{70}",
        "a{1000}{1000}",
        "(?:ab?){999,}(cd{900}){9}",
        "(((x{50}y{50}){50}|z){2,50})"
      })
  void multipliedCountsAreRefused(String pattern) {
    assertThat(PatternCost.problem(pattern, false)).hasValue("compiles to more than 5000 steps");
  }

  @Test
  void sizeAndDepthAreBounded() {
    assertThat(PatternCost.problem("a".repeat(5_000), false)).isEmpty();
    assertThat(PatternCost.problem("a".repeat(5_001), false)).isPresent();
    assertThat(PatternCost.problem("(?i)" + "[a-\\x{1c7f}]".repeat(60), false)).isPresent();
    assertThat(PatternCost.problem("(".repeat(99) + ")".repeat(99), false)).isEmpty();
    assertThat(PatternCost.problem("(".repeat(30_000), false))
        .hasValueSatisfying(p -> assertThat(p).contains("deeper"));
  }

  @Test
  void whatIsNoPatternIsLeftToTheLibrary() {
    for (String broken :
        new String[] {"[a", "(", "a)", "\\", "(?i", "[\\", "(?P<x", "{3}", "\\x{"}) {
      assertThat(PatternCost.problem(broken, true)).as(broken).isEmpty();
    }
  }
}
