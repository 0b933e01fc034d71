package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.identify.Level;
import org.camsweep.site.Network;
import org.junit.jupiter.api.Test;

/** The reasons of a finding, as a reader sees them. */
class WordingTest {
  private static String because(String regime, Given.Box box, Network network)
      throws ConfigException {
    return PolicyTest.policy(PolicyTest.TODAY, regime)
        .judge(List.of(box.judged()), List.of(network))
        .get(0)
        .because();
  }

  private static String because(Given.Box box) throws ConfigException {
    return because(PolicyTest.NAMES, box, Given.sensitive());
  }

  @Test
  void whoMadeItIsSaidWithHowSureThatIs() throws ConfigException {
    assertThat(because(Given.camera().by(Level.LIKELY, PolicyTest.RED)))
        .startsWith("Its maker is Red (likely). ");
    assertThat(because(Given.camera().by(Level.LIKELY, PolicyTest.RED).badge("RED")))
        .as("its own label")
        .startsWith("Its maker is Red (likely). ");
    assertThat(because(Given.camera().by(Level.POSSIBLE, PolicyTest.BLU)))
        .startsWith("Its maker is possibly Blu, which no verdict can rest on. ");
    assertThat(
            because(
                Given.camera()
                    .by(Level.POSSIBLE, PolicyTest.BLU)
                    .or(PolicyTest.RED, PolicyTest.MIX)))
        .startsWith("Its maker is possibly Blu, or Mix and Red, which no verdict can rest on. ");
    assertThat(because(Given.camera().between(PolicyTest.RED, PolicyTest.BLU)))
        .startsWith("Its maker is contested: Blu and Red. ");
    assertThat(because(Given.camera())).startsWith("Who made it is not known. ");
    assertThat(because(Given.camera().badge("Shop")))
        .startsWith("It carries the label 'Shop'. Who made it is not known. ");
  }

  @Test
  void theOwnerOfAForeignLabelIsToldWithItsOwners() throws ConfigException {
    String owners = "The label is that of Sold Co; owners: redco from 2018-01-01 until 2022-11-30.";
    assertThat(because(Given.camera().by(Level.LIKELY, PolicyTest.RED).badge("sold")))
        .contains("It carries the label 'sold', and its maker is Red (likely). " + owners);
    assertThat(because(Given.camera().badge("Sold"))).contains(owners);
    assertThat(because(Given.camera().by(Level.LIKELY, PolicyTest.SOLD).badge("Sold")))
        .as("its own")
        .doesNotContain("The label is that of");
    assertThat(because(Given.camera().badge("Shop"))).doesNotContain("The label is that of");
  }

  @Test
  void whatSpeaksAgainstItIsNamed() throws ConfigException {
    assertThat(because(Given.camera().by(Level.LIKELY, PolicyTest.RED).against("bolt-title")))
        .contains("Contrary evidence: bolt-title.");
    assertThat(because(Given.camera().by(Level.LIKELY, PolicyTest.RED)))
        .doesNotContain("Contrary evidence");
  }

  @Test
  void thePlaceIsSaidAndWhatAScanCannotSee() throws ConfigException {
    Network both = Given.network("lan", true, true, Optional.of("a fence and a guard"));
    Given.Box red = Given.camera().by(Level.LIKELY, PolicyTest.RED);
    assertThat(because(PolicyTest.LAW, red, both))
        .isEqualTo(
            "Its maker is Red (likely). Red Co has its head office in CN, so it is taken as subject"
                + " to the PRC National Intelligence Law. Network lan is marked sensitive"
                + " (ministerial-use, set by the owner) and is a core network. The rule: none on"
                + " core networks. Control of the network: a fence and a guard. A scan cannot see:"
                + " the day of purchase.");
    assertThat(because(PolicyTest.LAW, red, Given.plain()))
        .contains("Network lan is not marked sensitive.")
        .doesNotContain("core network.", "Control of the network", "A scan cannot see");
    assertThat(because(red)).doesNotContain("A scan cannot see");
    assertThat(
            because(
                PolicyTest.LAW,
                Given.camera().by(Level.CONFIRMED, PolicyTest.BLU).platform(),
                Given.sensitive()))
        .as("clear")
        .doesNotContain("The rule: ", "A scan cannot see");
  }

  @Test
  void aRecorderHidesCamerasAndUnverifiedDataAreSaid() throws ConfigException {
    assertThat(because(Given.of(DeviceKind.RECORDER).by(Level.LIKELY, PolicyTest.RED)))
        .contains("Analogue cameras behind a recorder are invisible to a scan.");
    assertThat(because(Given.camera().by(Level.LIKELY, PolicyTest.RED)))
        .doesNotContain("Analogue cameras", "not verified");
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", PolicyTest.ENTITIES)));
    Regimes unverified =
        RegimeReader.read(
            List.of(
                Given.file(
                    "r.yaml",
                    PolicyTest.NAMES.replace("verified: true\nrule", "verified: false\nrule"))),
            "1",
            entities,
            true);
    Finding finding =
        new Policy(unverified, entities, PolicyTest.TODAY)
            .judge(
                List.of(Given.camera().by(Level.LIKELY, PolicyTest.RED).judged()),
                List.of(Given.sensitive()))
            .get(0);
    assertThat(finding.because()).endsWith("The data of this regime are not verified.");
    assertThat(Explanation.of(finding, unverified)).anyMatch(l -> l.endsWith(" (not verified)"));
  }

  @Test
  void clausesBecomeSentences() {
    assertThat(Wording.capital("a b")).isEqualTo("A b");
    assertThat(Wording.capital("")).isEmpty();
    assertThat(Wording.stopped("A b")).isEqualTo("A b.");
    assertThat(Wording.stopped("A b.")).isEqualTo("A b.");
  }
}
