package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaiverCommandTest {
  @TempDir private Path folder;

  private Typed typed(String what, String asOf, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("w.yaml"), text);
    return Typed.camsweep("waiver", what, file.toString(), "--as-of", asOf);
  }

  private static final String TWO =
      "waivers:\n"
          + JudgingTest.waiver("W-2", "finding: 'a:b:c'", "2026-01-01", "2026-12-31")
          + JudgingTest.waiver("W-1", "regime: r, limb: l, device: d", "2026-03-01", "2026-06-30");

  @Test
  void theNextToExpireIsFirstWithDaysLeft() throws IOException {
    Typed typed = typed("list", "2026-06-29", TWO);
    assertThat(typed.code()).isZero();
    assertThat(typed.out().lines())
        .containsExactly(
            "W-1: in force, 1 day left, until 2026-06-30",
            "  covers: regime r, limb l, device d",
            "  approved by A. Person on 2026-03-01",
            "  reason: replacement is ordered",
            "W-2: in force, 185 days left, until 2026-12-31",
            "  covers: finding a:b:c",
            "  approved by A. Person on 2026-01-01",
            "  reason: replacement is ordered",
            "2 waivers as of 2026-06-29: 2 in force, 0 expired, 0 not yet");
    assertThat(typed("check", "2026-06-30", TWO).code()).isZero();
  }

  @Test
  void anExpiredOneIsExitCode10() throws IOException {
    for (String what : new String[] {"list", "check"}) {
      Typed typed = typed(what, "2026-07-01", TWO);
      assertThat(typed.code()).isEqualTo(ExitCode.FINDING);
      assertThat(typed.out()).contains("1 in force, 1 expired, 0 not yet");
    }
    assertThat(typed("list", "2026-07-01", TWO).out())
        .contains("W-1: EXPIRED 1 day ago, on 2026-06-30");
    assertThat(typed("check", "2026-07-01", TWO).out())
        .contains("Waiver W-1 (approved by A. Person) expired on 2026-06-30", "would settle it: ");
  }

  @Test
  void oneOfTheFutureDoesNotCountYet() throws IOException {
    Typed typed = typed("check", "2025-12-31", TWO);
    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("0 in force, 0 expired, 2 not yet").contains("counts from");
  }

  @Test
  void aWrongFileIsOneLineWithItsCure() throws IOException {
    Typed typed =
        typed(
            "check",
            "2026-01-01",
            "waivers:\n" + JudgingTest.waiver("W-1", "finding: x", "2026-01-01", "2027-01-02"));
    assertThat(typed.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(typed.err().lines()).hasSize(1);
    assertThat(typed.err()).contains("w.yaml:2: ", "longer than 12 months", "2027-01-01");
    assertThat(Typed.camsweep("waiver", "list", folder + "/none.yaml").err())
        .contains("none.yaml: does not exist; check the path");
  }

  @Test
  void hostileWordsAreShownAsEscapes() throws IOException {
    String text = TWO.replace("A. Person", "\"A\\e[2J\\u202e\"").replace("'a:b:c'", "\"a\\nb\"");
    for (String what : new String[] {"list", "check"}) {
      assertThat(typed(what, "2026-07-01", text).out())
          .doesNotContain("\u001b", "\u202e")
          .contains("\\x1b[2J\\u202e");
    }
  }
}
