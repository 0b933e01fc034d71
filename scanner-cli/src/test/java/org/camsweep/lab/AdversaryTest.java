package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final List<String> SCOPE = List.of("10.77.1.0/24", "10.77.2.0/24");

  /** Little memory: a scan that keeps what it is flooded with ends without a report. */
  private static final ScannerRun.Start START =
      new ScannerRun.Start(List.of(), List.of("-Xmx192m", "-XX:+ExitOnOutOfMemoryError"));

  /** What some of the behaviours run into. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "wsd-10000-matches", "answers to one question by datagram",
          "wsd-10000-xaddrs", "addresses of an answer",
          "wsd-deep", "levels of XML",
          "dhip-deep", "levels of JSON",
          "text-title-1mb", "cut short");

  private static final Pattern PACKETS = Pattern.compile("Expected +([\\d,]+) packets");
  private static final Pattern MOST = Pattern.compile("at most about ([\\d.]+) (s|min)");

  private static AdversarySite site;
  private static ScannerRun without;
  private static String foretold;
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
    resumed = ScannerRun.resumed(lab, "falling", SCOPE, START);
    site.stopFalling();
    site.startHostile();
    JsonNode before = without.report().path("coverage").path("networks").path(0);
    long living = before.path("answered").asLong() + before.path("present").asLong();
    foretold =
        ScannerRun.foretold(
            lab, SCOPE, "--expect", Long.toString(living + AdversarySite.hostile()));
    with = scan(lab, "with");
    System.out.printf(
        "adversary: %d behaviours; foretold %d packets, at most %.0f s; sent %d, and %d by the"
            + " kernel's count; took %d s; dropped by the kernel %d%n",
        Behaviours.names().size() + Behaviours.fallingNames().size(),
        packetsForetold(),
        secondsForetold(),
        counter(with, "sent.packets"),
        with.sent().packets().values().stream().mapToLong(Long::longValue).sum(),
        seconds(with),
        counter(with, "kernel.datagrams-dropped"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static ScannerRun scan(Lab lab, String name) {
    return ScannerRun.of(
        lab, name, SCOPE, START, "--sensitive", "owner-decision", "--operator", "Lab");
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
    Map<String, String> before = Conclusions.of(without);
    assertThat(before).hasSizeGreaterThan(20);
    assertThat(Conclusions.differing(before, Conclusions.of(with))).isEmpty();
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
    assertThat(counter(with, "sent.packets")).isLessThan(packetsForetold() * 11 / 10);
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
      assertThat(word(AdversarySite.address(name), "level")).as(name).isEqualTo("contested");
      assertThat(word(AdversarySite.address(name + " (far)"), "level"))
          .as(name + " (far)")
          .isEqualTo("contested");
    }
    for (List<String> block : List.of(AdversarySite.owned(), AdversarySite.farOwned())) {
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
    assertThat(word(AdversarySite.address("lie-honeypot"), "level")).isEqualTo("contested");
    String twoPages = AdversarySite.address("lie-restricted-page");
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
          String said = word(AdversarySite.address(name), "remarks");
          // Floods drop answers, too, and that is remarked.
          if (!said.contains(limit) && !said.contains("may have found no room")) {
            unmarked.add(name);
          }
        });
    // A machine that the floods keep busy may not be served an answer in time, and meets no limit.
    assertThat(unmarked).hasSizeLessThanOrEqualTo(1);
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

  private static long packetsForetold() {
    Matcher said = PACKETS.matcher(foretold);
    assertThat(said.find()).as(foretold).isTrue();
    return Long.parseLong(said.group(1).replace(",", ""));
  }

  private static double secondsForetold() {
    Matcher said = MOST.matcher(foretold);
    assertThat(said.find()).as(foretold).isTrue();
    return Double.parseDouble(said.group(1)) * (said.group(2).equals("min") ? 60 : 1);
  }
}
