package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Heard;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bears out a maker beyond the device's own account: nobody is cleared by less. */
class CorroborationTest {
  private static boolean bornOut(Given.Box box) {
    return Corroboration.of(box.judged());
  }

  private static Given.Box blu() {
    return Given.camera().by(Level.CONFIRMED, PolicyTest.BLU);
  }

  @ParameterizedTest(name = "{0} of {1}, verified {2}: {3}")
  @CsvSource({
    "PLATFORM, http.header, true, true",
    "PLATFORM, http.header, false, false",
    "REGISTERED, neighbour.mac, true, true",
    "REGISTERED, neighbour.mac, false, false",
    "REGISTERED, sadp.mac, true, false",
    "DECLARED, onvif.manufacturer, true, false",
    "DECLARED, neighbour.mac, true, false",
    "BRAND, http.title, true, false",
    "LIKENESS, http.title, true, false",
  })
  void onlyPlatformWordsAndASeenHardwareAddress(
      EvidenceKind kind, String field, boolean verified, boolean bornOut) {
    assertThat(bornOut(blu().evidence(kind, field, verified))).isEqualTo(bornOut);
  }

  @Test
  void notWhatWasSaidUnaskedWhichAnotherMachineCouldHaveSaid() {
    assertThat(bornOut(blu().platform())).isTrue();
    assertThat(bornOut(blu().platform().unasked())).isFalse();
  }

  @Test
  void aLabelThatOnlyAnotherGaveItIsNoneThoughItsPlatformAnswered() {
    assertThat(Corroboration.isLabelledByOthers(blu().platform().labelled("Shop").judged()))
        .isFalse();
    Judged byOthers = labelledBy("o2", blu().platform().labelled("Shop").judged());
    assertThat(Corroboration.isLabelledByOthers(byOthers)).isTrue();
    assertThat(Corroboration.of(byOthers)).as("and what it said itself stands").isTrue();
  }

  /** The same, but its label was said in another observation, which came unasked. */
  private static Judged labelledBy(String observation, Judged judged) {
    Device device = judged.device();
    Observation unasked =
        Heard.unasked(Heard.observation(observation, "10.0.0.7", "upnp.friendly-name", "Shop"));
    Identification id = judged.identification();
    List<Evidence> evidence =
        id.evidence().stream()
            .map(e -> e.brand().isPresent() ? saidIn(observation, e) : e)
            .toList();
    return new Judged(
        new Device(
            device.id(),
            device.addresses(),
            device.network(),
            device.mac(),
            device.macSource(),
            List.of(device.observations().get(0), unasked),
            device.joins()),
        new Identification(
            id.kind(),
            id.level(),
            id.maker(),
            id.candidates(),
            id.brand(),
            id.model(),
            id.serial(),
            id.firmware(),
            evidence,
            id.contrary(),
            id.rule(),
            id.settle()));
  }

  private static Evidence saidIn(String observation, Evidence e) {
    return new Evidence(
        e.signature(),
        e.field(),
        e.value(),
        e.kind(),
        observation,
        e.maker(),
        e.brand(),
        e.verified());
  }

  @Test
  void notWhatIsDisputedNorWhatSpeaksForNobodyNorWhatSpeaksAgainst() {
    assertThat(bornOut(blu())).isFalse();
    assertThat(bornOut(blu().platform().or(PolicyTest.MIX))).isFalse();
    assertThat(bornOut(Given.camera().platform())).as("no maker").isFalse();
    assertThat(bornOut(Given.camera().platform().by(Level.CONFIRMED, PolicyTest.BLU)))
        .as("words of no maker")
        .isFalse();
    assertThat(bornOut(blu().against("another"))).isFalse();
    assertThat(bornOut(blu().against("another").platform())).isTrue();
  }
}
