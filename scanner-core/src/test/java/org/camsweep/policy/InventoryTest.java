package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.identify.Level;
import org.junit.jupiter.api.Test;

/** Which row of the approved inventory is a device's. */
class InventoryTest {
  private static final String ROWS =
      """
      mac,serial,address,maker,model,acquired,note
      00:11:22:33:44:55,S1,10.0.0.7,bluco,C-20,2024-01-02,lobby
      ,S2,10.0.0.8,bluco,,,
      00:11:22:33:44:66,,10.0.0.9,,,,
      ,,10.0.0.10,,C-30,,
      """;

  private static Inventory inventory(String text) throws ConfigException {
    return InventoryReader.read(Given.file("a.csv", text));
  }

  private static int line(Given.Box box) throws ConfigException {
    return inventory(ROWS).find(box.judged()).map(Inventory.Row::line).orElse(0);
  }

  private static Given.Box camera() {
    return Given.camera().at("10.0.0.99");
  }

  @Test
  void aRowIsFoundByHardwareAddressThenSerialThenAddress() throws ConfigException {
    assertThat(line(camera().mac("00:11:22:33:44:55"))).isEqualTo(2);
    assertThat(line(camera().serial(" s2 "))).as("case and margins").isEqualTo(3);
    assertThat(line(camera().at("10.0.0.10"))).isEqualTo(5);
    assertThat(line(camera().mac("00:11:22:33:44:66").serial("S1").at("10.0.0.10"))).isEqualTo(4);
    assertThat(line(camera().serial("S1").at("10.0.0.10"))).isEqualTo(2);
    assertThat(line(camera())).isZero();
  }

  @Test
  void anAddressAloneDoesNotMatchWhereTheRowNamesAnotherBox() throws ConfigException {
    assertThat(line(camera().at("10.0.0.7"))).isEqualTo(2);
    assertThat(line(camera().at("10.0.0.7").mac("00:00:00:00:00:01"))).isZero();
    assertThat(line(camera().at("10.0.0.7").serial("other"))).isZero();
    assertThat(line(camera().at("10.0.0.8").mac("00:00:00:00:00:01")))
        .as("the row names no hardware address")
        .isEqualTo(3);
    assertThat(line(camera().at("10.0.0.8").serial("other"))).isZero();
    assertThat(line(camera().at("10.0.0.9").serial("other"))).isEqualTo(4);
    assertThat(line(camera().at("10.0.0.10").serial("other").mac("00:00:00:00:00:01")))
        .isEqualTo(5);
  }

  @Test
  void aRowKeepsWhatItSays() throws ConfigException {
    Inventory.Row row = inventory("\ufeff" + ROWS).rows().get(0);
    assertThat(row.maker()).contains("bluco");
    assertThat(row.model()).contains("C-20");
    assertThat(row.note()).contains("lobby");
    assertThat(row.acquired()).contains(LocalDate.of(2024, 1, 2));
    assertThat(inventory(ROWS).acquired(camera().serial("S1").judged()))
        .contains(LocalDate.of(2024, 1, 2));
    assertThat(inventory(ROWS).isSurelyListed(camera().serial("S1").judged()))
        .as("whoever states the number of a box that was bought early")
        .isFalse();
    assertThat(inventory(ROWS).isSurelyListed(camera().serial("S1").at("10.0.0.7").judged()))
        .isTrue();
    assertThat(inventory(ROWS).acquired(camera().serial("S2").judged()))
        .isEqualTo(Optional.empty());
  }

  private static List<Finding> judge(String rows, Given.Box... boxes) throws ConfigException {
    return new InventoryJudge(inventory(rows))
        .judge(
            java.util.Arrays.stream(boxes).map(Given.Box::judged).toList(), List.of(Given.plain()));
  }

  @Test
  void whatDiffersFromTheRowIsNamed() throws ConfigException {
    Given.Box other = camera().by(Level.CONFIRMED, PolicyTest.RED).serial("A").model("D-9");
    String row = "serial,maker,model\nA,bluco,C-20\n";
    assertThat(judge(row, other))
        .singleElement()
        .extracting(Finding::because)
        .isEqualTo(
            "The approved inventory (line 2) says otherwise: maker approved 'bluco', found"
                + " 'redco'; model approved 'C-20', found 'D-9'.");
    assertThat(judge(row, camera().by(Level.CONFIRMED, PolicyTest.BLU).serial("A").model("c-20")))
        .isEmpty();
    assertThat(judge(row, camera().by(Level.POSSIBLE, PolicyTest.RED).serial("A")))
        .as("a maker that is not firm contradicts nothing")
        .isEmpty();
    assertThat(judge(row, Given.of(DeviceKind.OTHER).serial("A"))).as("seen").isEmpty();
    assertThat(judge(row, camera().serial("A").outside())).as("seen outside").isEmpty();
  }

  @Test
  void whoStatesTheNumberOfAnotherThatWasSeenIsNamed() throws ConfigException {
    String row = "serial,address\nA,10.0.0.7\n";
    Given.Box listed = camera().serial("A").at("10.0.0.7");
    assertThat(judge(row, listed)).isEmpty();
    assertThat(judge(row, listed, camera().serial("A").at("10.0.0.9")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.device().orElseThrow().text()).isEqualTo("10.0.0.9");
              assertThat(f.limb()).isEqualTo("listed-twice");
              assertThat(f.verdict()).isEqualTo(Verdict.REVIEW);
            });
  }

  @Test
  void whatWasNotSeenIsNamedByWhatTheRowHas() throws ConfigException {
    assertThat(judge("mac,serial,address\n00:11:22:33:44:55,,\n,S9,\n,,10.0.0.44\n"))
        .extracting(Finding::because)
        .satisfiesExactly(
            b -> assertThat(b).startsWith("The approved inventory lists '00:11:22:33:44:55'"),
            b -> assertThat(b).startsWith("The approved inventory lists 'S9' (line 3)"),
            b -> assertThat(b).startsWith("The approved inventory lists '10.0.0.44'"));
    assertThat(new InventoryJudge(Inventory.NONE).judge(List.of(camera().judged()), List.of()))
        .isEmpty();
  }
}
