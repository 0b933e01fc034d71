package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.identify.Level;
import org.camsweep.site.Network;
import org.junit.jupiter.api.Test;

/** What one limb says of one device, where the answer has several parts. */
class LimbJudgeTest {
  private static String regime(String limbs) {
    return """
    regime: r
    name: R
    place: GB
    kind: named-list-plus-affiliates
    default: true
    instrument: An act
    citation: Act 1
    from: 2019
    primaryRead: true
    verified: true
    rule: none of theirs
    limbs: [ %s ]
    sources: [ s ]
    """
        .formatted(limbs);
  }

  private static String limb(String more) {
    return "{ id: a, text: the text, where: sensitive, met: restricted, " + more + " }";
  }

  private static final String RED = "test: { names: [ { entity: redco, verified: true } ] }";

  private static List<Finding> judge(
      String limbs, String inventory, Network network, Given.Box... boxes) throws ConfigException {
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", PolicyTest.ENTITIES)));
    Inventory list =
        inventory.isEmpty() ? Inventory.NONE : InventoryReader.read(Given.file("a.csv", inventory));
    return new Policy(
            RegimeReader.read(List.of(Given.file("r.yaml", regime(limbs))), "1", entities, false),
            entities,
            PolicyTest.TODAY,
            list)
            .judge(java.util.Arrays.stream(boxes).map(Given.Box::judged).toList(), List.of(network))
            .stream()
            .filter(f -> f.regime().equals("r"))
            .toList();
  }

  private static Finding only(String limbs, Given.Box box) throws ConfigException {
    return only(limbs, "", Given.sensitive(), box);
  }

  private static Finding only(String limbs, String inventory, Network network, Given.Box box)
      throws ConfigException {
    List<Finding> all = judge(limbs, inventory, network, box);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static Given.Box red() {
    return Given.camera().by(Level.CONFIRMED, PolicyTest.RED).serial("A1");
  }

  private static Given.Box blu() {
    return Given.camera().by(Level.CONFIRMED, PolicyTest.BLU).serial("A1");
  }

  @Test
  void aUnitUnderAnotherLabelMayBeJudgedMilder() throws ConfigException {
    String limb = limb(RED + ", relabelled: review");
    assertThat(only(limb, red()).verdict()).isEqualTo(Verdict.RESTRICTED);
    assertThat(only(limb, red().badge("red")).verdict()).isEqualTo(Verdict.RESTRICTED);
    assertThat(only(limb, red().labelled("Shop")).verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(only(limb, red().labelled("Shop").unasked()).verdict())
        .as("nobody else makes a rule milder by what he calls it")
        .isEqualTo(Verdict.RESTRICTED);
    Finding other = only(limb, red().badge("Shop"));
    assertThat(other.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(other.because()).contains("It carries another label, and the rule does not speak");
    assertThat(other.settle()).contains("whether the rule reaches units under another label");
    assertThat(only(limb(RED), red().badge("Shop")).verdict()).isEqualTo(Verdict.RESTRICTED);
    assertThat(only(limb(RED + ", settle: x"), red()).settle()).as("nothing is open").isEmpty();
  }

  @Test
  void theDayOfPurchaseDecidesWhereTheLimbTurnsOnIt() throws ConfigException {
    String limb = limb(RED + ", acquiredAfter: 2023-01-01");
    Finding unknown = only(limb, red());
    assertThat(unknown.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(unknown.settle())
        .contains("the day on which it was acquired: after 2023-01-01 or not");
    for (String day : List.of("2023-01-01", "2022-06-01")) {
      Finding before = only(limb, "serial,acquired\nA1," + day + "\n", Given.sensitive(), red());
      assertThat(before.verdict()).as(day).isEqualTo(Verdict.REVIEW);
      assertThat(before.because()).contains("The inventory says that it was acquired on " + day);
    }
    assertThat(only(limb, "serial,acquired\nA1,2023-01-02\n", Given.sensitive(), red()).verdict())
        .isEqualTo(Verdict.RESTRICTED);
  }

  @Test
  void nobodyIsTakenBackToADayBeforeTheListByTheNumberThatHeStates() throws ConfigException {
    String named = "test: { names: [ { entity: redco, verified: true, from: 2020-01-01 } ] }";
    String old = "serial,acquired\nA1,2017-05-01\n";
    assertThat(only(limb(named), old, Given.sensitive(), red().platform()).verdict())
        .isEqualTo(Verdict.RESTRICTED);
    String placed = "address,acquired\n10.0.0.7,2017-05-01\n";
    assertThat(only(limb(named), placed, Given.sensitive(), red().platform()).verdict())
        .as("the owner himself says that it stands there since")
        .isEqualTo(Verdict.CLEAR);
  }

  @Test
  void aModelThatTheDeviceStatesDoesNotClearIt() throws ConfigException {
    String limb = limb("test: { models: ['^C-2'] }");
    assertThat(only(limb, red().model("E-2")).verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(only(limb, red().model("E-2").platform()).verdict()).isEqualTo(Verdict.CLEAR);
    assertThat(only(limb, red().model("C-2")).verdict()).isEqualTo(Verdict.RESTRICTED);
  }

  @Test
  void whereTheLimbDoesNotBiteThatIsSaidInItsWords() throws ConfigException {
    String limb = limb(RED + ", elsewhere: review, elsewhereText: other places are for thought");
    Finding finding = only(limb, "", Given.plain(), red());
    assertThat(finding.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(finding.because()).contains("Other places are for thought.");
    Finding silent = only(limb(RED + ", settle: the purpose"), "", Given.plain(), red());
    assertThat(silent.verdict()).isEqualTo(Verdict.NOT_ASSESSED);
    assertThat(silent.because()).contains("The network is not marked sensitive.");
    assertThat(silent.settle()).as("nothing is asked where nothing is judged").isEmpty();
    Finding open = only(limb, "", Given.plain(), Given.camera().between(PolicyTest.RED));
    assertThat(open.because()).contains("Other places are for thought.");
    assertThat(open.verdict()).isEqualTo(Verdict.REVIEW);
  }

  @Test
  void whatIsClearedIsWhatNoLimbReaches() throws ConfigException {
    String limb = limb(RED);
    assertThat(only(limb, blu().platform()).verdict()).isEqualTo(Verdict.CLEAR);
    Finding declared = only(limb, blu());
    assertThat(declared.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(declared.because()).contains("Declared only: ");
    assertThat(declared.settle())
        .contains("check the label: a reply particular to one maker's platform");
    Finding context = only(limb(RED + ", notMet: not-assessed"), blu());
    assertThat(context.verdict())
        .as("a rule that turns on what a scan cannot see clears nobody and need not doubt")
        .isEqualTo(Verdict.NOT_ASSESSED);
    assertThat(context.because()).doesNotContain("Declared only");
  }

  @Test
  void whoAlsoBuysInIsClearedByItsOwnConfirmedPlatformOnly() throws ConfigException {
    String limb = limb(RED);
    Given.Box mix = Given.camera().by(Level.CONFIRMED, PolicyTest.MIX).platform();
    assertThat(only(limb, mix).verdict()).isEqualTo(Verdict.CLEAR);
    for (Given.Box other :
        List.of(
            Given.camera().by(Level.LIKELY, PolicyTest.MIX).platform(),
            Given.camera()
                .by(Level.CONFIRMED, PolicyTest.MIX)
                .evidence(EvidenceKind.REGISTERED, "neighbour.mac", true),
            Given.camera()
                .by(Level.CONFIRMED, PolicyTest.MIX)
                .evidence(EvidenceKind.REGISTERED, "neighbour.mac", true)
                .evidence(EvidenceKind.PLATFORM, "http.title", false),
            Given.camera()
                .by(Level.CONFIRMED, PolicyTest.BLU)
                .platform()
                .by(Level.CONFIRMED, PolicyTest.MIX))) {
      Finding finding = only(limb, other);
      assertThat(finding.verdict()).isEqualTo(Verdict.REVIEW);
      assertThat(finding.because()).contains("It also sells devices that others build.");
    }
  }

  @Test
  void whoBuysInIsNeverCleared() throws ConfigException {
    Entities entities =
        EntityReader.read(
            List.of(
                Given.file(
                    "e.yaml",
                    PolicyTest.ENTITIES.replace(
                        "not-subject, builds: mixed", "not-subject, builds: bought-in"))));
    Regimes regimes =
        RegimeReader.read(List.of(Given.file("r.yaml", regime(limb(RED)))), "1", entities, false);
    Given.Box mix = Given.camera().by(Level.CONFIRMED, PolicyTest.MIX).platform();
    assertThat(
            new Policy(regimes, entities, PolicyTest.TODAY)
                .judge(List.of(mix.judged()), List.of(Given.sensitive())))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.REVIEW);
  }

  @Test
  void ofWhatIsNoCameraOnlyTheMakersAreNamed() throws ConfigException {
    Finding other = only(limb(RED), Given.of(DeviceKind.OTHER).by(Level.LIKELY, PolicyTest.RED));
    assertThat(other.because())
        .contains("It is not a camera, and the rule speaks of video equipment.");
    assertThat(other.settle()).contains("whether it is part of a video surveillance system");
    Finding unclear =
        only(limb(RED), Given.of(DeviceKind.UNKNOWN).by(Level.LIKELY, PolicyTest.RED));
    assertThat(unclear.limb()).isEqualTo("a");
    assertThat(unclear.because()).contains("What kind of device it is could not be told.");
    assertThat(unclear.settle()).contains("what the device is: camera, recorder or something else");
    String certified = limb("test: { certified: ['^C'] }");
    assertThat(judge(certified, "", Given.sensitive(), Given.of(DeviceKind.OTHER).model("X")))
        .as("a printer needs no camera's certificate")
        .isEmpty();
  }

  @Test
  void whatIsInQuestionIsNamedWithTheReason() throws ConfigException {
    Finding either = only(limb(RED), Given.camera().between(PolicyTest.BLU, PolicyTest.RED));
    assertThat(either.because())
        .contains("Red is named.", "This is not established, so the rule could reach it.");
    assertThat(either.settle()).contains("a reply particular to one maker's platform");
    Finding nobody = only(limb(RED), Given.camera());
    assertThat(nobody.because())
        .contains("The rule could reach it, for its maker is not established.");
    assertThat(
            only(limb(RED), Given.camera().by(Level.POSSIBLE, PolicyTest.BLU).or(PolicyTest.RED))
                .because())
        .contains("Red is named.");
    assertThat(
            only(limb(RED), Given.camera().by(Level.LIKELY, PolicyTest.BLU).or(PolicyTest.RED))
                .because())
        .as("a firm maker's rivals are not asked")
        .doesNotContain("Red is named.");
  }

  @Test
  void aLimbThatOnlyNamesIsSilentOfWhomItDoesNotName() throws ConfigException {
    String limb = limb(RED + ", onlyNamed: true");
    assertThat(judge(limb, "", Given.sensitive(), Given.camera())).isEmpty();
    assertThat(judge(limb, "", Given.sensitive(), blu())).isEmpty();
    assertThat(only(limb, red()).verdict()).isEqualTo(Verdict.RESTRICTED);
    String context = limb(RED).replace("met: restricted", "met: not-assessed");
    assertThat(judge(context, "", Given.sensitive(), blu())).as("context").isEmpty();
    assertThat(only(context, red()).verdict()).isEqualTo(Verdict.NOT_ASSESSED);
    String parts = limb("test: { components: [chipco] }");
    assertThat(judge(parts, "", Given.sensitive(), blu())).as("parts").isEmpty();
    assertThat(only(parts, blu().says("http.server", "chipco")).verdict())
        .isEqualTo(Verdict.RESTRICTED);
  }

  @Test
  void theInventorysDayIsTheDayThatCountsForOwners() throws ConfigException {
    String limb = limb("test: { names: [ { entity: redco, verified: true } ], affiliates: true }");
    Given.Box sold = Given.camera().by(Level.CONFIRMED, PolicyTest.SOLD).serial("A1");
    assertThat(only(limb, "serial,acquired\nA1,2020-01-01\n", Given.sensitive(), sold).verdict())
        .isEqualTo(Verdict.RESTRICTED);
    assertThat(only(limb, "serial\nA1\n", Given.sensitive(), sold).verdict())
        .isEqualTo(Verdict.REVIEW);
  }

  @Test
  void limbsOutOfForceSayNothingAndEachIsToldOnce() throws ConfigException {
    String ended = "{ id: b, text: t, where: sensitive, met: restricted, to: 2020, " + RED + " }";
    assertThat(judge(limb(RED) + ", " + ended, "", Given.sensitive(), red()))
        .extracting(Finding::limb)
        .containsExactly("a");
    String second = "{ id: b, text: t, where: any, met: restricted, " + RED + " }";
    assertThat(judge(limb(RED) + ", " + second, "", Given.sensitive(), red()))
        .extracting(Finding::limb)
        .containsExactly("a", "b");
    assertThat(
            judge(
                limb(RED) + ", " + second,
                "",
                Given.sensitive(),
                Given.of(DeviceKind.OTHER).by(Level.LIKELY, PolicyTest.RED)))
        .as("one line for what is no camera")
        .extracting(Finding::limb)
        .containsExactly("not-a-camera");
    assertThat(judge(ended, "", Given.sensitive(), red()))
        .extracting(Finding::limb)
        .containsExactly("not-in-force");
  }

  @Test
  void aFindingAsksWhatTheLimbOrElseTheRegimeAsks() throws ConfigException {
    assertThat(only(limb(RED + ", cite: s.1, actions: [ remove it ]"), red()).actions())
        .containsExactly("remove it");
    assertThat(only(limb(RED + ", actions: [ remove it ]"), blu().platform()).actions())
        .as("of what is clear nothing is asked")
        .isEmpty();
    assertThat(only(limb(RED + ", cite: s.1"), red()).citation()).isEqualTo("s.1; Act 1");
    assertThat(only(limb(RED), red()).citation()).isEqualTo("Act 1");
  }
}
