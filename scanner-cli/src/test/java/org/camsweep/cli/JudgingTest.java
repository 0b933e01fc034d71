package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each option by which a result is judged changes the report as it must. */
class JudgingTest {
  static final String UK = "uk-wms-2022-11-24:sensitive-site:cctv:10.0.0.1";

  @TempDir private Path folder;
  private Path result;

  @BeforeEach
  void store() throws ConfigException {
    result = folder.resolve("out");
    StoredResult.write(result, true, "V5.5.6");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  static String waiver(String id, String target, String approved, String expires) {
    return "  - { id: %s, %s, reason: replacement is ordered, approvedBy: A. Person, approvedOn: %s, expires: %s }\n"
        .formatted(id, target, approved, expires);
  }

  private Typed identify(String... more) {
    return Typed.camsweep(
        Stream.concat(
                Stream.of("identify", result.toString(), "--overwrite", "-o", "json=" + report()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Path report() {
    return folder.resolve("judged.json");
  }

  /** Findings as {@code id verdict}, with {@code waived by} and {@code not verified}. */
  private List<String> findings() throws IOException {
    List<String> found = new ArrayList<>();
    for (JsonNode f : new ObjectMapper().readTree(report().toFile()).get("findings")) {
      found.add(
          f.get("id").asText()
              + " "
              + f.get("verdict").asText()
              + (f.hasNonNull("waiver") ? " waived by " + f.get("waiver").asText() : "")
              + (f.get("verified").asBoolean() ? "" : " not verified"));
    }
    return found;
  }

  @Test
  void aWaiverMarksTheFindingAndHidesNothing() throws IOException {
    identify();
    assertThat(findings()).contains(UK + " restricted");
    Path waivers =
        file(
            "waivers.yaml",
            "waivers:\n" + waiver("W-1", "finding: '" + UK + "'", "2026-11-01", "2027-02-28"));
    Typed typed = identify("--waivers", waivers.toString());
    assertThat(findings()).contains(UK + " restricted waived by W-1");
    assertThat(typed.out()).contains("(waived: W-1)");
  }

  /** With rules that see a microphone everywhere, all but what is shown of it stays as it was. */
  @Test
  void whatIsSeenOfAMicrophoneChangesNothingElse() throws IOException {
    int before = identify().code();
    ObjectNode was = (ObjectNode) new ObjectMapper().readTree(report().toFile());
    Path rules = Files.createDirectories(folder.resolve("own/exposure"));
    Files.writeString(
        rules.resolve("microphone.yaml"),
        "topic: microphone\n"
            + "settle: s\n"
            + "notRuledOut: n\n"
            + "rules:\n"
            + "  - { id: all, fields: [http.server, wsd.types], pattern: '^[^ ]', says: seen,"
            + " means: m, verified: true, source: s, examples: ['x'], nonExamples: [' x'] }\n");
    int after = identify("--signatures", rules.getParent().toString()).code();
    ObjectNode is = (ObjectNode) new ObjectMapper().readTree(report().toFile());
    assertThat(is.findValuesAsText("sight")).contains("seen");
    assertThat(was.findValuesAsText("sight")).doesNotContain("seen");
    for (ObjectNode one : List.of(was, is)) {
      ((ObjectNode) one.get("provenance")).remove(List.of("pack", "commandLine", "remarks"));
      one.get("devices").forEach(d -> ((ObjectNode) d).remove("exposures"));
      one.findParents("version").forEach(f -> ((ObjectNode) f).remove("version"));
    }
    assertThat(is).isEqualTo(was);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aSiteFileNamesTheWaiversBesideIt() throws IOException {
    file(
        "waivers.yaml",
        "waivers:\n" + waiver("W-2", "finding: '" + UK + "'", "2026-11-01", "2027-02-28"));
    Path site =
        file(
            "site.yaml",
            """
            version: 1
            waivers: waivers.yaml
            sites: [ { id: s, networks: [ { id: n, cidr: 10.9.0.0/30 } ] } ]
            """);
    identify("--site", site.toString());
    assertThat(findings()).contains(UK + " restricted waived by W-2");
  }

  @Test
  void whatTheInventoryDoesNotListIsAFinding() throws IOException {
    Path inventory = file("approved.csv", "address,maker\n10.0.0.1,hikvision\n10.0.0.77,axis\n");
    identify("--inventory", inventory.toString());
    assertThat(findings())
        .contains(
            "approved-inventory:not-listed:cctv:10.0.0.2 review",
            "approved-inventory:not-seen-line-3:inventory not-assessed")
        .noneMatch(f -> f.startsWith("approved-inventory:not-listed:cctv:10.0.0.1"));
    Path broken = file("broken.csv", "adress\n10.0.0.1\n");
    Typed wrong = identify("--inventory", broken.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(wrong.err()).contains("broken.csv:1: unknown column 'adress'");
  }

  @Test
  void aRuleOfTheOwnersOwnIsJudgedByNamedAloneOrInAFolder() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Path rule =
        Files.writeString(
            rules.resolve("house.yaml"),
            """
            regime: house-rule
            name: Our own rule
            kind: owner-rule
            citation: Security standard 12
            rule: none of these
            limbs: [ { id: ours, text: none of these, met: restricted, test: { makers: [hikvision] } } ]
            """);
    for (Path path : List.of(rules, rule)) {
      identify("--regimes", path.toString());
      assertThat(findings()).contains("house-rule:ours:cctv:10.0.0.1 restricted");
    }
    assertThat(Typed.camsweep("lists", "show", "house-rule", "--regimes", rule.toString()).out())
        .contains("citation: Security standard 12");
    Typed empty = identify("--regimes", Files.createDirectory(folder.resolve("none")).toString());
    assertThat(empty.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(empty.err()).contains("holds no rule; put a file 'NAME.yaml' into it");
  }

  @Test
  void unverifiedRegimesAreJudgedOnRequestAndMarked() throws Exception {
    result = folder.resolve("named");
    StoredResult.write(result, true, "V1", "uk-wms-2022-11-24", "us-1260h");
    Typed without = identify();
    assertThat(findings()).noneMatch(f -> f.endsWith("not verified"));
    assertThat(without.out()).doesNotContain("(not verified)");
    Typed with = identify("--include-unverified");
    assertThat(findings()).anyMatch(f -> f.endsWith("not verified"));
    assertThat(with.out()).contains("(not verified)");
    assertThat(Typed.camsweep("lists", "ls", "--include-unverified").out())
        .contains("not verified: ");
  }

  @Test
  void asOfADayBeforeTheInstrumentThereIsNoFinding() throws IOException {
    identify("--as-of", "2022-11-23");
    assertThat(findings())
        .contains("uk-wms-2022-11-24:not-in-force:cctv not-assessed")
        .noneMatch(f -> f.startsWith(UK));
    identify("--as-of", "2022-11-24");
    assertThat(findings()).contains(UK + " restricted");
  }

  @Test
  void changesSinceABaselineAreShownAndLeaveTheExitCode() throws Exception {
    Path before = folder.resolve("before");
    StoredResult.write(before, true, "V5.4.0");
    identify();
    Typed old = Typed.camsweep("identify", before.toString(), "-o", "json");
    Typed typed = identify("--baseline", before.toString());
    assertThat(typed.out())
        .contains("firmware", "V5.4.0 → V5.5.6", "1 change since scan-1, judged as of 2026-11-25.")
        .doesNotContain("\u001b", "\u202e");
    assertThat(typed.code()).isEqualTo(old.code()).isEqualTo(ExitCode.FINDING);
    assertThat(Typed.camsweep("diff", before.toString(), report().toString()).code())
        .isEqualTo(ExitCode.CHANGES);
    assertThat(identify("--baseline", folder + "/nowhere").code()).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void anotherJudgementOfTheSameEvidenceIsNoChangeOfTheDevice() throws IOException {
    identify("--as-of", "2022-11-23");
    Path before = Files.copy(report(), folder.resolve("before.json"));
    assertThat(identify("--baseline", before.toString()).out())
        .containsPattern("(?m)^rejudged")
        .doesNotContainPattern("(?m)^(new|gone|changed|firmware) ");
  }

  /** Nothing is in scope, so nothing is sent: the scan's own way of judging is what is tried. */
  @Test
  void identifyWithTheOptionsOfTheScanGivesTheSameBytes() throws IOException {
    String options = "--waivers=%s --inventory=%s --regimes=%s --include-unverified";
    Path waivers =
        file(
            "waivers.yaml",
            "waivers:\n" + waiver("W-9", "regime: x, network: n", "2025-01-01", "2025-02-28"));
    Path inventory = file("approved.csv", "serial,maker\nA1,axis\n");
    Path rule =
        file(
            "own.yaml",
            """
            regime: house-rule
            name: Our own rule
            kind: owner-rule
            citation: Security standard 12
            rule: none of these
            limbs: [ { id: ours, text: none of these, met: restricted, test: { makers: [axis] } } ]
            """);
    String[] judged = options.formatted(waivers, inventory, rule).split(" ", -1);
    Path site =
        file(
            "site.yaml",
            "version: 1\n"
                + "sites: [ { id: s, networks: [ { id: n, cidr: 10.9.0.0/30, exclude: 10.9.0.0/30,"
                + " sensitive: true, sensitiveReason: owner-decision } ] } ]\n");
    Path out = folder.resolve("scanned");
    Typed scan =
        typed(judged, "scan", "--site=" + site, "--probes=http", "-d", out.toString(), "-q");
    assertThat(scan.code()).as(scan.err() + scan.out()).isEqualTo(ExitCode.FINDING);
    Typed again = typed(judged, "identify", out.toString(), "-o", "json=" + report(), "-q");
    assertThat(again.code()).isEqualTo(ExitCode.FINDING);
    assertThat(report()).hasSameBinaryContentAs(out.resolve("report.json"));
    assertThat(findings())
        .contains(
            "waivers:expired-W-9:n review",
            "approved-inventory:not-seen-line-2:inventory not-assessed");
  }

  private static Typed typed(String[] judged, String... words) {
    return Typed.camsweep(
        Stream.concat(Stream.of(words), Stream.of(judged)).toArray(String[]::new));
  }

  @Test
  void theFileThatSomebodyElseMadeAndItsSiteAreNamedWithTheirHashes() throws Exception {
    Path heard = Files.copy(result.resolve("observations.ndjson"), folder.resolve("heard.ndjson"));
    Path site =
        file("site.yaml", "version: 1\nsites: [{id: s, networks: [{id: n, cidr: 10.0.0.0/24}]}]\n");
    Typed.camsweep(
        "identify", heard.toString(), "--site", site.toString(), "-o", "json=" + report());
    JsonNode inputs = new ObjectMapper().readTree(report().toFile()).at("/provenance/inputs");
    List<String> said = new ArrayList<>();
    inputs.forEach(
        i ->
            said.add(
                String.join(
                    " ",
                    i.get("kind").asText(),
                    i.get("name").asText(),
                    i.get("sha256").asText())));
    assertThat(said)
        .containsExactly(
            "evidence heard.ndjson " + Surroundings.sha256(heard).orElseThrow(),
            "site site.yaml " + Surroundings.sha256(site).orElseThrow());
  }
}
