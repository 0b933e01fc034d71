package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Coverage;
import org.camsweep.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a script is told by the exit code. */
class GateTest {
  private static final String ALL = "network: cctv";

  @TempDir private Path folder;

  private int identify(boolean complete, String waivers, String... more)
      throws IOException, ConfigException {
    Path result = folder.resolve("out" + complete);
    if (!Files.exists(result)) {
      StoredResult.write(result, complete, "V1");
    }
    Path file = Files.writeString(folder.resolve("waivers.yaml"), "waivers:\n" + waivers);
    Stream<String> words = Stream.of("identify", result.toString(), "-q");
    Stream<String> accepted =
        waivers.isEmpty() ? Stream.of() : Stream.of("--waivers", file.toString());
    return Typed.camsweep(
            Stream.of(words, accepted, Stream.of(more)).flatMap(s -> s).toArray(String[]::new))
        .code();
  }

  /** Waivers for every finding of the verdict restricted. */
  private String allRestricted(String expires) throws IOException, ConfigException {
    Path result = folder.resolve("all");
    if (!Files.exists(result)) {
      StoredResult.write(result, true, "V1");
      Typed.camsweep("identify", result.toString(), "-o", "json");
    }
    StringBuilder waivers = new StringBuilder();
    List<String> findings =
        ReportCommand.read(result).findings().stream()
            .filter(f -> f.verdict() == Verdict.RESTRICTED)
            .map(Finding::id)
            .toList();
    assertThat(findings).isNotEmpty();
    for (String id : findings) {
      String name = "W-" + waivers.length();
      waivers.append(JudgingTest.waiver(name, "finding: '" + id + "'", "2026-01-01", expires));
    }
    return waivers.toString();
  }

  @Test
  void theGateStandsWhereItIsSet() throws Exception {
    assertThat(identify(true, "")).isEqualTo(ExitCode.FINDING);
    assertThat(identify(true, "", "--fail-on", "review")).isEqualTo(ExitCode.FINDING);
    assertThat(identify(true, "", "--fail-on", "never")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void waivedFindingsDoNotTripIt() throws Exception {
    String waivers = allRestricted("2026-12-31");
    assertThat(identify(true, waivers)).isEqualTo(ExitCode.DONE);
    assertThat(identify(true, waivers, "--fail-on", "review")).isEqualTo(ExitCode.FINDING);
  }

  @Test
  void anExpiredWaiverTripsItEvenWhereNothingIsRestricted() throws Exception {
    String waivers =
        allRestricted("2026-12-31")
            + JudgingTest.waiver("W-OLD", "regime: x, " + ALL, "2025-01-01", "2025-06-30");
    assertThat(identify(true, waivers)).isEqualTo(ExitCode.FINDING);
    assertThat(identify(true, waivers, "--fail-on", "never")).isEqualTo(ExitCode.DONE);
    assertThat(identify(true, waivers, "--as-of", "2025-06-30")).isEqualTo(ExitCode.FINDING);
  }

  @Test
  void aWaiverThatMatchesNothingIsForReviewOnly() throws Exception {
    String waivers =
        allRestricted("2026-12-31")
            + JudgingTest.waiver("W-NEW", "regime: x, " + ALL, "2026-01-01", "2026-12-30");
    assertThat(identify(true, waivers)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void tooLittleCoverageIsIncomplete() throws Exception {
    assertThat(identify(true, "", "--fail-on", "never", "--min-coverage", "100"))
        .isEqualTo(ExitCode.DONE);
    assertThat(identify(false, "", "--fail-on", "never")).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(identify(false, "", "--fail-on", "never", "--min-coverage", "90"))
        .isEqualTo(ExitCode.INCOMPLETE);
    assertThat(identify(false, "", "--min-coverage", "90")).isEqualTo(ExitCode.FINDING);
    assertThat(identify(true, "", "--min-coverage", "101")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(identify(true, "", "--min-coverage", "NaN")).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void coverageBelowTheMinimumIsIncompleteThoughTheScanCameToItsEnd() throws StopException {
    Report cut = ReportFixture.report(false);
    Coverage coverage = new Coverage(cut.coverage().networks(), true, List.of());
    Report report =
        new Report(
            cut.networks(),
            cut.entries(),
            cut.findings(),
            coverage,
            cut.provenance(),
            List.of(),
            Optional.empty());
    assertThat(gate("91").exitCode(report, Typed.nowhere().err())).isEqualTo(ExitCode.DONE);
    assertThat(gate("92").exitCode(report, Typed.nowhere().err())).isEqualTo(ExitCode.INCOMPLETE);
  }

  private static GateOptions gate(String percent) {
    return CommandLine.populateCommand(new GateOptions(), "--min-coverage", percent);
  }

  @ParameterizedTest
  @CsvSource({"5 3 1 10 4 0,5", "3 1 10 4 0,3", "0 4 10 1,1", "4 10 0,10", "4 0,4", "0,0"})
  void theGravestCodeIsTold(String several, int told) {
    assertThat(ExitCode.of(Stream.of(several.split(" ", -1)).map(Integer::valueOf).toList()))
        .isEqualTo(told);
  }
}
