package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scan refuses before it sends anything, and what a dry run says. */
class ScanCommandTest {
  @TempDir private Path folder;
  private Path site;

  @BeforeEach
  void writeSiteFile() throws IOException {
    site = folder.resolve("site.yaml");
    Files.writeString(
        site,
        """
        version: 1
        authorisation: { reference: AUTH-1 }
        operator: A. Operator
        defaults: { rate: 100 }
        sites:
          - id: house
            networks:
              - id: cctv
                cidr: 10.40.0.0/24
                sensitive: true
                sensitiveReason: ministerial-use
                exclude: 10.40.0.9
              - { id: office, cidr: 10.41.0.0/24 }
        """);
  }

  private Typed dry(String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "scan";
    words[1] = "--dry-run";
    System.arraycopy(more, 0, words, 2, more.length);
    return Typed.camsweep(words);
  }

  @Test
  void aDryRunSaysWhatWouldBeSentAndMakesNoFolder() {
    Path out = folder.resolve("out");
    Typed typed = dry("--site", site.toString(), "-d", out.toString());
    assertThat(typed.err()).isEmpty();
    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains("Network   cctv (10.40.0.0/24), SENSITIVE: ministerial-use")
        .contains("256 addresses to sweep; first asked: ")
        .contains("udp/3702")
        .contains("Pace      100 packets/s in all")
        .endsWith("Nothing was sent.\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void aDryRunForetellsPacketsAndTime() {
    Typed assumed = dry("--site", site.toString());
    assertThat(assumed.out())
        .containsPattern(
            "Expected  [0-9,]{4,} packets in about [0-9.]+ (s|min), as the pace allows")
        .contains("with 52 devices: assumed, one address in 10; --expect N says better");
    String none = dry("10.40.0.0/24", "--site", site.toString(), "--expect", "0").out();
    Matcher silence =
        Pattern.compile("silence at 253 by (\\d+) packets each, 0 devices").matcher(none);
    assertThat(silence.find()).as(none).isTrue();
    assertThat(none)
        .contains("Expected  %,d packets".formatted(253 * Long.parseLong(silence.group(1))));
    assertThat(dry("--site", site.toString(), "--expect", "-1").code())
        .isEqualTo(ExitCode.WRONG_USE);
    Typed thorough = dry("10.40.0.0/24", "--site", site.toString(), "--expect", "0", "--thorough");
    assertThat(thorough.out()).doesNotContain(silence.group());
  }

  @Test
  void aFastScanSparesTheSilentFourSearches() {
    assertThat(silentEach("--profile", "fast")).isEqualTo(silentEach() - 4);
    assertThat(silentEach("--profile", "fast", "--probes=+vivotek")).isEqualTo(silentEach() - 3);
    assertThat(silentEach("--profile", "fast", "--thorough")).isEqualTo(silentEach("--thorough"));
  }

  private long silentEach(String... more) {
    List<String> words = new ArrayList<>(List.of("10.40.0.0/24", "--site", site.toString()));
    words.addAll(List.of("--expect", "0"));
    words.addAll(List.of(more));
    String out = dry(words.toArray(new String[0])).out();
    Matcher each = Pattern.compile("silence at 253 by (\\d+) packets each").matcher(out);
    assertThat(each.find()).as(out).isTrue();
    return Long.parseLong(each.group(1));
  }

  @Test
  void targetsFormASensitiveNetworkOfTheirOwn() {
    Typed typed =
        dry("10.0.0.0/30", "10.0.0.9-10.0.0.10", "--sensitive", "owner-decision", "--core-network");
    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains("targets (10.0.0.0/30, 10.0.0.9/32, 10.0.0.10/32), SENSITIVE: owner-decision")
        .contains("core network");
    assertThat(typed.err()).contains("no authorisation is recorded", "no operator is recorded");
    assertThat(dry("10.0.0.1", "--operator", "A", "--authorisation", "R").err()).isEmpty();
  }

  @Test
  void aSiteCanBeNarrowedToNetworksAndAddresses() {
    assertThat(dry("--site", site.toString(), "--network", "office").out())
        .contains("office")
        .doesNotContain("cctv");
    assertThat(dry("10.40.0.4/30", "--site", site.toString()).out())
        .contains("cctv (10.40.0.4/30), SENSITIVE")
        .doesNotContain("office");
    Typed elsewhere = dry("10.50.0.1", "--site", site.toString());
    assertThat(elsewhere.code()).isEqualTo(3);
    assertThat(elsewhere.err()).contains("10.50.0.1/32 lies in no network of");
  }

  @Test
  void flagsWinOverTheSiteFile() {
    assertThat(dry("--site", site.toString(), "--rate", "7").out()).contains("Pace      7 packets");
    assertThat(dry("--site", site.toString(), "--profile", "gentle").out())
        .contains("Pace      50 packets");
    assertThat(dry("--site", site.toString(), "--ports", "554,8080-8081").out())
        .contains("TCP 554, 8080, 8081\n");
  }

  private Path withLogin() throws IOException {
    String text = Files.readString(site);
    Path file = folder.resolve("login.yaml");
    Files.writeString(
        file,
        text.replace(
                "sites:",
                "credentials:\n  desk:\n    username: { env: CAMSWEEP_TEST_NOT_SET }\n"
                    + "    password: { keystore: keys.p12, alias: cctv }\nsites:")
            .replace("sensitive: true", "credentials: desk\n        sensitive: true"));
    return file;
  }

  @Test
  void aDryRunSaysWhoWillBeInterviewed() throws IOException {
    String file = withLogin().toString();
    assertThat(dry("--site", file).out())
        .contains("Log-ins   1 of 2 networks has credentials: after the sweep, confirmed cameras")
        .contains(
            "cctv: user name in environment variable CAMSWEEP_TEST_NOT_SET, password in entry")
        .contains(folder.resolve("keys.p12").toString());
    Typed off = dry("--site", file, "--probes=-onvif-interview,-onvif");
    assertThat(off.out()).contains("Nothing was sent").doesNotContain("Log-ins", "onvif");
    assertThat(dry("--site", file, "--probes=http").out()).doesNotContain("Log-ins");
    assertThat(dry("--site", file, "--probes=http,onvif,+onvif-interview").out())
        .contains("Log-ins", "Probes    http, onvif\n");
    assertThat(dry("--site", file, "--network", "office").out()).doesNotContain("Log-ins");
    Typed none = dry("--site", site.toString(), "--probes=+onvif-interview");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("onvif-interview needs credentials");
    assertThat(Typed.camsweep("site", "check", file).out())
        .contains(
            "  interviews of confirmed cameras: user name in environment variable CAMSWEEP_T");
  }

  private Path withSnmp(String snmp) throws IOException {
    Path file = folder.resolve("snmp.yaml");
    String text = Files.readString(site);
    Files.writeString(
        file, text.replace("sensitive: true", "snmp: " + snmp + "\n        sensitive: true"));
    return file;
  }

  @Test
  void aDryRunSaysWhoWillBeAskedBySnmpAndThatItIsInClear() throws IOException {
    String open = "{ version: 2c, community: { env: CAMSWEEP_TEST_NOT_SET } }";
    String file = withSnmp(open).toString();
    assertThat(dry("--site", file).out())
        .contains("SNMP      1 of 2 networks: after the sweep")
        .contains("cctv: SNMPv2c, in clear: community in environment variable CAMSWEEP_TEST_NOT");
    assertThat(dry("--site", file, "--probes=-snmp").out()).doesNotContain("SNMP");
    assertThat(dry("--site", file, "--probes=http").out()).doesNotContain("SNMP");
    assertThat(dry("--site", file, "--probes=http,+snmp").out())
        .contains("SNMP  ", "Probes    http\n");
    Typed none = dry("--site", site.toString(), "--probes=+snmp");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("snmp needs a community or a user");
    assertThat(Typed.camsweep("site", "check", file).out())
        .contains("  read by SNMPv2c, in clear: community in environment variable CAMSWEEP_TEST");
  }

  @Test
  void aKeyForSnmpThatIsNotThereEndsTheScanBeforeItBegins() throws IOException {
    Path out = folder.resolve("out");
    String missing = "{ version: 2c, community: { env: CAMSWEEP_TEST_NOT_SET } }";
    Typed typed =
        Typed.camsweep("scan", "--site", withSnmp(missing).toString(), "-d", out.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .isEqualTo(
            "camsweep: snmp of network cctv: the environment has no CAMSWEEP_TEST_NOT_SET; set it"
                + " before the scan\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void aLogInThatIsNotThereEndsTheScanBeforeItBegins() throws IOException {
    Path out = folder.resolve("out");
    Typed typed = Typed.camsweep("scan", "--site", withLogin().toString(), "-d", out.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .isEqualTo(
            "camsweep: credentials desk: the environment has no CAMSWEEP_TEST_NOT_SET; set it before"
                + " the scan\n");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8.8.8.8 | 3 | is public; name it with --allow-public 8.8.8.8/32",
        "8.8.8.8 --allow-public=8.8.8.8/32 | 3 | public addresses without an authorisation",
        "127.0.0.1 | 3 | is loopback",
        "224.0.0.5 | 3 | is multicast, broadcast or reserved",
        "10.0.0.0/15 | 3 | 131,072 addresses are in scope, more than 65,536",
        "10.0.0.1 --network=x | 2 | --network needs a site file",
        "camera.local | 2 | is a name, and names are not looked up",
        "10.0.0.1 --sensitive=because | 2 | 'because' is no reason; use one of: secret-material",
        "10.0.0.1 --rate=0 | 2 | rate 0 is not from 1 to 100000",
        "10.0.0.1 --ports=9100 | 2 | port 9100 belongs to printers",
        "10.0.0.1 --probes=nosuch | 2 | no probe is called 'nosuch'",
        "10.0.0.1 --interface=nosuch0 | 2 | no interface 'nosuch0' is up",
        "10.0.0.1 --as-of=yesterday | 2 | --as-of",
        "10.0.0.1 --profile=loud | 2 | --profile",
      })
  void refusesWithACure(String words, int code, String message) {
    Typed typed = dry(words.split(" ", -1));
    assertThat(typed.err()).contains(message);
    assertThat(typed.code()).isEqualTo(code);
    assertThat(typed.out()).isEmpty();
  }

  @Test
  void aPublicBlockWithAnAuthorisationIsAdmitted() {
    assertThat(
            dry("203.0.114.7", "--allow-public", "203.0.114.0/24", "--authorisation", "R").code())
        .isZero();
  }

  @Test
  void theMarksOfASiteAreItsOwnersOwn() {
    Typed typed = dry("--site", site.toString(), "--sensitive", "owner-decision");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("mark the network in it");
    Typed unknown = dry("--site", site.toString(), "--network", "cellar");
    assertThat(unknown.err()).contains("has no network 'cellar'");
  }

  @Test
  void anAuthorisationThatRanOutStopsTheScan() throws IOException {
    Files.writeString(
        site,
        """
        version: 1
        authorisation: { validFrom: 2020-01-01, validTo: 2020-01-31 }
        sites: [ { id: s, networks: [ { id: n, cidr: 10.0.0.0/30 } ] } ]
        """);
    Typed typed = dry("--site", site.toString());
    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.err())
        .contains("is outside the authorisation's validity (2020-01-01 to 2020-01-31)");
  }

  @Test
  void wrongOutputsAreFoundBeforeTheScan() throws IOException {
    Path out = folder.resolve("out");
    Path taken = Files.writeString(folder.resolve("taken.csv"), "x");
    Typed format = Typed.camsweep("scan", "10.0.0.1", "-d", out.toString(), "-o", "docx");
    assertThat(format.code()).isEqualTo(2);
    assertThat(format.err()).contains("no format is called 'docx'; use one of: ", "csv");
    Typed twice = Typed.camsweep("scan", "10.0.0.1", "-o", "csv=-", "-o", "json=-");
    assertThat(twice.err()).contains("two outputs go to standard output");
    Typed there = Typed.camsweep("scan", "10.0.0.1", "-o", "csv=" + taken);
    assertThat(there.err()).contains("taken.csv is there already", "--overwrite");
    assertThat(Files.readString(taken)).isEqualTo("x");
    assertThat(out).doesNotExist();
  }

  @Test
  void onlyAnInterruptedScanIsResumed() {
    Typed typed = Typed.camsweep("scan", "--resume", folder.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("holds no result");
  }
}
