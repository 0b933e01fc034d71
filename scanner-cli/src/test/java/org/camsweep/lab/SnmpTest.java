package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SNMP by the real program at Net-SNMP's agent. */
@LabTest
class SnmpTest {
  private static final String SERVER = Office.SERVER.address();
  private static final String USER = "labreader";
  private static final String AUTH = "Lab-auth-pass-5c";
  private static final String PRIVACY = "Lab-priv-pass-9d";

  private static final String OPEN = "{ version: 2c, community: { env: LAB_SNMP } }";
  private static final String LOCKED =
      "{ version: 3, user: { env: LAB_USER }, auth: sha-256, authPassword: { env: LAB_AUTH },"
          + " privacy: aes-128, privacyPassword: { env: LAB_PRIVACY } }";

  /** What leaves the scanner's machine for port 161, counted by its kernel. */
  private static final String COUNT =
      """
      add table inet snmp
      delete table inet snmp
      table inet snmp {
        counter sent { }
        set asked { type ipv4_addr; flags dynamic; size 64; }
        chain leaving {
          type filter hook output priority filter;
          udp dport 161 counter name sent add @asked { ip daddr }
        }
      }
      """;

  @TempDir private Path folder;

  private ScannerRun scan(
      Lab lab, String name, String snmp, List<String> environment, String... more)
      throws IOException {
    Path file = folder.resolve("site.yaml");
    Files.writeString(
        file,
        """
        version: 1
        authorisation: { reference: LAB }
        operator: Lab
        sites:
          - id: lab
            networks:
              - id: office
                cidr: 10.77.1.0/26
                sensitive: true
                sensitiveReason: owner-decision
                snmp: %s
        """
            .formatted(snmp));
    lab.scanner().must("nft", COUNT);
    List<String> options = new ArrayList<>(List.of("--site", file.toString()));
    options.addAll(List.of(more));
    List<String> java =
        List.of("-Dlogback.configurationFile=" + Cameras.source("onvif-device/trace.xml"));
    return ScannerRun.of(
        lab,
        name,
        List.of("10.77.1.26/31"),
        new ScannerRun.Start(environment, java),
        options.toArray(String[]::new));
  }

  private static int sent(Lab lab) {
    String text = lab.scanner().must("nft", "list", "counter", "inet", "snmp", "sent");
    Matcher packets = Pattern.compile("packets (\\d+)").matcher(text);
    assertThat(packets.find()).as(text).isTrue();
    return Integer.parseInt(packets.group(1));
  }

  private static List<String> asked(Lab lab) {
    return PacketSet.read(lab.scanner(), "snmp", "asked");
  }

  @Test
  void aCommunityOfTheOwnersGetsAnAnswerAndIsWrittenNowhere(Lab lab) throws IOException {
    ScannerRun scan = scan(lab, "snmp-2c", OPEN, List.of("LAB_SNMP=" + OwnersSite.COMMUNITY));
    assertThat(scan.heard(SERVER, "snmp.outcome")).as(scan.text()).containsExactly("began", "in");
    assertThat(scan.heard(SERVER, "snmp.sysdescr"))
        .containsExactly("Office file server, not read by (withheld)");
    assertThat(scan.heard(SERVER, "snmp.sysname")).containsExactly("files");
    assertThat(scan.heard(SERVER, "snmp.sysobjectid")).containsExactly("1.3.6.1.4.1.8072.3.2.10");
    assertThat(sent(lab)).isEqualTo(1);
    assertThat(asked(lab)).as("nothing to a dark address").containsExactly(SERVER);
    assertThat(scan.sent().strays()).isEmpty();
    assertThat(scan.report().at("/coverage/notExamined").toString())
        .contains("Network office: 1 of 1 living hosts answered SNMP with the owner's key.");
    nothingIsLeft(scan, "snmp-2c", OwnersSite.COMMUNITY);
  }

  @Test
  void aUserOfVersionThreeGetsAnAnswerInThreeDatagramsAtMost(Lab lab) throws IOException {
    ScannerRun scan =
        scan(
            lab,
            "snmp-3",
            LOCKED,
            List.of("LAB_USER=" + USER, "LAB_AUTH=" + AUTH, "LAB_PRIVACY=" + PRIVACY));
    assertThat(scan.heard(SERVER, "snmp.outcome")).as(scan.text()).containsExactly("began", "in");
    assertThat(scan.heard(SERVER, "snmp.sysname")).containsExactly("files");
    assertThat(sent(lab)).isBetween(2, 3);
    nothingIsLeft(scan, "snmp-3", USER, AUTH, PRIVACY);
    ScannerRun plain =
        scan(
            lab,
            "snmp-3-plain",
            "{ version: 3, user: { env: LAB_USER }, auth: sha, authPassword: { env: LAB_AUTH },"
                + " privacy: none }",
            List.of("LAB_USER=labplain", "LAB_AUTH=Lab-auth-pass-6e"));
    assertThat(plain.heard(SERVER, "snmp.outcome")).containsExactly("began", "in");
  }

  /** At TRACE: in what was printed, and in every file of the result, raw bytes decoded. */
  private static void nothingIsLeft(ScannerRun scan, String name, String... secrets)
      throws IOException {
    assertThat(scan.text()).contains("TRACE ").doesNotContain(secrets);
    try (Stream<Path> files = Files.walk(ScannerRun.folder(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).as(file.toString()).doesNotContain(secrets);
      }
    }
    List<byte[]> kept =
        scan.observations().stream()
            .filter(o -> o.path("probe").asText().equals("snmp") && o.has("raw"))
            .map(o -> Base64.getDecoder().decode(o.path("raw").asText()))
            .toList();
    assertThat(kept).as("raw bytes of the answer").hasSize(1);
    assertThat(new String(kept.get(0), StandardCharsets.ISO_8859_1))
        .contains("files")
        .doesNotContain(secrets);
  }

  @Test
  void aWrongKeyIsTriedOnceAndSilenceIsNotAnAnswer(Lab lab) throws IOException {
    ScannerRun scan = scan(lab, "snmp-wrong", OPEN, List.of("LAB_SNMP=Not-The-Reader-3"));
    assertThat(scan.heard(SERVER, "snmp.outcome")).containsExactly("began", "no-answer");
    assertThat(sent(lab)).isEqualTo(1);
    assertThat(scan.report().at("/coverage/notExamined").toString())
        .contains("0 of 1 living hosts answered SNMP", "1 no answer");
    ScannerRun password =
        scan(
            lab,
            "snmp-wrong-password",
            LOCKED,
            List.of("LAB_USER=" + USER, "LAB_AUTH=Wrong-auth-pass", "LAB_PRIVACY=" + PRIVACY));
    assertThat(password.heard(SERVER, "snmp.outcome")).containsExactly("began", "refused");
    assertThat(password.heard(SERVER, "snmp.why"))
        .containsExactly("it does not take this user's password for authentication");
    assertThat(sent(lab)).as("the introduction, and one question").isEqualTo(2);
  }

  @Test
  void withoutAKeyNobodyIsAskedNotEvenWithPublic(Lab lab) throws IOException {
    ScannerRun scan =
        scan(lab, "snmp-off", OPEN, List.of("LAB_SNMP=" + OwnersSite.COMMUNITY), "--probes=-snmp");
    assertThat(scan.heard(SERVER, "snmp.outcome")).isEmpty();
    assertThat(sent(lab)).isZero();
  }
}
