package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stretches of days: the longest that the words allow. */
class SpanTest {
  private static Span read(String yaml) throws ConfigException {
    return Span.read(
        StrictYaml.read("x.yaml", yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .map(Set.of("from", "to")),
        "from",
        "to");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{ from: 2024, to: 2024 } | from 2024-01-01 until 2024-12-31",
        "{ from: 2024-02, to: 2024-02 } | from 2024-02-01 until 2024-02-29",
        "{ from: 2024-02-03, to: 2024-02-03 } | from 2024-02-03 until 2024-02-03",
        "{ from: 2024 } | from 2024-01-01",
        "{ to: 2023-02 } | until 2023-02-28",
        "{ } | at a time not stated",
      })
  void aYearOrAMonthIsTheWholeOfIt(String yaml, String span) throws ConfigException {
    assertThat(read(yaml)).hasToString(span);
  }

  @Test
  void itsFirstAndLastDayAreInIt() throws ConfigException {
    Span span = read("{ from: 2024-02, to: 2024-03 }");
    assertThat(span.holds(LocalDate.of(2024, 2, 1))).isTrue();
    assertThat(span.holds(LocalDate.of(2024, 3, 31))).isTrue();
    assertThat(span.holds(LocalDate.of(2024, 1, 31))).isFalse();
    assertThat(span.holds(LocalDate.of(2024, 4, 1))).isFalse();
    assertThat(span.startsAfter(LocalDate.of(2024, 1, 31))).isTrue();
    assertThat(span.endedBefore(LocalDate.of(2024, 4, 1))).isTrue();
    assertThat(read("{ }")).isEqualTo(Span.ALWAYS);
    assertThat(Span.ALWAYS.holds(LocalDate.MIN)).isTrue();
    assertThat(new Span(Optional.empty(), Optional.of(LocalDate.MIN)).holds(LocalDate.MAX))
        .isFalse();
  }
}
