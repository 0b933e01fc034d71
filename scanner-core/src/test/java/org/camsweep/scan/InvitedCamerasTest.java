package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Level;
import org.camsweep.interview.PretendDevice;
import org.camsweep.interview.PretendDevice.Manner;
import org.camsweep.observe.Observation;
import org.junit.jupiter.api.Test;

/** Who is interviewed. */
class InvitedCamerasTest extends InterviewedNetwork {
  @Test
  void whoIsNoConfirmedCameraOfTheNetworkIsShownNothing() throws Exception {
    String excluded = "127.64.0.9";
    String office = "127.65.0.1";
    try (PretendDevice here = new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD);
        PretendDevice barred = new PretendDevice(excluded, Manner.PLAIN, USER, PASSWORD);
        PretendDevice there = new PretendDevice(office, Manner.PLAIN, USER, PASSWORD)) {
      Evidence platform = evidence(EvidenceKind.PLATFORM, true);
      Evidence declared = evidence(EvidenceKind.DECLARED, true);
      Observation clock = clock(HOST, here.port());
      int port = here.port();
      run(
          judged(DeviceKind.OTHER, Level.CONFIRMED, List.of(platform), clock),
          judged(
              DeviceKind.CAMERA, Level.CONFIRMED, List.of(platform), clock(office, there.port())),
          judged(DeviceKind.UNKNOWN, Level.CONFIRMED, List.of(platform), clock),
          judged(DeviceKind.CAMERA, Level.POSSIBLE, List.of(platform), clock),
          judged(DeviceKind.CAMERA, Level.CONTESTED, List.of(platform), clock),
          judged(DeviceKind.CAMERA, Level.LIKELY, List.of(declared), clock),
          judged(
              DeviceKind.CAMERA, Level.LIKELY, List.of(evidence(EvidenceKind.BRAND, true)), clock),
          judged(
              DeviceKind.CAMERA,
              Level.LIKELY,
              List.of(evidence(EvidenceKind.PLATFORM, false)),
              clock),
          camera(clock(excluded, barred.port())),
          camera(said(HOST, "http", port, Map.of("http.server", "x"))),
          camera(challenge(HOST, port, "Digest realm=\"cam\"")),
          camera(challenge(HOST, port, "Basic realm=\"cam\"")),
          camera(clock, call(HOST, port, "GetScopes", Map.of("onvif.fault", "Account locked"))));
      assertThat(words())
          .allMatch(w -> w.startsWith("not-tried: "))
          .hasSize(11)
          .contains(
              "not-tried: it is not known to be a camera",
              "not-tried: who made it is not sure enough",
              "not-tried: what names its maker is no more than a label, which anybody can show",
              "not-tried: it has no address that may be asked",
              "not-tried: it did not answer as an ONVIF device",
              "not-tried: it says that it is locked");
      assertThat(here.requests()).isEmpty();
      assertThat(barred.requests()).isEmpty();
      assertThat(there.requests()).isEmpty();
    }
  }

  @Test
  void noTokenIsDatedToADayToCome() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD)) {
      String nextYear = String.valueOf(java.time.Duration.ofDays(365).toSeconds());
      run(
          camera(
              call(
                  HOST,
                  device.port(),
                  "GetSystemDateAndTime",
                  Map.of("onvif.clock-skew", nextYear))));
      assertThat(words())
          .containsExactly(
              "not-tried: its clock is more than a day ahead, so its token would be good later");
      assertThat(device.requests()).isEmpty();
    }
  }

  @Test
  void nameAndHardwareAddressTogetherAreMoreThanALabel() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD)) {
      run(
          judged(
              DeviceKind.RECORDER,
              Level.LIKELY,
              List.of(
                  evidence(EvidenceKind.DECLARED, true), evidence(EvidenceKind.REGISTERED, true)),
              clock(HOST, device.port())));
      assertThat(words()).containsExactly("began", "in");
    }
  }
}
