package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it: simulated devices, real sockets, the same pipe as any scan. */
class DemoTest {
  /**
   * Address, kind, maker, brand, level; then the verdicts of the UK instruction and of section 889.
   */
  private static final String EXPECTED =
      """
      127.77.1.1   camera    hikvision  Hikvision      confirmed  restricted    restricted
      127.77.1.2   camera    dahua      Dahua          confirmed  restricted    restricted
      127.77.1.3   camera    uniview    Uniview        confirmed  restricted    clear
      127.77.1.4   camera    tiandy     Tiandy         confirmed  restricted    review
      127.77.1.5   camera    dahua      Amcrest        confirmed  restricted    restricted
      127.77.1.6   camera    hikvision  -              confirmed  restricted    restricted
      127.77.1.7   recorder  tvt        Provision-ISR  confirmed  restricted    clear
      127.77.1.8   camera    axis       AXIS           confirmed  clear         clear
      127.77.1.9   camera    bosch      Bosch          confirmed  clear         clear
      127.77.1.10  camera    hanwha     Hanwha Vision  confirmed  clear         clear
      127.77.1.11  camera    -          -              unknown    review        review
      127.77.1.12  camera    -          Dahua          contested  review        review
      127.77.2.1   other     -          -              unknown    -             -
      127.77.2.2   other     -          -              unknown    -             -
      127.77.2.3   other     synology   Synology       possible   -             -
      127.77.2.4   other     axis       AXIS           confirmed  -             -
      127.77.2.5   recorder  dahua      Dahua          confirmed  restricted    review
      127.77.2.6   camera    tvt        -              possible   review        not-assessed
      127.77.2.7   intercom  hikvision  Hikvision      confirmed  restricted    review
      127.77.2.8   camera    axis       AXIS           confirmed  clear         clear
      127.77.2.9   unknown   -          -              unknown    review        not-assessed
      127.77.2.10  unknown   -          -              unknown    review        not-assessed
      127.77.2.12  camera    hikvision  ANNKE          confirmed  restricted    review
      """;

  @TempDir static Path temporary;
  private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
  private static final ByteArrayOutputStream ERR = new ByteArrayOutputStream();
  private static Path folder;
  private static JsonNode report;

  @BeforeAll
  static void run() throws IOException {
    folder = temporary.resolve("demo");
    assertThat(camsweep("demo", "-d", folder.toString())).as(ERR::toString).isZero();
    report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
  }

  @Test
  void everyDeviceIsWhatItIs() {
    List<String> rows = new ArrayList<>();
    for (JsonNode device : report.get("devices")) {
      rows.add(
          "%-12s %-9s %-10s %-14s %-10s %-13s %s"
              .formatted(
                  device.get("addresses").get(0).asText(),
                  device.get("kind").asText(),
                  device.path("maker").path("id").asText("-"),
                  device.path("brand").asText("-"),
                  device.get("level").asText(),
                  verdict(device, "uk-wms-2022-11-24"),
                  verdict(device, "us-889-a1B")));
    }
    rows.sort(Comparator.comparing(DemoTest::place));
    assertThat(String.join("\n", rows) + "\n").isEqualTo(EXPECTED);
  }

  @Test
  void theMakersBehindOtherBadgesAreNamed() {
    assertThat(relabelled()).containsExactlyInAnyOrder("127.77.1.5", "127.77.1.7", "127.77.2.12");
  }

  @Test
  void aMicrophoneAndAWayOutAreShownBesideTheVerdict() {
    assertThat(sights("microphone", "seen")).containsExactly("127.77.1.3");
    assertThat(sights("microphone", "not-seen")).containsExactly("127.77.1.9");
    assertThat(sights("remote-access", "seen")).containsExactly("127.77.1.6", "127.77.2.12");
    assertThat(sights("remote-access", "not-seen")).contains("127.77.1.1");
    assertThat(sights("remote-access", "not-determinable"))
        .as("one of its two voices says no, the other says nothing")
        .contains("127.77.1.12");
  }

  private static List<String> sights(String topic, String sight) {
    List<String> at = new ArrayList<>();
    for (JsonNode device : report.get("devices")) {
      for (JsonNode exposure : device.get("exposures")) {
        if (exposure.get("topic").asText().equals(topic)
            && exposure.get("sight").asText().equals(sight)) {
          at.add(device.get("addresses").get(0).asText());
        }
      }
    }
    return at;
  }

  @Test
  void everyAddressHasAnOutcomeAndTheOwnersExclusionIsKept() {
    long all = 0;
    for (JsonNode network : report.get("coverage").get("networks")) {
      long sum = 0;
      for (String outcome : List.of("excluded", "answered", "present", "silent", "notAsked")) {
        sum += network.get(outcome).asLong();
      }
      assertThat(sum).isEqualTo(network.get("inScope").asLong());
      assertThat(network.get("notAsked").asLong()).isZero();
      all += sum;
    }
    assertThat(all).isEqualTo(32);
    assertThat(report.get("coverage").get("complete").asBoolean()).isTrue();
    assertThat(report.get("devices").toString()).doesNotContain("127.77.2.13");
  }

  @Test
  void judgedAgainWithoutAPacketItIsTheSameByteForByte() throws IOException {
    byte[] first = Files.readAllBytes(folder.resolve("report.json"));
    assertThat(camsweep("identify", folder.toString()))
        .as(ERR::toString)
        .isEqualTo(ExitCode.FINDING);
    assertThat(Files.readAllBytes(folder.resolve("report.json"))).isEqualTo(first);
  }

  @Test
  void theReadmeShowsWhatTheDemoShows() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    int from = readme.indexOf("```text\n", readme.indexOf("./camsweep demo")) + 8;
    String picture = readme.substring(from, readme.indexOf("```", from));
    assertThat(picture.lines()).hasSizeGreaterThan(20);
    assertThat(OUT.toString(StandardCharsets.UTF_8).lines().toList())
        .containsAll(picture.lines().toList());
  }

  private static List<String> relabelled() {
    List<String> found = new ArrayList<>();
    for (JsonNode device : report.get("devices")) {
      if (device.get("relabelled").asBoolean()) {
        found.add(device.get("addresses").get(0).asText());
      }
    }
    return found;
  }

  private static String verdict(JsonNode device, String regime) {
    for (JsonNode finding : device.get("findings")) {
      if (finding.get("regime").asText().equals(regime)) {
        return finding.get("verdict").asText();
      }
    }
    return "-";
  }

  /** The row's network and host, as a number that sorts. */
  private static int place(String row) {
    String[] parts = row.substring(0, row.indexOf(' ')).split("\\.", -1);
    return Integer.parseInt(parts[2]) * 256 + Integer.parseInt(parts[3]);
  }

  private static int camsweep(String... words) {
    Terminal terminal =
        new Terminal(
            Terminal.writer(OUT),
            Terminal.writer(ERR),
            OUT,
            false,
            false,
            OptionalInt.of(Terminal.USUAL_COLUMNS),
            Map.of());
    return Main.run(terminal, words);
  }
}
