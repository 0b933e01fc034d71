package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.identify.Level;
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
