package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.identify.Level;
import org.junit.jupiter.api.Test;

/**
 * Tests that look at the device itself: its model, its certificate, its parts, the owner's list.
 */
class DeviceReachTest {
  private static Reach of(String test, Given.Box box) throws ConfigException {
    return of(test, box, Inventory.NONE);
  }

  private static Reach of(String test, Given.Box box, Inventory inventory) throws ConfigException {
    LimbTest limb =
        LimbTestReader.read(
            StrictYaml.read("x.yaml", test.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return new DeviceReach(inventory).of(limb, box.judged());
  }

  private static Given.Box camera() {
    return Given.camera().by(Level.LIKELY, PolicyTest.BLU);
  }

  @Test
  void aModelIsNamedOrNotOrNotKnown() throws ConfigException {
    String test = "{ models: ['^C-2', '^D-2'] }";
    assertThat(of(test, camera().model("d-20")))
        .isEqualTo(Reach.met("model 'd-20' is one of those named"));
    assertThat(of(test, camera().model("E-2")))
        .isEqualTo(Reach.not("model 'E-2' is not one of those named"));
    assertThat(of(test, camera()))
        .isEqualTo(Reach.unknown("the model is not known", "the model, from its label"));
  }

  @Test
  void aCertificateClearsItsModelAndNoOther() throws ConfigException {
    String test = "{ certified: ['^C-20$'] }";
    assertThat(of(test, camera().model("C-20")))
        .isEqualTo(Reach.not("model 'C-20' is on the list of certificates given"));
    String settle = "the certificate for this model, by number";
    assertThat(of(test, camera().model("C-21")))
        .isEqualTo(Reach.might("model 'C-21' is not on the list of certificates given", settle));
    assertThat(of(test, camera()))
        .isEqualTo(
            Reach.might("the model is not known; see the list of certificates given", settle));
    assertThat(of("{ certified: [] }", camera().model("C-20")).could()).as("none given").isTrue();
  }

  @Test
  void aComponentIsToldByAnyWordOfTheDevice() throws ConfigException {
    String test = "{ components: ['chipco', 'modemco'] }";
    assertThat(of(test, camera().says("http.title", "x").says("http.server", "a ModemCo inside")))
        .isEqualTo(Reach.met("the device itself speaks of the component, in http.server"));
    assertThat(of(test, camera().says("http.server", "a ModemCo inside").unasked()).could())
        .as("another machine may have said that")
        .isFalse();
    assertThat(of(test, camera().says("http.server", "nothing")))
        .isEqualTo(
            Reach.unknown("nothing that the device said tells its components", "a look inside"));
  }

  @Test
  void theOwnersListIsAskedIfThereIsOne() throws ConfigException {
    Inventory list =
        InventoryReader.read(
            Given.file("a.csv", "serial,mac,address\nA1,00:11:22:33:44:55,10.0.0.8\n"));
    String test = "{ notApproved: true }";
    String lists = "the approved inventory lists it (line 2)";
    assertThat(of(test, camera().mac("00:11:22:33:44:55"), list)).isEqualTo(Reach.not(lists));
    assertThat(of(test, camera().serial("A1").at("10.0.0.8"), list)).isEqualTo(Reach.not(lists));
    for (Given.Box copy :
        java.util.List.of(
            camera().serial("A1"),
            camera().statedMac("00:11:22:33:44:55"),
            camera().serial("A1").at("10.0.0.8").mac("00:00:00:00:00:01"))) {
      assertThat(of(test, copy, list))
          .as("nobody is approved by his own word")
          .isEqualTo(
              Reach.might(
                  lists + " by a number that only the device itself states",
                  "the number on its label, or its address in that row of the inventory"));
    }
    assertThat(of(test, camera().serial("A2"), list))
        .isEqualTo(Reach.met("the approved inventory does not list it"));
    assertThat(of(test, camera().serial("A1")).state()).isEqualTo(Reach.State.UNKNOWN);
  }

  @Test
  void deviceTextIsShortenedAndMadePlain() {
    assertThat(DeviceReach.quoted("a\u001b[1m\u00e9~ ")).isEqualTo("'a.[1m.~ '");
    assertThat(DeviceReach.quoted("x".repeat(60))).isEqualTo("'" + "x".repeat(60) + "'");
    assertThat(DeviceReach.quoted("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
  }

  @Test
  void theFirmerOfTwoCounts() {
    Reach first = Reach.might("a", "s");
    assertThat(first.or(Reach.might("b", "t"))).as("of equals the first").isSameAs(first);
    assertThat(first.or(Reach.met("b"))).isEqualTo(Reach.met("b"));
    assertThat(first.or(Reach.unknown("b", "t"))).isSameAs(first);
  }
}
