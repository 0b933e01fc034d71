package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two kinds at once: the finer one stands; what cannot be both is told as far as both agree. */
class KindRuleTest {
  private static final Pack PACK = pack();

  private static Pack pack() {
    StringBuilder all = new StringBuilder("signatures:\n");
    for (DeviceKind kind : DeviceKind.values()) {
      if (kind != DeviceKind.UNKNOWN) {
        String word = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String claim = "claims: { device: " + word + " }";
        all.append(said("kinds-" + word, "declared", word, "verified: true, " + claim));
        all.append(
            said(
                "kinds-claimed-" + word,
                "declared",
                "claimed " + word,
                "verified: false, " + claim));
        all.append(
            said("kinds-like-" + word, "likeness", "like " + word, "verified: true, " + claim));
      }
    }
    return new PackText().file("generic/kinds.yaml", all.toString()).read();
  }

  private static String said(String id, String evidence, String word, String more) {
    return Words.signature(id, evidence, "rtsp.server", "^" + word + "$", more);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "camera, thermal-camera | THERMAL_CAMERA",
        "camera, intercom | INTERCOM",
        "camera, access-terminal | ACCESS_TERMINAL",
        "camera, recorder | CAMERA_OR_RECORDER",
        "camera, encoder | CAMERA_OR_RECORDER",
        "thermal-camera, intercom | UNKNOWN",
        "camera, thermal-camera, recorder | CAMERA_OR_RECORDER",
        "camera, thermal-camera, intercom | UNKNOWN",
        "camera, other | UNKNOWN",
        "like camera, like intercom | INTERCOM",
        "like camera, like other | OTHER",
        "claimed camera, recorder | RECORDER",
        "claimed camera, like other | OTHER",
        "like camera, claimed recorder | RECORDER",
        "like recorder, like video-server | CAMERA_OR_RECORDER",
        "camera-or-recorder | CAMERA_OR_RECORDER",
        "like camera-or-recorder | CAMERA_OR_RECORDER",
        "camera-or-recorder, camera | CAMERA",
        "camera-or-recorder, like recorder | RECORDER",
        "like camera-or-recorder, claimed intercom | INTERCOM",
        "camera-or-recorder, like camera, like recorder | RECORDER",
        "camera-or-recorder, like access-terminal, like intercom | CAMERA_OR_RECORDER",
        "like access-terminal, like intercom | UNKNOWN",
        "camera-or-recorder, other | OTHER",
        "camera-or-recorder, like other | CAMERA_OR_RECORDER",
        "camera-or-recorder, claimed other | OTHER",
        "camera-or-recorder, like other, like camera | CAMERA",
        "like camera-or-recorder, like other | OTHER",
      })
  void kinds(String words, DeviceKind kind) {
    String[] lines =
        java.util.Arrays.stream(words.split(", ", -1))
            .map(w -> "rtsp.server = " + w)
            .toArray(String[]::new);
    assertThat(new Identifier(PACK).identify(Heard.device(lines)).kind()).isEqualTo(kind);
  }
}
