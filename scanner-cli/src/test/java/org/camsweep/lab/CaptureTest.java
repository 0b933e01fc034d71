package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Captures by tcpdump, dumpcap and scapy, of servers and clients that know nothing of camsweep. */
@Tag("lab")
class CaptureTest {
  private static Pair pair;

  @BeforeAll
  static void record() throws Exception {
    Requirements.check(List.of(Pair.TOOLS));
    pair = Pair.open("capture");
    PeerFolder tls = new PeerFolder(pair.file("tls"), "tls", Pair.THERE, "fd78::2");
    tls.certificate("/O=Lab Optics/CN=LAB-TLS-9", 2048, "sha256");
    pair.startThere(
        "openssl",
        "s_server",
        "-quiet",
        "-accept",
        "443",
        "-www",
        "-tls1_2",
        "-key",
        tls.path("key.pem"),
        "-cert",
        tls.path("cert.pem"));
    Process serving =
        pair.startThere("/usr/bin/python3", Cameras.source("capture/serve.py"), Pair.THERE);
    pair.startThere("/usr/bin/python3", Cameras.source("announce/announce.py"), Pair.THERE);
    Path agent = pair.file("snmpd.conf");
    Files.writeString(
        agent,
        "agentAddress udp:%s:161%nrocommunity hunter2%nsysDescr LAB-9 agent%n"
            .formatted(Pair.THERE));
    Process snmpd = pair.startThere("snmpd", "-f", "-Lo", "-C", "-c", agent.toString());
    List<Process> recorders =
        List.of(
            pair.startHere("tcpdump", "-i", "eth0", "-U", "-n", "-w", name("eth.pcap")),
            pair.startHere(
                "tcpdump", "-i", "any", "-y", "LINUX_SLL2", "-U", "-w", name("sll2.pcap")),
            pair.startHere("tcpdump", "-i", "any", "-y", "LINUX_SLL", "-U", "-w", name("sll.pcap")),
            pair.startHere("tcpdump", "-i", "eth0", "-s", "90", "-U", "-w", name("short.pcap")),
            pair.startHere("dumpcap", "-q", "-i", "eth0", "-w", name("ng.pcapng")));
    pair.await(
        "servers and recorders",
        () ->
            pair.there().listens(serving, "tcp", 23)
                && pair.there().listens(snmpd, "udp", 161)
                && Stream.of("eth.pcap", "sll2.pcap", "sll.pcap", "short.pcap", "ng.pcapng")
                    .allMatch(f -> Files.exists(pair.file(f))));
    talk();
    for (Process each : recorders) {
      each.destroy();
      each.waitFor();
    }
    pair.here()
        .must("/usr/bin/python3", Cameras.source("capture/made.py"), pair.file("").toString());
  }

  private static String name(String file) {
    return pair.file(file).toString();
  }

  /** What people do with a camera: open its page, log in to it, watch it. */
  private static void talk() {
    String there = Pair.THERE;
    pair.here()
        .must(
            "sh",
            "-c",
            "curl -s -m 5 -u admin:hunter2 http://%1$s/page?pwd=hunter2 >/dev/null;"
                    .formatted(there)
                + " curl -s -m 5 -d x http://%1$s/onvif/device_service >/dev/null;".formatted(there)
                + " curl -sk -m 5 https://%1$s/ >/dev/null;".formatted(there)
                + " snmpget -v2c -c hunter2 %s 1.3.6.1.2.1.1.1.0 >/dev/null;".formatted(there)
                + " printf 'OPTIONS rtsp://%1$s/ RTSP/1.0\\r\\nCSeq: 1\\r\\n\\r\\n' | nc -w 2 %1$s 554 >/dev/null;"
                    .formatted(there)
                + " (sleep 1; printf 'USER hunter2\\r\\n') | nc -w 2 %1$s 21 >/dev/null;"
                    .formatted(there)
                + " (sleep 1; printf 'hunter2\\r\\n') | nc -w 2 %1$s 23 >/dev/null; true"
                    .formatted(there));
  }

  @AfterAll
  static void close() {
    if (pair != null) {
      pair.close();
    }
  }

  private record Judged(Command.Result run, JsonNode report) {
    JsonNode device(String address) {
      return StreamSupport.stream(report.path("devices").spliterator(), false)
          .filter(d -> ScannerRun.addresses(d).contains(address))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + address + " in " + run.text()));
    }
  }

  private static Judged judge(String file, String... options) throws IOException {
    Path json = pair.file(file + ".json");
    List<String> words = new ArrayList<>(List.of("identify", name(file)));
    words.addAll(List.of(options));
    words.addAll(List.of("-o", "json=" + json, "--overwrite"));
    Command.Result run = pair.camsweep(words.toArray(String[]::new));
    assertThat(Files.exists(json)).as(run.text()).isTrue();
    return new Judged(run, Pair.json(json));
  }

  @Test
  void everyVoiceIsHeardInEveryFormat() throws IOException {
    for (String file : List.of("eth.pcap", "sll2.pcap", "sll.pcap", "ng.pcapng")) {
      Judged judged = judge(file, "--sensitive", "owner-decision");
      List<String> answers = new ArrayList<>();
      for (JsonNode a : judged.device(Pair.THERE).path("answers")) {
        String place = a.path("transport").asText().equals("tcp") ? " " + a.path("port") : "";
        if (a.path("outcome").asText().equals("answered")) {
          answers.add(a.path("probe").asText() + place);
        }
      }
      assertThat(answers)
          .as(file)
          .contains("http 80", "onvif 80", "rtsp 554", "tls 443", "greeting 21", "greeting 23")
          .contains("wsd", "ssdp", "sadp", "dhip", "snmp", "neighbour");
      assertThat(judged.run().text()).as(file).contains("Listened only: nothing was asked");
      assertThat(judged.run().code()).as(file).isEqualTo(4);
    }
  }

  @Test
  void noLogInThatWasCapturedIsShownAnywhere() throws IOException {
    Judged judged = judge("eth.pcap");
    String explained = pair.camsweep("identify", name("eth.pcap"), "-v").text();
    assertThat(judged.report().toString()).doesNotContain("hunter2");
    assertThat(explained).doesNotContain("hunter2");
  }

  @Test
  void aShortSnapshotIsSaidToBeShort() throws IOException {
    Judged judged = judge("short.pcap");
    assertThat(judged.report().path("devices")).isNotEmpty();
  }

  @Test
  void tagsGatewaysFragmentsAndDhcpAreUnderstood() throws IOException {
    Judged judged = judge("made.pcap");
    String report = judged.report().toString();
    assertThat(judged.device("10.78.1.9").toString())
        .contains("02:78:01:00:00:09")
        .contains("\"dhcp\"", "\"mdns\"");
    assertThat(judged.device("10.78.1.10").toString()).contains("02:78:01:00:00:0a");
    assertThat(judged.device("10.78.1.11").toString()).contains("02:78:01:00:00:0b");
    assertThat(judged.device("198.18.7.7").toString())
        .as("behind the gateway")
        .doesNotContain("02:78:01:00:00:fe");
    assertThat(report).doesNotContain("8.8.8.8");
    String said = judged.run().text().replaceAll("\\s+", " ");
    assertThat(said)
        .contains("3 IP fragments passed over")
        .contains("1 answer from public addresses")
        .contains("2 hosts behind a gateway");
    assertThat(judge("raw.pcap").device("10.78.1.9").toString()).contains("ssdp");
  }

  @Test
  void theSiteFileSaysWhichNetworkItIs() throws IOException {
    Path site = pair.file("site.yaml");
    Files.writeString(
        site,
        """
        version: 1
        sites:
          - id: lab
            networks:
              - { id: door, cidr: [10.78.1.9/32], sensitive: true, sensitiveReason: owner-decision }
        """);
    Judged judged = judge("made.pcap", "--site", site.toString());
    assertThat(judged.device("10.78.1.9").path("network").asText()).isEqualTo("door");
    assertThat(judged.device("10.78.1.10").path("network").asText("")).isEmpty();
    Judged named = judge("made.pcap", "10.78.1.10");
    assertThat(named.device("10.78.1.10").path("network").asText()).isEqualTo("targets");
    assertThat(named.device("10.78.1.9").path("network").asText("")).isEmpty();
  }

  @Test
  void aFileThatIsNothingIsOneClearLine() throws IOException {
    Path file = pair.file("zipped.pcap");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
    Command.Result run = pair.camsweep("identify", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.text().lines()).hasSize(1);
  }
}
