package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camsweep.adversary.Behaviours;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The site scanned without the adversary, with devices that are gone after one answer, and with all
 * others. Runs in a process of its own: what it floods the lab with has brought other people's
 * servers down.
 */
@LabTest
@Tag("adversary")
class AdversaryTest {
  private static final String DROPPED = "kernel.datagrams-dropped";

  private static final List<String> SCOPE = List.of("10.77.1.0/24", "10.77.2.0/24");

  /** What some of the behaviours run into. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "wsd-10000-xaddrs", "addresses of an answer",
          "wsd-deep", "levels of XML",
          "dhip-deep", "levels of JSON",
          "text-title-1mb", "cut short");

  private static AdversarySite site;
  private static ScannerRun without;
  private static Foretold foretold;
  private static ScannerRun with;
  private static ScannerRun stopped;
  private static ScannerRun resumed;

  @BeforeAll
  static void scanThrice(Lab lab) {
    site = new AdversarySite(lab);
    site.startHonest();
    without = scan(lab, "without");
    site.startFalling();
    stopped = scan(lab, "falling");
    resumed = ScannerRun.resumed(lab, "falling", SCOPE, start("resumed"));
    site.stopFalling();
    site.startHostile();
    JsonNode before = without.report().path("coverage").path("networks").path(0);
    long living = before.path("answered").asLong() + before.path("present").asLong();
    String expect = Long.toString(living + AdversaryAddresses.hostile());
    foretold = Foretold.read(ScannerRun.foretold(lab, SCOPE, "--expect", expect));
    with = scan(lab, "with");
    System.out.printf(
        "adversary: %d behaviours; foretold %d packets, at most %.0f s; sent %d, and %d by the"
            + " kernel's count; took %d s; dropped by the kernel %d; heap kept after a collection"
            + " at most %d MB without and %d MB with%n",
        Behaviours.names().size() + Behaviours.fallingNames().size(),
        foretold.packets(),
        foretold.seconds(),
        counter(with, "sent.packets"),
        with.sent().packets().values().stream().mapToLong(Long::longValue).sum(),
        seconds(with),
        counter(with, DROPPED),
        HeapLog.mostKept(collections("without")),
        HeapLog.mostKept(collections("with")));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static ScannerRun scan(Lab lab, String name) {
    return ScannerRun.of(
        lab, name, SCOPE, start(name), "--sensitive", "owner-decision", "--operator", "Lab");
  }

  /** Little memory: a scan that keeps what it is flooded with ends without a report. */
  private static ScannerRun.Start start(String name) {
    String log = HeapLog.option(collections(name));
    return new ScannerRun.Start(List.of(), List.of("-Xmx192m", "-XX:+ExitOnOutOfMemoryError", log));
  }

  private static Path collections(String name) {
    return AdversarySite.folder().resolve(name + ".collections");
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(Behaviours.names()).hasSizeGreaterThanOrEqualTo(80).doesNotHaveDuplicates();
  }

  @Test
  void theScanCameToItsEnd() {
    assertThat(complete(with)).as(with.text()).isTrue();
  }

  @Test
  void everyHonestDeviceIsJudgedAsIfTheHostileOnesWereNotThere() {
    Map<String, Map<String, String>> before = Conclusions.of(without);
    assertThat(before).hasSizeGreaterThan(20);
    assertThat(Conclusions.differing(before, Conclusions.of(with))).isEmpty();
  }

  /** Else nothing was shown: answers are only lost where buffers overflow. */
  @Test
  void theFloodsWereMoreThanTheScannersMachineHadRoomFor() {
    assertThat(counter(with, DROPPED)).isGreaterThan(1_000);
  }

  @Test
  void noPacketWentToAnAddressOutsideTheScope() {
    for (ScannerRun run : List.of(with, stopped, resumed)) {
      assertThat(run.sent().strays()).isEmpty();
      assertThat(run.outside())
          .as("what the router was handed by the scanner")
          .noneMatch(line -> line.startsWith(Segment.SITE.address(Wiring.SCANNER) + " "));
    }
  }

  @Test
  void itSentAtMostATenthMoreThanForetold() {
    assertThat(counter(with, "sent.packets")).isLessThan(foretold.packets() * 11 / 10);
  }

  @Test
  void devicesThatCeaseStopTheScanWhichSaysSoAndGoesOnWhenToldTo() {
    assertThat(stopped.code()).isEqualTo(5);
    assertThat(complete(stopped)).isFalse();
    assertThat(stopped.report().path("provenance").path("remarks").toString())
        .contains("ceased to answer")
        .contains("the scan stopped itself");
    assertThat(complete(resumed)).as(resumed.text()).isTrue();
    assertThat(Conclusions.differing(Conclusions.of(without), Conclusions.of(resumed))).isEmpty();
  }

  @Test
  void whoAnswersForABlockOrAtEveryPortIsContestedAndNoCamera() {
    String coverage = with.report().path("coverage").path("notExamined").toString();
    assertThat(coverage).contains("One box answers at").contains("every port open");
    for (String name : List.of("tarpit", "tarpit-camera")) {
      assertThat(word(AdversaryAddresses.of(name), "level")).as(name).isEqualTo("contested");
      assertThat(word(AdversaryAddresses.of(name + " (far)"), "level"))
          .as(name + " (far)")
          .isEqualTo("contested");
    }
    for (List<String> block : List.of(AdversaryAddresses.owned(), AdversaryAddresses.farOwned())) {
      List<String> contested =
          block.stream().filter(a -> word(a, "level").equals("contested")).toList();
      assertThat(contested).hasSizeGreaterThan(block.size() * 3 / 4);
      assertThat(contested).allSatisfy(a -> assertThat(with.kind(a)).isEqualTo("unknown"));
      assertThat(contested)
          .allSatisfy(
              a ->
                  assertThat(with.device(a).orElseThrow().path("findings").toString())
                      .doesNotContain("\"verdict\":\"clear\""));
    }
  }

  @Test
  void whoShoutsEveryMakersWordsIsContested() {
    assertThat(word(AdversaryAddresses.of("lie-honeypot"), "level")).isEqualTo("contested");
    String twoPages = AdversaryAddresses.of("lie-restricted-page");
    boolean bothHeard =
        with.heard(twoPages, "http.body").toString().contains("login.asp")
            && with.heard(twoPages, "http.realm").toString().contains("AXIS_");
    if (bothHeard) { // a machine that is too busy to serve a page in six seconds was not heard
      assertThat(word(twoPages, "level")).isEqualTo("contested");
    }
  }

  @Test
  void limitsThatWereMetAreRemarkedOnTheDevice() {
    Map<String, String> limits = new TreeMap<>(LIMITS);
    if (Boolean.getBoolean(Behaviours.SLOW)) {
      limits.put("tcp-busy-everywhere", "seconds that a living host is asked");
    }
    List<String> unmarked = new ArrayList<>();
    limits.forEach(
        (name, limit) -> {
          String said = word(AdversaryAddresses.of(name), "remarks");
          // Floods drop answers, too, and that is remarked.
          if (!said.contains(limit) && !said.contains("may have found no room")) {
            unmarked.add(name);
          }
        });
    assertThat(unmarked).isEmpty();
  }

  /** Of ten thousand answers to one question the kernel may drop most before the limit is met. */
  @Test
  void whatIsSaidTooOftenIsDroppedAndCounted() {
    assertThat(counter(with, "dropped.flood")).isGreaterThan(1_000);
  }

  /** Fifty thousand services: what browses them drops some, or gives up; both are told. */
  @Test
  void aFloodOfServicesIsToldInTheCoverage() {
    assertThat(with.report().path("coverage").path("notExamined").toString())
        .containsPattern("may have found no room in the scanning machine \\([^)]*mdns");
  }

  private static String word(String address, String field) {
    JsonNode value = with.device(address).orElseThrow().path(field);
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static boolean complete(ScannerRun run) {
    return run.report().path("coverage").path("complete").asBoolean();
  }

  private static long counter(ScannerRun run, String name) {
    return run.report().path("provenance").path("counters").path(name).asLong();
  }

  private static long seconds(ScannerRun run) {
    JsonNode provenance = run.report().path("provenance");
    return Duration.between(
            Instant.parse(provenance.path("started").asText()),
            Instant.parse(provenance.path("ended").asText()))
        .toSeconds();
  }
}
