package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Level;
import org.camsweep.site.Network;
import org.junit.jupiter.api.Test;

class PolicyTest {
  static final String ENTITIES =
      """
      entities:
        - { id: redco, name: Red Co, country: CN, prcLaw: subject, builds: own, verified: true, source: s }
        - { id: greyco, name: Grey Co, country: CN, prcLaw: subject, builds: own, verified: false, source: s }
        - { id: bluco, name: Blu Co, country: SE, prcLaw: not-subject, builds: own, verified: true, source: s }
        - { id: mixco, name: Mix Co, country: DE, prcLaw: not-subject, builds: mixed, verified: true, source: s }
        - id: soldco
          name: Sold Co
          country: CA
          prcLaw: legal-view-needed
          builds: own
          badges: [Sold]
          owners: [ { entity: redco, from: 2018, to: 2022-11, verified: true } ]
          verified: true
          source: s
      """;
  static final String LAW =
      """
      regime: home-rule
      name: Home rule
      place: GB
      kind: jurisdiction-rule
      default: true
      instrument: A statement
      citation: Statement 1 of 24 November 2022
      from: 2022-11-24
      primaryRead: false
      verified: true
      rule: not from there
      limits: [ the day of purchase ]
      limbs:
        - { id: sensitive-site, text: none on sensitive sites, where: sensitive, test: { prcLaw: true }, met: restricted }
        - { id: core-network, text: none on core networks, where: core-network, test: { prcLaw: true }, met: restricted }
      sources: [ s ]
      """;
  static final String NAMES =
      """
      regime: names-rule
      name: Names rule
      place: US
      kind: named-list-plus-affiliates
      default: true
      instrument: An act
      citation: Act s.1 of 2018
      from: 2019-08-13
      primaryRead: true
      verified: true
      rule: none of theirs
      limbs:
        - id: f-3-B
          text: video equipment
          cite: s.1(f)(3)(B)
          where: sensitive
          test: { names: [ { entity: redco, verified: true } ], affiliates: true }
          met: restricted
          elsewhere: review
          settle: the purpose
      sources: [ s ]
      """;

  static final Maker RED = Given.maker("redco", "Red");
  static final Maker GREY = Given.maker("greyco", "Grey");
  static final Maker BLU = Given.maker("bluco", "Blu");
  static final Maker MIX = Given.maker("mixco", "Mix");
  static final Maker SOLD = Given.maker("soldco", "Sold");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  static Policy policy(LocalDate day, String... regimes) throws ConfigException {
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", ENTITIES)));
    List<DataFile> files = new ArrayList<>();
    for (String regime : regimes) {
      files.add(Given.file("r" + files.size() + ".yaml", regime));
    }
    return new Policy(RegimeReader.read(files, "2026.11.1", entities, false), entities, day);
  }

  private static List<String> judge(Given.Box box, Network network) throws ConfigException {
    return judgeOn(TODAY, box, network);
  }

  private static List<String> judgeOn(LocalDate day, Given.Box box, Network network)
      throws ConfigException {
    return policy(day, LAW, NAMES).judge(List.of(box.judged()), List.of(network)).stream()
        .map(f -> f.regime() + ":" + f.limb() + " " + f.verdict())
        .toList();
  }

  @Test
  void bothLimbsOfTheHomeRuleAreFindingsOfTheirOwn() throws ConfigException {
    Network both = Given.network("lan", true, true, java.util.Optional.empty());
    assertThat(judge(Given.camera().by(Level.LIKELY, RED), both))
        .containsExactly(
            "home-rule:core-network RESTRICTED",
            "home-rule:sensitive-site RESTRICTED",
            "names-rule:f-3-B RESTRICTED");
    assertThat(judge(Given.camera().by(Level.LIKELY, RED), Given.core()))
        .contains("home-rule:core-network RESTRICTED")
        .doesNotContain("home-rule:sensitive-site RESTRICTED");
  }

  @Test
  void anUnidentifiedOrContestedCameraOnASensitiveNetworkIsForReview() throws ConfigException {
    for (Given.Box box :
        List.of(
            Given.camera(),
            Given.camera().between(RED, BLU),
            Given.camera().between(BLU, MIX),
            Given.camera().by(Level.POSSIBLE, BLU),
            Given.of(DeviceKind.UNKNOWN).says("rtsp.server", "x"))) {
      assertThat(judge(box, Given.sensitive()))
          .containsExactly("home-rule:sensitive-site REVIEW", "names-rule:f-3-B REVIEW");
    }
  }

  @Test
  void aDevicesOwnAccountOfItselfAccusesAndDoesNotClear() throws ConfigException {
    for (Level level : List.of(Level.LIKELY, Level.CONFIRMED)) {
      assertThat(judge(Given.camera().by(level, BLU), Given.sensitive()))
          .contains("home-rule:sensitive-site REVIEW")
          .noneMatch(f -> f.endsWith("CLEAR"));
      assertThat(judge(Given.camera().by(level, RED), Given.sensitive()))
          .contains("home-rule:sensitive-site RESTRICTED");
    }
  }

  @Test
  void whatIsDisputedIsNotCleared() throws ConfigException {
    assertThat(judge(Given.camera().by(Level.LIKELY, BLU).or(MIX).platform(), Given.sensitive()))
        .noneMatch(f -> f.endsWith("CLEAR"));
  }

  @Test
  void clearNeedsAMakerThatIsKnownToBuildTheUnit() throws ConfigException {
    assertThat(judge(Given.camera().by(Level.LIKELY, BLU).platform(), Given.sensitive()))
        .containsExactly("home-rule:no-limb CLEAR", "names-rule:no-limb CLEAR");
    assertThat(judge(Given.camera().by(Level.CONFIRMED, MIX), Given.sensitive()))
        .contains("home-rule:sensitive-site REVIEW");
    assertThat(judge(Given.camera().by(Level.CONFIRMED, MIX).platform(), Given.sensitive()))
        .contains("home-rule:no-limb CLEAR");
    assertThat(
            judge(Given.camera().by(Level.CONFIRMED, Given.maker("new", "N")), Given.sensitive()))
        .contains("home-rule:sensitive-site REVIEW", "names-rule:f-3-B REVIEW");
  }

  @Test
  void aRowThatIsNotVerifiedRaisesReviewAndNeverMore() throws ConfigException {
    assertThat(judge(Given.camera().by(Level.CONFIRMED, GREY), Given.sensitive()))
        .contains("home-rule:sensitive-site REVIEW");
    assertThat(
            judge(
                Given.camera().by(Level.CONFIRMED, Given.makerIn("new", "CN")), Given.sensitive()))
        .contains("home-rule:sensitive-site REVIEW");
  }

  @Test
  void ownersCountAsOfTheDay() throws ConfigException {
    Given.Box box = Given.camera().by(Level.CONFIRMED, SOLD);
    assertThat(judgeOn(LocalDate.of(2021, 1, 1), box, Given.sensitive()))
        .contains("names-rule:f-3-B RESTRICTED");
    assertThat(judgeOn(TODAY, box, Given.sensitive())).contains("names-rule:f-3-B REVIEW");
  }

  @Test
  void whatIsNoCameraIsReportedOnlyWhereItsMakerIsReached() throws ConfigException {
    assertThat(judge(Given.of(DeviceKind.OTHER).by(Level.CONFIRMED, RED), Given.sensitive()))
        .containsExactly("home-rule:not-a-camera REVIEW", "names-rule:not-a-camera REVIEW");
    assertThat(judge(Given.of(DeviceKind.OTHER).by(Level.CONFIRMED, BLU), Given.sensitive()))
        .isEmpty();
    assertThat(judge(Given.of(DeviceKind.OTHER), Given.sensitive())).isEmpty();
    assertThat(judge(Given.of(DeviceKind.UNKNOWN), Given.sensitive()))
        .containsExactly("coverage:kind-unknown REVIEW");
  }

  @Test
  void outsideTheScopeNothingIsAssessed() throws ConfigException {
    assertThat(judge(Given.camera().by(Level.CONFIRMED, RED).outside(), Given.sensitive()))
        .containsExactly("scope:outside NOT_ASSESSED");
  }

  @Test
  void onAPlainNetworkTheHomeRuleIsNotAssessedAndThePurposeIsAsked() throws ConfigException {
    assertThat(judge(Given.camera().by(Level.CONFIRMED, RED), Given.plain()))
        .containsExactly("names-rule:f-3-B REVIEW", "home-rule:elsewhere NOT_ASSESSED");
    assertThat(judge(Given.camera(), Given.plain()))
        .containsExactly("home-rule:elsewhere NOT_ASSESSED", "names-rule:elsewhere NOT_ASSESSED");
  }

  @Test
  void aRegimeNotYetInForceSaysSo() throws ConfigException {
    assertThat(
            judgeOn(
                LocalDate.of(2022, 1, 1),
                Given.camera().by(Level.CONFIRMED, RED),
                Given.sensitive()))
        .containsExactly("names-rule:f-3-B RESTRICTED", "home-rule:not-in-force NOT_ASSESSED");
  }

  @Test
  void aFindingCarriesWhatAnOfficerNeeds() throws ConfigException {
    Finding finding =
        policy(TODAY, LAW, NAMES)
            .judge(
                List.of(Given.camera().by(Level.CONFIRMED, RED).badge("Acme").judged()),
                List.of(Given.sensitive("names-rule")))
            .get(0);
    assertThat(finding.id()).isEqualTo("names-rule:f-3-B:lan:10.0.0.7");
    assertThat(finding.citation()).isEqualTo("s.1(f)(3)(B); Act s.1 of 2018");
    assertThat(finding.primaryRead()).isTrue();
    assertThat(finding.version())
        .matches("2026\\.11\\.1; regime sha256:[0-9a-f]{12}; entities sha256:[0-9a-f]{12}");
    assertThat(finding.because())
        .isEqualTo(
            "It carries the label 'Acme', and its maker is Red (confirmed). Red is named. Network"
                + " lan is marked sensitive (ministerial-use, set by the owner). The rule: video"
                + " equipment.");
  }

  @Test
  void aRegimeThatANetworkNamesAndThatIsNotLoadedIsSaidAloud() throws ConfigException {
    assertThat(judge(Given.camera(), Given.sensitive("nothing-such")))
        .containsExactly(
            "identification:not-identified REVIEW", "nothing-such:not-loaded NOT_ASSESSED");
  }

  @Test
  void anUnidentifiedCameraIsForReviewEvenWhereNoRegimeJudges() throws ConfigException {
    assertThat(policy(TODAY).judge(List.of(Given.camera().judged()), List.of(Given.core())))
        .extracting(Finding::id)
        .containsExactly("identification:not-identified:lan:10.0.0.7");
  }
}
