package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.identify.Level;
import org.junit.jupiter.api.Test;

/** A regime and a finding set out in full. */
class RegimesInWordsTest {
  private static final String FULL =
      """
      regime: full-rule
      name: Full rule
      place: GB
      kind: named-list
      default: true
      instrument: An order
      citation: Order 7 of 2020
      made: 2020-02-03
      from: 2020-03-01
      primaryRead: true
      verified: true
      status: in force, amended once
      binds: departments
      where: buildings
      rule: none of theirs
      affiliates: named ones
      components: modules too
      mustShow: [ a list, a plan ]
      limits: [ the purpose, the day ]
      actions: [ report it, replace it ]
      limbs:
        - id: one
          text: the first limb
          where: sensitive
          test: { names: [ { entity: redco, verified: true }, { entity: bluco, from: 2020, to: 2021, verified: false, entry: no. 4 } ] }
          met: restricted
      sources: [ the gazette ]
      notes: [ read on a Monday ]
      """;
  private static final String TEXT_ONLY =
      """
      regime: text-rule
      name: Text rule
      place: GB
      kind: advisory
      instrument: A note
      citation: Note 1
      from: 2020
      primaryRead: false
      verified: true
      rule: think first
      sources: [ s ]
      """;

  private static Entities entities() throws ConfigException {
    return EntityReader.read(List.of(Given.file("e.yaml", PolicyTest.ENTITIES)));
  }

  private static Regimes read(String... texts) throws ConfigException {
    List<DataFile> files = new java.util.ArrayList<>();
    for (String text : texts) {
      files.add(Given.file("r" + files.size() + ".yaml", text));
    }
    return RegimeReader.read(files, "1", entities(), false);
  }

  @Test
  void everythingOfARegimeIsShown() throws ConfigException {
    List<String> lines = RegimeText.show(read(FULL).on().get(0));
    assertThat(lines)
        .filteredOn(l -> !l.startsWith("version: "))
        .containsExactly(
            "Full rule",
            "id: full-rule",
            "place: GB",
            "kind: named-list (named companies)",
            "instrument: An order",
            "citation: Order 7 of 2020",
            "date of the instrument: 2020-02-03",
            "in force: from 2020-03-01",
            "read in primary form: yes",
            "data verified: yes",
            "status: in force, amended once",
            "binds: departments",
            "where: buildings",
            "rule: none of theirs",
            "affiliates: named ones",
            "components: modules too",
            "limb one: the first limb",
            "  met: restricted, on: sensitive",
            "  redco",
            "  bluco from 2020-01-01 until 2021-12-31 (not verified): no. 4",
            "an audit must show:",
            "  - a list",
            "  - a plan",
            "a scan cannot see:",
            "  - the purpose",
            "  - the day",
            "the instrument asks:",
            "  - report it",
            "  - replace it",
            "sources:",
            "  - the gazette",
            "notes:",
            "  - read on a Monday");
    assertThat(RegimeText.show(read(TEXT_ONLY).on().get(0)))
        .contains("data verified: yes", "read in primary form: no")
        .noneMatch(l -> l.startsWith("where: ") || l.startsWith("notes"));
  }

  @Test
  void theListSaysWhenEachIsJudged() throws ConfigException {
    assertThat(
            RegimeText.list(
                read(FULL, TEXT_ONLY, PolicyTest.LAW.replace("default: true", "default: false"))))
        .satisfiesExactly(
            l -> assertThat(l).matches("full-rule +default +GB +Full rule \\(named-list\\)"),
            l -> assertThat(l).matches("home-rule +when named +GB +Home rule .*"),
            l -> assertThat(l).matches("text-rule +text only +GB +Text rule .*"));
    Regimes marked =
        RegimeReader.read(
            List.of(
                Given.file("r.yaml", FULL.replace("verified: true\nst", "verified: false\nst"))),
            "1",
            entities(),
            true);
    assertThat(RegimeText.list(marked).get(0)).contains("default, not verified");
    assertThat(RegimeText.show(marked.on().get(0))).contains("data verified: no");
  }

  @Test
  void aTextThatChangedWithoutItsNamesIsToldByItsVersion() throws ConfigException {
    List<String> diff =
        RegimeText.diff(read(FULL), read(FULL.replace("binds: departments", "binds: all")));
    assertThat(diff).singleElement().asString().startsWith("~ full-rule: 1; regime sha256:");
    assertThat(RegimeText.diff(read(FULL), read(FULL.replace("no. 4", "no. 5"))))
        .filteredOn(l -> l.startsWith("  "))
        .containsExactly(
            "  - one: bluco from 2020-01-01 until 2021-12-31 (not verified): no. 4",
            "  + one: bluco from 2020-01-01 until 2021-12-31 (not verified): no. 5");
  }

  private static List<Finding> judge(Regimes regimes, String... named) throws ConfigException {
    return new Policy(regimes, entities(), PolicyTest.TODAY)
        .judge(
            List.of(Given.camera().by(Level.CONFIRMED, PolicyTest.RED).judged()),
            List.of(Given.sensitive(named)));
  }

  @Test
  void anExplanationHoldsWhatTheInstrumentSaysAndAsks() throws ConfigException {
    Regimes regimes = read(FULL);
    Finding finding = judge(regimes).get(0);
    assertThat(Explanation.of(finding, regimes))
        .filteredOn(l -> !l.startsWith("data: ") && !l.startsWith("why: "))
        .containsExactly(
            "full-rule:one:lan:10.0.0.7",
            "verdict: restricted",
            "rule: Full rule (full-rule, limb one)",
            "citation: Order 7 of 2020",
            "read in primary form: yes",
            "the instrument asks: report it",
            "and: replace it",
            "date of the instrument: 2020-02-03",
            "it binds: departments",
            "it says: none of theirs",
            "affiliates: named ones",
            "components: modules too",
            "an audit must show: a list; a plan",
            "a scan cannot see: the purpose; the day",
            Policy.STANDING_TEXT);
    Waivers waivers =
        WaiverReader.read(
            Given.file(
                "w.yaml",
                """
                waivers:
                  - { id: W-1, regime: full-rule, network: lan, reason: replacement ordered, approvedBy: A, approvedOn: 2026-11-01, expires: 2027-02-28 }
                """));
    assertThat(Explanation.of(waivers.applyTo(List.of(finding), PolicyTest.TODAY).get(0), regimes))
        .contains("verdict: restricted (waived by W-1)");
  }

  @Test
  void aRegimeThatIsOffIsExplainedAndItsReasonSaidWhereANetworkNamesIt() throws ConfigException {
    Regimes off =
        read(
            FULL.replace("verified: true\nst", "verified: false\nst"),
            PolicyTest.LAW.replace("verified: true\nrule", "verified: false\nrule"));
    List<Finding> findings = judge(off, "full-rule", "full-rule");
    assertThat(findings)
        .singleElement()
        .satisfies(f -> assertThat(f.regimeName()).isEqualTo("Full rule"))
        .satisfies(f -> assertThat(f.limb()).isEqualTo("not-loaded"))
        .satisfies(
            f ->
                assertThat(f.because()).contains("not verified; loads with --include-unverified."));
    Finding second = judge(off, "home-rule").get(0);
    assertThat(second.regimeName()).isEqualTo("Home rule");
    assertThat(Explanation.of(second, off)).contains("it says: not from there");
    assertThat(Explanation.of(findings.get(0), off))
        .contains("it says: none of theirs")
        .doesNotContain("it says: not from there")
        .anyMatch(l -> l.startsWith("what would settle it: camsweep lists ls"));
    assertThat(judge(Regimes.NONE, "unheard-of").get(0).because())
        .contains("no file of that name is loaded.");
  }

  @Test
  void aRegimeOfTextOnlyIsQuotedWhereANetworkNamesIt() throws ConfigException {
    assertThat(judge(read(TEXT_ONLY), "text-rule"))
        .singleElement()
        .satisfies(f -> assertThat(f.limb()).isEqualTo("text-only"))
        .satisfies(f -> assertThat(f.verdict()).isEqualTo(Verdict.NOT_ASSESSED))
        .satisfies(
            f ->
                assertThat(f.because())
                    .isEqualTo(
                        "A scan cannot judge by it (guidance; no duty). It says: think first."));
    assertThat(judge(read(TEXT_ONLY))).as("nobody named it").isEmpty();
    assertThat(judge(read(FULL.replace("from: 2020-03-01", "from: 2027")), "full-rule"))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.because())
                    .isEqualTo(
                        "It is not in force on 2026-11-25 (from 2027-01-01), and nothing was judged"
                            + " by it."));
    assertThat(judge(read(FULL.replace("default: true", "default: false")))).isEmpty();
  }

  @Test
  void anOwnersRuleStandsBesideThePacksRegimes() throws ConfigException {
    String own =
        """
        regime: own-%s
        name: Own
        kind: owner-rule
        citation: Standard 12
        rule: r
        limbs: [ { id: ours, text: t, test: { makers: [redco] } } ]
        """;
    Regimes pack = read(FULL, TEXT_ONLY.replace("verified: true", "verified: false"));
    Regimes both =
        RegimeReader.readOwn(
            List.of(
                Given.file("a.yaml", own.formatted("b")), Given.file("b.yaml", own.formatted("a"))),
            pack);
    assertThat(both.on()).extracting(Regime::id).containsExactly("full-rule", "own-a", "own-b");
    assertThat(both.off()).extracting(o -> o.regime().id()).containsExactly("text-rule");
    for (List<DataFile> files :
        List.of(
            List.of(
                Given.file("a.yaml", own.formatted("a")), Given.file("b.yaml", own.formatted("a"))),
            List.of(Given.file("b.yaml", TEXT_ONLY)))) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> RegimeReader.readOwn(files, pack))
          .hasMessageMatching("b.yaml:1: there is a regime '(own-a|text-rule)' already; .*");
    }
    Regime regime = both.find("own-a").orElseThrow();
    assertThat(regime.place()).isEqualTo("owner");
    assertThat(regime.byDefault()).isTrue();
    assertThat(regime.limbs().get(0).where()).isEqualTo(Where.ANY);
  }
}
