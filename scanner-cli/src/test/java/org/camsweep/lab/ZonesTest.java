package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two links on which different boxes have the same link-local address, and a neighbour that is
 * there and answers nobody.
 */
@Tag("lab")
class ZonesTest {
  private static final String SAME = "fe80::c0";
  private static final String MUTE = "fe80::dd";
  private static final String SECOND_MAC = "02:78:01:00:01:02";

  @TempDir private Path results;

  @Test
  void theSameAddressOnTwoLinksIsTwoDevicesAndAMuteNeighbourIsPresent() {
    Requirements.check(List.of(Pair.TOOLS));
    try (Pair pair = Pair.open("zones")) {
      open(pair);
      Path out = results.resolve("out");
      Command.Result scan =
          pair.camsweep(
              "scan", SAME + "%eth0", SAME + "%eth1", MUTE + "%eth0", "-d", out.toString(), "-v");
      assertThat(scan.code()).as(scan.text()).isZero();
      assertThat(scan.text())
          .contains(SAME + "%eth0 +", SAME + "%eth1"); // the mute one has the first's card
      assertThat(Pair.heard(out, SAME + "%eth0", "http.title")).contains("Box on the first link");
      assertThat(Pair.heard(out, SAME + "%eth1", "http.title")).contains("Box on the second link");
      assertThat(hardware(out))
          .containsEntry(SAME + "%eth0", Pair.THERE_MAC)
          .containsEntry(SAME + "%eth1", SECOND_MAC);
      JsonNode counts = Pair.json(out.resolve("report.json")).at("/coverage/networks/0");
      assertThat(counts.path("answered").asInt()).isEqualTo(2);
      assertThat(counts.path("present").asInt()).as(counts.toString()).isEqualTo(1);
      Command.Result again = pair.camsweep("diff", out.toString(), out.toString());
      assertThat(again.code()).as(again.text()).isZero();
    }
  }

  /** Killed in its middle, taken up again, and held against a scan that nobody disturbed. */
  @Test
  void aKilledScanGoesOnAndTheChangesNameTheLink() throws Exception {
    Requirements.check(List.of(Pair.TOOLS));
    try (Pair pair = Pair.open("zoned")) {
      open(pair);
      Path whole = results.resolve("whole");
      Path killed = results.resolve("killed");
      Path one = results.resolve("one");
      String[] both = {SAME + "%eth0", SAME + "%eth1", MUTE + "%eth0"};
      assertThat(pair.camsweep(scan(whole, both)).code()).isZero();
      Process scanning =
          pair.startHere(Pair.command(List.of(), scan(killed, both)).toArray(String[]::new));
      Path lines = killed.resolve("observations.ndjson");
      pair.await("an answer", () -> Files.exists(lines) && lines.toFile().length() > 0);
      scanning.destroyForcibly().waitFor();
      assertThat(killed.resolve("report.json")).doesNotExist();
      Command.Result resumed = pair.camsweep("scan", "--resume", killed.toString());
      assertThat(resumed.code()).as(resumed.text()).isZero();
      assertThat(hardware(killed)).isEqualTo(hardware(whole));
      assertThat(Pair.heard(killed, SAME + "%eth0", "http.title"))
          .contains("Box on the first link");
      assertThat(Pair.heard(killed, SAME + "%eth1", "http.title"))
          .contains("Box on the second link");
      assertThat(Pair.json(killed.resolve("report.json")).at("/coverage/networks/0"))
          .isEqualTo(Pair.json(whole.resolve("report.json")).at("/coverage/networks/0"));
      Command.Result same = pair.camsweep("diff", whole.toString(), killed.toString());
      assertThat(same.code()).as(same.text()).isZero();
      assertThat(same.text()).doesNotContain("new:").doesNotContain("gone:");

      assertThat(pair.camsweep(scan(one, SAME + "%eth0", MUTE + "%eth0")).code()).isZero();
      String gone = pair.camsweep("diff", whole.toString(), one.toString()).text();
      assertThat(gone).contains(SAME + "%eth1").doesNotContain(SAME + "%eth0");
    }
  }

  private static String[] scan(Path out, String... targets) {
    List<String> words = new ArrayList<>(List.of("scan"));
    words.addAll(List.of(targets));
    words.addAll(List.of("-d", out.toString(), "--no-progress"));
    return words.toArray(String[]::new);
  }

  private static void open(Pair pair) {
    Command.must(
        ("ip link add eth1 address 02:78:01:00:01:01 netns " + pair.here().name())
            .concat(" type veth peer name eth1 address " + SECOND_MAC)
            .concat(" netns " + pair.there().name())
            .split(" ", -1));
    for (Netns each : List.of(pair.here(), pair.there())) {
      each.must("ip", "link", "set", "eth1", "up");
    }
    for (String link : List.of("eth0", "eth1")) {
      address(pair, SAME, link);
    }
    address(pair, MUTE, "eth0");
    pair.there()
        .must(
            "nft",
            """
            table ip6 mute {
              chain arriving {
                type filter hook input priority 0;
                ip6 daddr fe80::dd meta l4proto { tcp, udp } drop
              }
            }
            """);
    page(pair, "eth0", "Box on the first link");
    page(pair, "eth1", "Box on the second link");
    pair.await(
        "the link-local address of the second link",
        () ->
            pair.here()
                .must("ip", "-6", "addr", "show", "dev", "eth1", "scope", "link", "-tentative")
                .contains("fe80"));
  }

  private static void address(Pair pair, String address, String link) {
    pair.there().must("ip", "addr", "add", address + "/64", "dev", link, "nodad");
  }

  private static void page(Pair pair, String link, String title) {
    Process serving =
        pair.startThere("/usr/bin/python3", Cameras.source("zones/page.py"), SAME, link, title);
    pair.await("the page of " + link, () -> pair.there().listens(serving, "tcp", 80));
  }

  /** The hardware address of each device, by its first address. */
  private static Map<String, String> hardware(Path out) {
    Map<String, String> all = new TreeMap<>();
    for (JsonNode device : Pair.json(out.resolve("report.json")).path("devices")) {
      all.put(device.at("/addresses/0").asText(), device.path("mac").asText());
    }
    return all;
  }
}
