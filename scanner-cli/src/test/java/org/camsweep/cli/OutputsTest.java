package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.camsweep.export.ExportCatalogue;
import org.camsweep.export.spi.Exporter;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ResultFolder;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.scan.Judge;
import org.camsweep.scan.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where outputs go, what they are called, and what cannot be. */
class OutputsTest {
  @TempDir private Path home;
  private Path out;

  @BeforeEach
  void store() throws Exception {
    out = home.resolve("out");
    StoredResult.write(out, true, "V5.7.1");
    Report report =
        new Judge(Rules.read(Packs.shipped(), false))
            .judge(JournalReader.open(out), Optional.empty());
    ResultFolder.write(out.resolve(ResultFolder.REPORT), o -> ReportJson.write(report, o));
  }

  private Typed report(String... words) {
    String[] all = new String[words.length + 4];
    all[0] = "report";
    all[1] = out.toString();
    all[2] = "--fail-on";
    all[3] = "never";
    System.arraycopy(words, 0, all, 4, words.length);
    return Typed.camsweep(all);
  }

  @Test
  void everyFormatHasANameOfItsOwn() {
    for (Exporter exporter : ExportCatalogue.all()) {
      if (!exporter.format().equals("json")) {
        Typed typed = report("-o", exporter.format());
        assertThat(typed.err()).isEmpty();
        assertThat(typed.code()).isZero();
      }
    }
    assertThat(out.resolve("report.csv")).exists();
    assertThat(out.resolve("report-far-889.csv")).exists();
    assertThat(out.resolve("report-oscal.zip")).exists();
  }

  @Test
  void aMarkingStandsInTheOutputAndInItsName() throws IOException {
    assertThat(report("-o", "csv", "--marking", "OFFICIAL: SENSITIVE").code()).isZero();
    Path file = out.resolve("report-OFFICIAL-SENSITIVE.csv");
    assertThat(Files.readString(file)).contains("\"OFFICIAL: SENSITIVE\"");
    assertThat(Files.readString(out.resolve(ResultFolder.REPORT))).doesNotContain("SENSITIVE\"");
    assertThat(report("-o", "csv", "--marking", "a\u001b[2J").err())
        .contains("--marking is empty, too long or not printable");
  }

  @Test
  void aLogHostGetsEveryMessage() throws IOException {
    try (DatagramSocket host = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      host.setSoTimeout(10_000);
      Typed typed = report("-o", "syslog=udp://127.0.0.1:" + host.getLocalPort());
      assertThat(typed.code()).isZero();
      assertThat(typed.err())
          .contains("messages sent to udp://127.0.0.1:")
          .contains("nobody knows");
      DatagramPacket first = new DatagramPacket(new byte[4_096], 4_096);
      host.receive(first);
      assertThat(new String(first.getData(), 0, first.getLength(), StandardCharsets.UTF_8))
          .startsWith("<109>1 ")
          .contains(" - camsweep - scan - CEF:0|camsweep|");
    }
  }

  @Test
  void aLogHostThatIsNotThereCostsNothingElse() {
    Typed typed = report("-o", "csv", "-o", "syslog=tcp://127.0.0.1:1");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("nothing is sure to have reached log host tcp://127.0.0.1:1");
    assertThat(out.resolve("report.csv")).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-o syslog=tls://h/x | is no log host; write tls://HOST:PORT",
        "-o csv=udp://127.0.0.1:514 | 'csv' is not sent to a log host; write -o syslog=udp",
        "-o syslog=tls://h --log-ca none.pem | none.pem holds no certificate",
        "-o csv -o csv | two outputs go to",
        "-o nosuch | no format is called 'nosuch'; use one of: json, csv",
      })
  void whatCannotBeIsOneLine(String words, String message) {
    Typed typed = report(words.split(" ", -1));
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains(message);
  }

  @Test
  void theReportNamesTheFilesAndListsThatItWasJudgedBy() throws Exception {
    Path waivers = home.resolve("waivers.yaml");
    Files.writeString(
        waivers,
        """
        waivers:
          - id: W-1
            finding: uk-wms-2022-11-24:sensitive-site:cctv:10.0.0.1
            reason: replacement is ordered
            approvedBy: N. Owner
            approvedOn: 2026-11-01
            expires: 2027-02-28
        """);
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(waivers)));
    Typed typed =
        Typed.camsweep("identify", out.toString(), "--waivers", waivers.toString(), "-o", "json=-");
    assertThat(typed.out())
        .contains("\"kind\": \"waivers\"", "\"name\": \"waivers.yaml\"", hash)
        .contains("\"id\": \"uk-wms-2022-11-24\"")
        .contains("\"exchanges\": {\n        \"http\": 2");
  }

  @Test
  void eachDevicesReportSaysWhatItWasSentOverAllAttempts() throws Exception {
    Typed typed = Typed.camsweep("identify", out.toString(), "-o", "json=-");
    assertThat(typed.out())
        .contains(
            "\"asked\": {\n        \"questions\": {\n          \"http\": 5,\n"
                + "          \"onvif-interview\": 1\n        },\n        \"packets\": 30")
        .contains("\"asked\": {\n        \"questions\": {},\n        \"packets\": 0");
    Files.delete(out.resolve("asked.ndjson"));
    String older = Typed.camsweep("identify", out.toString(), "-o", "json=-").out();
    assertThat(older).as("of an older version, which did not count").doesNotContain("\"asked\"");
  }

  @Test
  void whatIsSharedIsRedactedAndCalledSo() throws IOException {
    assertThat(report("-o", "csv", "--redact", "serial,mac,host").code()).isZero();
    assertThat(Files.readString(out.resolve("report-redacted.csv")))
        .contains("240.0.0.1")
        .doesNotContain("10.0.0.1");
    assertThat(report("--redact", "names").err()).contains("use one of: serial, mac, host");
  }
}
