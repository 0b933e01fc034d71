package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.observe.Observation;
import org.junit.jupiter.api.Test;

/** What another machine says in a device's name takes nothing away of what the device said. */
class UnaskedWordsTest {
  private final Identifier identifier = new Identifier(SmallPack.pack());
  private final List<Observation> observations = new ArrayList<>();

  private Observation said(String word) {
    return Heard.observation("o" + observations.size(), "192.0.2.7", "http.server", word);
  }

  private UnaskedWordsTest asked(String word) {
    observations.add(said(word));
    return this;
  }

  private UnaskedWordsTest unasked(String word) {
    observations.add(Heard.unasked(said(word)));
    return this;
  }

  private Identification believed() {
    return identifier.identify(DeviceAssembler.assemble(observations).get(0));
  }

  private static void isAcme(Identification id, DeviceKind kind) {
    assertThat(id.level()).as(id.rule()).isEqualTo(Level.CONFIRMED);
    assertThat(id.maker().map(Maker::id)).contains("acme");
    assertThat(id.kind()).isEqualTo(kind);
    assertThat(id.evidence().toString()).doesNotContain("bolt");
    assertThat(id.contrary()).isEmpty();
  }

  @Test
  void whatTellsTheKindIsBelievedWhereTheDeviceDoesNotTell() {
    isAcme(asked("acme-platform").unasked("acme-camera").believed(), DeviceKind.CAMERA);
  }

  @Test
  void aLieBesideItIsLeftOutAlone() {
    isAcme(
        asked("acme-platform").unasked("bolt-platform").unasked("acme-camera").believed(),
        DeviceKind.CAMERA);
  }

  @Test
  void theOrderDoesNotMatter() {
    isAcme(
        unasked("acme-camera").unasked("bolt-platform").asked("acme-platform").believed(),
        DeviceKind.CAMERA);
  }

  @Test
  void theKindThatTheDeviceTellsStands() {
    isAcme(
        asked("acme-platform").asked("acme-camera").unasked("acme-recorder").believed(),
        DeviceKind.CAMERA);
  }

  @Test
  void aFloodOfLiesLeavesWhatTheDeviceSaid() {
    asked("acme-platform").asked("acme-camera");
    IntStream.range(0, 500).forEach(i -> unasked("bolt-platform"));
    IntStream.range(0, 500).forEach(i -> unasked("lie " + i));
    isAcme(believed(), DeviceKind.CAMERA);
  }

  /** Each statement is weighed by itself, so there is a bound to how many are. */
  @Test
  void whatLiesBeyondTheBoundIsNotBelieved() {
    asked("acme-platform").unasked("bolt-platform");
    IntStream.range(0, 6).forEach(i -> unasked("lie " + i));
    isAcme(unasked("acme-camera").believed(), DeviceKind.CAMERA);
    observations.clear();
    asked("acme-platform").unasked("bolt-platform");
    IntStream.range(0, 7).forEach(i -> unasked("lie " + i));
    isAcme(unasked("acme-camera").believed(), DeviceKind.UNKNOWN);
  }

  @Test
  void whereTheDeviceConfirmsNothingAllWordsCount() {
    Identification id = asked("acme-declared").unasked("bolt-platform").believed();
    assertThat(id.evidence().toString() + id.contrary()).contains("bolt-platform");
  }
}
