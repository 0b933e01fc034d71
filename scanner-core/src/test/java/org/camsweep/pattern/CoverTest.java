package org.camsweep.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverTest {
  @ParameterizedTest(name = "{0} covers {1}: {2}")
  @CsvSource({
    "'abc', '^abc$', true",
    "'^abc$', 'abc', false",
    "'b', 'abc', true",
    "'^[A-Z]\\d+', '^C\\d{2,4}$', true",
    "'^[A-Z]\\d+$', '^C\\d{2,4}x?$', false",
    "'(?i)acme', 'ACME|Acme', true",
    "'ACME|Acme', '(?i)acme', false",
    "'\\bcam\\b', '^cam$', true",
    "'\\bcam\\b', 'cam', false",
    "'a|b', '[ab]', true",
    "'', 'anything', true",
    "'anything', '', false",
    "'a.{0,50}b', 'ab', false" // not read whole, so it cannot tell
  })
  void oneTakesEveryTextOfTheOther(String wide, String narrow, boolean covers) {
    assertThat(Cover.covers(wide, narrow)).isEqualTo(covers);
  }
}
