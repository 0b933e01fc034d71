package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.identify.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which devices of unknown kind are video devices all the same, and what is said of strangers. */
class SubjectTest {
  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource({
    "rtsp.server, x, VIDEO",
    "sdp.title, x, VIDEO",
    "onvif.model, x, VIDEO",
    "xm.serial, x, VIDEO",
    "tplink.device-model, x, UNDETERMINED",
    "ubiquiti.platform, x, UNDETERMINED",
    "http.server, x, UNDETERMINED",
    "port.open, 554, VIDEO",
    "port.open, 80, UNDETERMINED",
    "wsd.types, dn:NetworkVideoTransmitter, VIDEO",
    "wsd.types, wprt:Print, UNDETERMINED",
    "wsd.scope, ONVIF://WWW.onvif.org/type/x, VIDEO",
    "wsd.scope, ldap:///x, UNDETERMINED",
    "mdns.service, _rtsp._tcp.local, VIDEO",
    "mdns.service, _onvif._tcp.local, VIDEO",
    "mdns.service, _ipp._tcp.local, UNDETERMINED",
  })
  void aVideoProtocolTells(String field, String value, Subject subject) {
    assertThat(Subject.of(Given.of(DeviceKind.UNKNOWN).says(field, value).judged()))
        .isEqualTo(subject);
    assertThat(Subject.of(Given.of(DeviceKind.OTHER).says(field, value).judged()))
        .as("positively something else")
        .isEqualTo(Subject.OTHER);
    assertThat(Subject.of(Given.of(DeviceKind.RECORDER).says(field, value).judged()))
        .isEqualTo(Subject.VIDEO);
  }

  private static boolean reported(Given.Box box) {
    Optional<Finding> finding = Outside.finding(box.outside().judged());
    return finding.isPresent();
  }

  @Test
  void outsideTheScopeVideoDevicesAndNamedMakersAreReported() {
    assertThat(reported(Given.camera())).isTrue();
    assertThat(reported(Given.of(DeviceKind.UNKNOWN).says("rtsp.server", "x"))).isTrue();
    assertThat(reported(Given.of(DeviceKind.OTHER).by(Level.LIKELY, PolicyTest.RED))).isTrue();
    assertThat(reported(Given.of(DeviceKind.UNKNOWN).by(Level.LIKELY, PolicyTest.RED))).isTrue();
    assertThat(reported(Given.of(DeviceKind.OTHER))).isFalse();
    assertThat(reported(Given.of(DeviceKind.UNKNOWN))).isFalse();
  }
}
