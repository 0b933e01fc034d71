package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ResultFolder;
import org.camsweep.report.Basis;
import org.camsweep.report.Report;
import org.camsweep.report.ReportReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan that is taken up again keeps, and what can be given anew. Nothing is in scope. */
class ResumeTest {
  private static final String EXPIRED = "waivers:expired-W-9:n";

  @TempDir private Path home;
  private Path site;
  private Path out;

  @BeforeEach
  void aScanThatWasCutOff() throws IOException {
    Files.writeString(
        home.resolve("waivers.yaml"),
        """
        waivers:
          - { id: W-9, regime: x, network: n, reason: replacement is ordered, approvedBy: N. Owner,
              approvedOn: 2025-01-01, expires: 2025-02-28 }
        """);
    site =
        Files.writeString(
            home.resolve("site.yaml"),
            """
            version: 1
            handling: { marking: OFFICIAL }
            waivers: waivers.yaml
            sites: [ { id: s, networks: [ { id: n, cidr: 10.9.0.0/30, exclude: 10.9.0.0/30 } ] } ]
            """);
    out = home.resolve("out");
    Typed scan = scan("--site=" + site, "-d", out.toString());
    assertThat(scan.err()).doesNotContain("fault");
    Files.delete(out.resolve(ResultFolder.END));
  }

  private static Typed scan(String... words) {
    return Typed.camsweep(
        Stream.concat(Stream.of("scan", "--probes=http", "-q"), Stream.of(words))
            .toArray(String[]::new));
  }

  private Report report() throws Exception {
    return ReportReader.read(out.resolve(ResultFolder.REPORT));
  }

  @Test
  void keepsMarkingAndWaiversOfItsSiteFile() throws Exception {
    assertThat(scan("--resume", out.toString()).code()).isEqualTo(ExitCode.FINDING);
    assertThat(report().provenance().marking()).contains("OFFICIAL");
    assertThat(report().findings()).anyMatch(f -> f.id().equals(EXPIRED));
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(home.resolve("waivers.yaml"))));
    assertThat(report().provenance().basis().inputs())
        .contains(new Basis.Input("waivers", "waivers.yaml", hash));
  }

  @Test
  void aScanThatWasKilledBeforeItsReportWasSealedGetsItWithoutAPacket() throws Exception {
    scan("--resume", out.toString());
    String journal = Files.readString(out.resolve(ResultFolder.ADDRESSES));
    String before = Files.readString(out.resolve(ResultFolder.REPORT));
    Files.delete(out.resolve(ResultFolder.REPORT));
    Files.delete(out.resolve(ResultFolder.MANIFEST));
    assertThat(scan("--resume", out.toString()).code()).isEqualTo(ExitCode.FINDING);
    assertThat(out.resolve(ResultFolder.REPORT)).hasContent(before);
    assertThat(out.resolve(ResultFolder.ADDRESSES)).hasContent(journal);
    assertThat(Typed.camsweep("verify", out.toString()).code()).isZero();
    assertThat(scan("--resume", out.toString()).err()).contains("the scan came to its end");
  }

  @Test
  void aFolderDoesNotChooseWhichSecretsAreSent() throws Exception {
    Files.writeString(
        home.resolve("keys.yaml"),
        """
        version: 1
        credentials: { cctv: { username: { env: HOME }, password: { env: PATH } } }
        sites:
          - id: s
            networks:
              - { id: n, cidr: 10.9.0.0/30, exclude: 10.9.0.0/30, credentials: cctv,
                  snmp: { version: 2c, community: { env: PATH } } }
        """);
    Path folder = home.resolve("keyed");
    String[] again = {"scan", "--resume", folder.toString(), "-q"};
    Typed.camsweep("scan", "--site=" + home.resolve("keys.yaml"), "-q", "-d", folder.toString());
    Files.delete(folder.resolve(ResultFolder.END));
    String header = Files.readString(folder.resolve(ResultFolder.HEADER));
    assertThat(header).contains("\"PATH\"");
    Files.writeString(folder.resolve(ResultFolder.HEADER), header.replace("\"PATH\"", "\"PWD\""));
    Typed strange = Typed.camsweep(again);
    assertThat(strange.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(strange.err())
        .contains("a log-in or key is in the environment variable PWD, and no site file at hand");
    Files.writeString(folder.resolve(ResultFolder.HEADER), header);
    assertThat(Typed.camsweep(again).err()).doesNotContain("no site file at hand");
  }

  /** A test cannot change its directory: the file is named as from another one. */
  @Test
  void findsTheSiteFileThatWasNamedFromAnotherDirectory() throws Exception {
    Path header = out.resolve(ResultFolder.HEADER);
    String kept = Files.readString(header);
    assertThat(kept).contains("\"siteFileAt\"").contains(site.toAbsolutePath().toString());
    Files.writeString(header, kept.replace("--site=" + site, "--site=site.yaml"));
    assertThat(scan("--resume", out.toString()).code()).isEqualTo(ExitCode.FINDING);
    assertThat(report().findings()).anyMatch(f -> f.id().equals(EXPIRED));
    assertThat(Files.readString(out.resolve(ResultFolder.REPORT)))
        .as("the report does not tell how folders are named here")
        .doesNotContain(site.toAbsolutePath().getParent().toString() + "/site.yaml");
  }

  @Test
  void asksAsItAskedUnlessItIsSaidAnew() throws Exception {
    Path second = home.resolve("second");
    Typed.camsweep(
        "scan",
        "--site=" + site,
        "--probes=http,rtsp",
        "--thorough",
        "-q",
        "-d",
        second.toString());
    Files.delete(second.resolve(ResultFolder.END));
    String then = Typed.camsweep("scan", "--resume", second.toString(), "--dry-run").out();
    assertThat(then).contains("Probes    http, rtsp\n");
    String anew =
        Typed.camsweep("scan", "--resume", second.toString(), "--dry-run", "--probes=wsd").out();
    assertThat(anew).contains("Probes    wsd\n");
  }

  @Test
  void aSiteFileThatWasChangedIsNotFollowedUnlessItIsNamed() throws Exception {
    Files.writeString(site, Files.readString(site) + "# changed\n");
    Typed quiet = scan("--resume", out.toString());
    assertThat(quiet.code()).isEqualTo(ExitCode.DONE);
    assertThat(quiet.err()).contains("was changed; name it with --site FILE");
    Files.delete(out.resolve(ResultFolder.END));
    assertThat(scan("--resume", out.toString(), "--site=" + site).code())
        .isEqualTo(ExitCode.FINDING);
  }

  @Test
  void aMarkingGivenAnewStandsInHeaderReportOutputsAndNames() throws Exception {
    scan("--resume", out.toString(), "--marking", "SECRET", "-o", "csv");
    assertThat(report().provenance().marking()).contains("SECRET");
    assertThat(JournalReader.open(out).header().marking()).contains("SECRET");
    assertThat(out.resolve("report-SECRET.csv")).isRegularFile();
    assertThat(Typed.camsweep("verify", out.toString()).code()).isZero();
  }
}
