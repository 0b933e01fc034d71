package org.camsweep.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class NotRunTest {
  /** JUnit's, AssertJ's and jqwik's own ways to leave a test without a word. */
  private static final Pattern QUIET_WAYS =
      Pattern.compile(
          "\\bAssumptions\\b|\\bassum(e|ing)[A-Z]|\\bAssume\\.that\\b|@(En|Dis)abled|\\bTestAborted");

  private static List<Path> tests() throws IOException {
    List<Path> tests = new ArrayList<>();
    for (String module : List.of("scanner-core", "scanner-cli", "fingerprints")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        files
            .filter(f -> f.toString().endsWith(".java"))
            .filter(f -> !f.getFileName().toString().startsWith("NotRun"))
            .forEach(tests::add);
      }
    }
    return tests;
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "yes"})
  void isAFailureInCi(String ci) {
    assertThatThrownBy(() -> NotRun.end("NOT RUN: no cable", ci))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("NOT RUN: no cable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "false"})
  void isAbortedElsewhere(String ci) {
    assertThatThrownBy(() -> NotRun.end("NOT RUN: no cable", ci))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("NOT RUN: no cable");
  }

  @Test
  void noTestLeavesByAnotherWay() throws IOException {
    assertThat(tests()).hasSizeGreaterThan(300);
    for (Path file : tests()) {
      assertThat(Files.readString(file))
          .as("%s: a test that cannot run here says so by house.NotRun, and fails in CI", file)
          .doesNotContainPattern(QUIET_WAYS);
    }
  }
}
