package org.camsweep.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of limits in {@code docs/robustness.md} says what the code does. */
class LimitsTest {
  private static final Pattern ROW =
      Pattern.compile("\\| ([^|]+) \\| (\\d+) \\| `([\\w.]+)\\.(\\w+)` \\| ([^|]{3,}) \\|");

  static List<Matcher> limits() throws IOException {
    Path docs = Path.of("..", "docs", "robustness.md");
    try (Stream<String> lines = Files.lines(docs)) {
      List<Matcher> rows = lines.map(ROW::matcher).filter(Matcher::matches).toList();
      assertThat(rows).hasSizeGreaterThan(20);
      return rows;
    }
  }

  @ParameterizedTest
  @MethodSource("limits")
  void noLimitIsSilent(Matcher row) {
    assertThat(row.group(5))
        .as(row.group(1))
        .matches(".*\\b(remark|counters?|whole length)\\b.*")
        .doesNotContain("silent");
  }

  @ParameterizedTest
  @MethodSource("limits")
  void theTableSaysWhatTheCodeDoes(Matcher row) throws ReflectiveOperationException {
    Field field = Class.forName("org.camsweep." + row.group(3)).getDeclaredField(row.group(4));
    field.setAccessible(true);
    assertThat(((Number) field.get(null)).longValue())
        .as(row.group(1))
        .isEqualTo(Long.parseLong(row.group(2)));
  }
}
