package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.identify.Level;
import org.junit.jupiter.api.Test;

/** What an organisation writes itself. */
class OwnRulesTest {
  private static final String INVENTORY =
      """
      serial,address,maker,model,acquired
      A1,10.0.0.7,bluco,C-20,2024-01-02
      B2,,bluco,C-20,
      """;

  private static String rule(String test) {
    return """
    regime: own-rule
    name: Our own rule
    kind: owner-rule
    citation: Security standard 12
    rule: as the limb says
    limbs: [ { id: ours, text: ours, met: restricted, test: %s } ]
    """
        .formatted(test);
  }

  private static List<String> judge(String test, Inventory inventory, Given.Box... boxes)
      throws ConfigException {
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", PolicyTest.ENTITIES)));
    Regimes own = RegimeReader.readOwn(List.of(Given.file("own.yaml", rule(test))), Regimes.NONE);
    return new Policy(own, entities, PolicyTest.TODAY, inventory)
            .judge(
                java.util.Arrays.stream(boxes).map(Given.Box::judged).toList(),
                List.of(Given.plain()))
            .stream()
            .map(f -> f.regime() + ":" + f.limb() + " " + f.verdict())
            .toList();
  }

  @Test
  void byMaker() throws ConfigException {
    String test = "{ makers: [bluco, unheard-of] }";
    assertThat(judge(test, Inventory.NONE, Given.camera().by(Level.LIKELY, PolicyTest.BLU)))
        .containsExactly("own-rule:ours RESTRICTED");
    assertThat(
            judge(test, Inventory.NONE, Given.camera().by(Level.LIKELY, PolicyTest.RED).platform()))
        .containsExactly("own-rule:no-limb CLEAR");
    assertThat(judge(test, Inventory.NONE, Given.camera())).containsExactly("own-rule:ours REVIEW");
  }

  @Test
  void byJurisdiction() throws ConfigException {
    assertThat(
            judge(
                "{ countries: [SE] }",
                Inventory.NONE,
                Given.camera().by(Level.LIKELY, PolicyTest.BLU)))
        .containsExactly("own-rule:ours RESTRICTED");
  }

  @Test
  void byModel() throws ConfigException {
    String test = "{ models: ['^C-2'] }";
    Given.Box box = Given.camera().by(Level.LIKELY, PolicyTest.BLU);
    assertThat(judge(test, Inventory.NONE, box.model("c-20")))
        .containsExactly("own-rule:ours RESTRICTED");
    assertThat(judge(test, Inventory.NONE, box.model("D-2")))
        .as("its own word alone clears nobody")
        .containsExactly("own-rule:ours REVIEW");
    assertThat(judge(test, Inventory.NONE, box.platform()))
        .containsExactly("own-rule:no-limb CLEAR");
    assertThat(judge(test, Inventory.NONE, Given.camera().by(Level.LIKELY, PolicyTest.BLU)))
        .containsExactly("own-rule:ours REVIEW");
  }

  @Test
  void notOnTheApprovedList() throws ConfigException {
    Inventory inventory = InventoryReader.read(Given.file("a.csv", INVENTORY));
    String test = "{ notApproved: true }";
    Given.Box listed = Given.camera().by(Level.LIKELY, PolicyTest.BLU).serial("a1").model("C-20");
    assertThat(judge(test, inventory, listed))
        .containsExactly(
            "own-rule:no-limb CLEAR", "approved-inventory:not-seen-line-3 NOT_ASSESSED");
    assertThat(judge(test, inventory, listed.at("10.0.0.9")))
        .as("by a number that it states itself")
        .contains("own-rule:ours REVIEW");
    Given.Box stranger = Given.camera().by(Level.LIKELY, PolicyTest.BLU).serial("Z9");
    assertThat(judge(test, inventory, stranger))
        .contains("own-rule:ours RESTRICTED", "approved-inventory:not-listed REVIEW");
    assertThat(judge(test, Inventory.NONE, stranger)).containsExactly("own-rule:ours REVIEW");
    assertThat(judge(test, inventory, Given.of(DeviceKind.OTHER)))
        .allSatisfy(f -> assertThat(f).startsWith("approved-inventory:not-seen"));
  }

  @Test
  void anotherMakerThanApprovedIsAFinding() throws ConfigException {
    Inventory inventory = InventoryReader.read(Given.file("a.csv", INVENTORY));
    assertThat(
            judge(
                "{ makers: [greyco] }",
                inventory,
                Given.camera().by(Level.LIKELY, PolicyTest.RED).serial("A1"),
                Given.camera().by(Level.LIKELY, PolicyTest.BLU).serial("B2").at("10.0.0.8")))
        .contains("approved-inventory:differs REVIEW")
        .filteredOn(f -> f.startsWith("approved-inventory"))
        .hasSize(1);
  }

  @Test
  void anOwnRuleIsJudgedByDefaultAndStandsBesideThePack() throws ConfigException {
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", PolicyTest.ENTITIES)));
    Regimes pack =
        RegimeReader.read(List.of(Given.file("r.yaml", PolicyTest.LAW)), "1", entities, false);
    Regimes both =
        RegimeReader.readOwn(List.of(Given.file("o.yaml", rule("{ makers: [redco] }"))), pack);
    assertThat(both.on()).extracting(Regime::id).containsExactly("home-rule", "own-rule");
  }

  @Test
  void anOwnFileCannotTakeAPackNameNorReviveAWithdrawnList() throws ConfigException {
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", PolicyTest.ENTITIES)));
    Regimes pack =
        RegimeReader.read(List.of(Given.file("r.yaml", PolicyTest.LAW)), "1", entities, false);
    assertThatThrownBy(
            () -> RegimeReader.readOwn(List.of(Given.file("o.yaml", PolicyTest.LAW)), pack))
        .hasMessageStartingWith("o.yaml:1: there is a regime 'home-rule' already; give your rule");
    String withdrawn =
        PolicyTest.LAW
            .replace("jurisdiction-rule", "withdrawn-list")
            .replace("met: restricted", "met: not-assessed");
    assertThatThrownBy(
            () -> RegimeReader.readOwn(List.of(Given.file("o.yaml", withdrawn)), Regimes.NONE))
        .hasMessage("o.yaml:4: a withdrawn list cannot be loaded; remove the file");
    assertThat(
            RegimeReader.read(List.of(Given.file("o.yaml", withdrawn)), "1", entities, true).on())
        .isEmpty();
  }
}
