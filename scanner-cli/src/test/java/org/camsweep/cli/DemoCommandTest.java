package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipe over real sockets on loopback, and what is done with its result afterwards. */
class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void aDemoIsScannedShownRenderedJudgedAgainAndCompared() throws IOException {
    Path out = folder.resolve("out");
    Typed demo = Typed.camsweep("demo", "-d", out.toString(), "-o", "csv");
    assertThat(demo.code()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains("MAKER", "FINDINGS", "COVERAGE", "RESTRICTED", "relabelled")
        .contains("DEMONSTRATION: simulated devices")
        .containsPattern("ACTION NEEDED: \\d+ restricted, \\d+ to review, \\d+ clear")
        .doesNotContainIgnoringCase("compliant");
    assertThat(out.resolve("observations.ndjson")).isNotEmptyFile();
    assertThat(out.resolve("report.csv")).isNotEmptyFile();

    Typed again = Typed.camsweep("identify", out.toString(), "-o", "json=" + folder + "/again");
    assertThat(again.code()).isEqualTo(ExitCode.FINDING);
    assertThat(folder.resolve("again")).hasSameBinaryContentAs(out.resolve("report.json"));

    Typed csv = Typed.camsweep("report", out.toString(), "-o", "csv=-");
    assertThat(csv.out()).isEqualTo(Files.readString(out.resolve("report.csv")));
    assertThat(csv.code()).isEqualTo(ExitCode.FINDING);
    assertThat(Typed.camsweep("report", out.toString(), "--fail-on", "never").code())
        .isEqualTo(ExitCode.DONE);
    Typed quiet = Typed.camsweep("report", out.toString(), "-q");
    assertThat(quiet.out().lines().count()).isLessThanOrEqualTo(2);

    assertThat(Typed.camsweep("diff", out.toString(), out.toString()).code()).isZero();

    Typed why = Typed.camsweep("explain", out.toString(), "127.77.1.5");
    assertThat(why.code()).isZero();
    assertThat(why.out())
        .contains("label: ", ", not the maker's", "decided by: ", "for: platform of ", "source: ");
    assertThat(Typed.camsweep("explain", out.toString(), "10.9.9.9").code()).isEqualTo(2);

    Path waivers = folder.resolve("waivers.yaml");
    Files.writeString(
        waivers,
        """
        waivers:
          - id: W-77
            regime: uk-wms-2022-11-24
            network: cctv
            reason: Replacement is ordered
            approvedBy: S. Officer
            approvedOn: 2026-01-01
            expires: 2026-12-31
        """);
    Typed waived =
        Typed.camsweep("identify", out.toString(), "--as-of=2026-11-25", "--waivers=" + waivers);
    assertThat(waived.out()).contains("(waived: W-77)");

    Typed observations =
        Typed.camsweep(
            "identify",
            out.resolve("observations.ndjson").toString(),
            "--sensitive=vetted-staff",
            "--fail-on=never");
    assertThat(observations.out()).contains("RESTRICTED").contains("nothing was sent");
    assertThat(observations.code()).isEqualTo(ExitCode.INCOMPLETE);

    Typed over = Typed.camsweep("demo", "-d", out.toString());
    assertThat(over.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(over.err()).contains("already holds a result");
  }
}
