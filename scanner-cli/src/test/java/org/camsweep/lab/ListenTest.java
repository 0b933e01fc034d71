package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Listening, with the kernel and tcpdump as witnesses of what leaves the machine. */
@Tag("lab")
class ListenTest {
  private static final Peer MDNS = Office.avahi("mdns", 2, "avahi-camera", "camera.service");
  private Pair pair;

  @BeforeEach
  void open() {
    Requirements.check(List.of(MDNS, Pair.TOOLS));
    pair = Pair.open("listen");
  }

  @AfterEach
  void close() {
    if (pair != null) {
      pair.close();
    }
  }

  private void announce() {
    pair.startThere("/usr/bin/python3", Cameras.source("announce/announce.py"), Pair.THERE);
  }

  /** A service announces itself when it starts: somebody must be listening by then. */
  private void startLater(List<String> command) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", "sleep 6; exec \"$@\"", "sh"));
    words.addAll(command);
    pair.startThere(words.toArray(String[]::new));
  }

  private long sentPackets() {
    return Long.parseLong(
        pair.here().must("cat", "/sys/class/net/eth0/statistics/tx_packets").strip());
  }

  @Test
  void whatAnnouncesItselfIsJudgedAndOnlyMembershipsLeave() throws Exception {
    Path seen = pair.file("out.pcap");
    Process witness =
        pair.startHere("tcpdump", "-i", "eth0", "-Q", "out", "-U", "-n", "-w", seen.toString());
    PeerFolder avahi = new PeerFolder(pair.file("avahi"), "mdns", Pair.THERE, "fd78::2");
    MDNS.prepare().into(avahi);
    MDNS.commands().apply(avahi).forEach(this::startLater);
    announce();
    Path result = pair.file("heard");

    Command.Result run =
        pair.camsweep(
            "listen",
            "--interface",
            "eth0",
            "--for",
            "12s",
            "--sensitive",
            "owner-decision",
            "-d",
            result.toString());

    witness.destroy();
    witness.waitFor();
    assertThat(run.code()).as(run.text()).isEqualTo(4);
    assertThat(run.text()).contains("Listened only: nothing was asked").contains("INCONCLUSIVE");
    assertThat(Pair.heard(result, Pair.THERE, "wsd.scope")).anyMatch(s -> s.contains("LAB-9"));
    assertThat(Pair.heard(result, Pair.THERE, "ssdp.server")).contains("Lab/1.0 UPnP/1.0 LabCam/9");
    assertThat(Pair.heard(result, Pair.THERE, "sadp.description")).containsExactly("LAB-9");
    assertThat(Pair.heard(result, Pair.THERE, "dhip.device-type")).contains("LAB-9");
    assertThat(Pair.heard(result, Pair.THERE, "mdns.service")).isNotEmpty();
    JsonNode report = Pair.json(result.resolve("report.json"));
    assertThat(report.path("devices")).as("two faces of one box at most").isNotEmpty();
    assertThat(verdicts(report)).contains("review").doesNotContain("clear");
    assertThat(leaving(seen, "not igmp and not icmp6 and not arp and not (ip6 and ip6[6] = 0)"))
        .isEmpty();
    assertThat(leaving(seen, "igmp")).as("joining is not silent").isNotEmpty();

    Command.Result again = pair.camsweep("identify", result.toString());
    assertThat(again.text()).contains("Listened only: nothing was asked");
    assertThat(pair.camsweep("scan", "--resume", result.toString()).text())
        .contains("was listened to, not scanned");
  }

  private static List<String> verdicts(JsonNode report) {
    return StreamSupport.stream(report.path("findings").spliterator(), false)
        .map(f -> f.path("verdict").asText())
        .toList();
  }

  private List<String> leaving(Path pcap, String filter) {
    return pair.here()
        .must("sh", "-c", "tcpdump -n -r '%s' '%s' 2>/dev/null".formatted(pcap, filter))
        .lines()
        .toList();
  }

  /** IPv6 is off here: its neighbour discovery would be the kernel's own noise in the count. */
  @Test
  void withoutJoiningNotOnePacketLeaves() {
    pair.here().must("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/eth0/disable_ipv6");
    announce();
    long before = sentPackets();
    Path result = pair.file("mute");

    Command.Result run =
        pair.camsweep(
            "listen", "--interface", "eth0", "--no-join", "--for", "4s", "-d", result.toString());

    assertThat(sentPackets()).as(run.text()).isEqualTo(before);
    assertThat(Pair.heard(result, Pair.THERE, "dhip.device-type")).contains("LAB-9");
    assertThat(Pair.heard(result, Pair.THERE, "wsd.scope")).as("a group not joined").isEmpty();
  }

  @Test
  void aPortThatIsTakenIsNotRun() {
    String taken =
        "import socket,time; s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM);"
            + " s.bind(('0.0.0.0',37020)); time.sleep(60)";
    Process holder = pair.startHere("/usr/bin/python3", "-c", taken);
    pair.await("the port", () -> pair.here().listens(holder, "udp", 37_020));
    Path result = pair.file("taken");

    Command.Result run =
        pair.camsweep("listen", "--interface", "eth0", "--for", "1s", "-d", result.toString());

    assertThat(run.text().replaceAll("\\s+", " ")).contains("sadp on UDP port 37020 was not run");
    assertThat(
            StreamSupport.stream(
                    Pair.json(result.resolve("end.json")).path("interfaces").spliterator(), false)
                .map(JsonNode::asText))
        .noneMatch(s -> s.contains("sadp on UDP port 37020"))
        .anyMatch(s -> s.contains("dhip on UDP port 37810"));
  }

  @Test
  void aFloodLosesNeitherTheJournalNorTheCamera() throws Exception {
    Process flood =
        pair.startThere("/usr/bin/python3", Cameras.source("announce/flood.py"), Pair.THERE);
    pair.there().must("ip", "addr", "add", "10.78.1.3/24", "dev", "eth0");
    pair.startThere("/usr/bin/python3", Cameras.source("announce/announce.py"), "10.78.1.3");
    Path result = pair.file("flood");

    Command.Result run =
        pair.camsweep("listen", "--interface", "eth0", "--for", "8s", "-d", result.toString());

    flood.destroyForcibly();
    assertThat(run.code()).as(run.text()).isEqualTo(4);
    assertThat(Pair.heard(result, "10.78.1.3", "wsd.scope")).anyMatch(s -> s.contains("LAB-9"));
    JsonNode counters = Pair.json(result.resolve("end.json")).path("counters");
    assertThat(counters.path("dropped.sender-rate").asLong()).isGreaterThan(1_000);
    assertThat(run.text().replaceAll("\\s+", " ")).contains("a second from one sender");
    assertThat(Files.size(result.resolve("observations.ndjson"))).isLessThan(4_000_000);
  }

  @Test
  void anInterruptEndsItWithAWholeReport() throws Exception {
    announce();
    Path result = pair.file("stopped");
    Process running =
        pair.startHere(
            Pair.command(List.of(), "listen", "--interface", "eth0", "-d", result.toString())
                .toArray(String[]::new));
    Path journal = result.resolve("observations.ndjson");
    pair.await("the journal", () -> journal.toFile().length() > 0);
    running.destroy(); // SIGTERM, heard as Ctrl-C is: who starts in the background ignores SIGINT
    assertThat(running.waitFor(60, TimeUnit.SECONDS)).as(pair.log()).isTrue();
    assertThat(running.exitValue()).as(pair.log()).isEqualTo(4);
    assertThat(Pair.json(result.resolve("report.json")).path("devices")).isNotEmpty();
  }
}
