package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.interview.PretendCertificate;
import org.camsweep.interview.PretendDevice;
import org.camsweep.interview.PretendDevice.Manner;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Judged;
import org.camsweep.probe.interview.InterviewProbe;
import org.camsweep.report.Interview;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a camera is interviewed, and what is written of it. */
class InterviewsTest extends InterviewedNetwork {
  @Test
  void aConfirmedCameraIsInterviewedOnceAndItsAnswersAreObservations() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD)) {
      Interviews.Ended ended = run(camera(HOST, device));
      assertThat(words()).containsExactly("began", "in");
      assertThat(ended.complete()).isTrue();
      assertThat(ended.counters())
          .containsEntry("interview.in", 1L)
          .containsEntry("interview.calls", (long) device.requests().size());
      assertThat(written).extracting(Observation::id).containsExactly("i1", "i2");
      assertThat(written.get(1).endpoint()).isEqualTo(Endpoint.tcp(device.port()));
      assertThat(written.get(1).network()).contains("cctv");
      assertThat(written.get(1).facts())
          .extracting(Fact::field)
          .contains(Field.of("onvif.serial"), Field.of("interview.channel"))
          .isSubsetOf(new InterviewProbe().fields());
      assertThat(device.mostAtOnce()).isEqualTo(1);
      long requests = device.requests().size();
      assertThat(sent)
          .containsOnly(
              Map.entry(Cidr.address(HOST), Asked.by(InterviewProbe.ID, requests, 6 * requests)));
      assertThat(device.logins()).hasSize(device.requests().size());
    }
  }

  @Test
  void whatWasHeardJoinsTheDeviceAndNamesItsChannels() throws Exception {
    try (PretendDevice recorder =
        new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD).withChannels(3)) {
      Judged judged = camera(HOST, recorder);
      run(judged);
      List<Observation> all = new ArrayList<>(judged.device().observations());
      all.addAll(written);
      Device again = DeviceAssembler.assemble(all).get(0);
      assertThat(again.mac()).map(Object::toString).contains("3c:ef:8c:00:00:01");
      Interview interview = Interview.of(again).orElseThrow();
      assertThat(interview.outcome()).isEqualTo(Interview.Outcome.IN);
      assertThat(interview.channels())
          .extracting(Interview.Channel::text)
          .contains("channel 3 \"Gate 3\", video source token ch3, 1920x1080");
    }
  }

  @Test
  void aRefusedLogInIsOneAttemptAlsoAfterResuming() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.PLAIN, USER, "another")) {
      run(camera(HOST, device));
      assertThat(words())
          .containsExactly("began", "refused: the device says: Sender not authorized");
      List<Observation> all = new ArrayList<>(written);
      all.add(clock(HOST, device.port()));
      run(camera(all.toArray(Observation[]::new)));
      assertThat(device.requests()).hasSize(1);
      assertThat(written).hasSize(2);
    }
  }

  @Test
  void anAttemptThatAKilledScanBeganIsNotMadeAgain() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD)) {
      run(camera(HOST, device));
      int before = device.requests().size();
      Observation began = written.get(0);
      written.clear();
      run(camera(clock(HOST, device.port()), began));
      assertThat(device.requests()).hasSize(before);
      assertThat(written).isEmpty();
      Device cut = DeviceAssembler.assemble(List.of(clock(HOST, device.port()), began)).get(0);
      assertThat(Interview.of(cut).map(Interview::text))
          .contains("begun, and the scan was cut off");
    }
  }

  @Test
  void whoWasNotTriedBeforeMayBeAskedAfterResuming() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD)) {
      Interviews stopped = interviews();
      stopped.stop();
      Interviews.Ended ended = stopped.run(List.of(camera(HOST, device)));
      assertThat(ended.complete()).isFalse();
      assertThat(words()).containsExactly("not-tried: the scan was stopped");
      assertThat(device.requests()).isEmpty();
      List<Observation> all = new ArrayList<>(written);
      all.add(clock(HOST, device.port()));
      run(camera(all.toArray(Observation[]::new)));
      assertThat(written).extracting(Observation::id).containsExactly("i1", "i2", "i3");
      assertThat(words()).endsWith("began", "in");
    }
  }

  /** Each of these devices would take the log-in; none is shown it. */
  @Test
  void aDeviceThatTakesHttpDigestOnlyIsAskedWhereItAnnouncedItself() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.HTTP_DIGEST, USER, PASSWORD)) {
      String xaddr = "http://" + HOST + ":" + device.port() + "/onvif/device_service";
      Observation asked = challenge(HOST, device.port(), "Digest realm=\"cam\"");
      run(camera(asked, said(HOST, "wsd", 3702, Map.of("wsd.xaddr", xaddr))));
      assertThat(words()).containsExactly("began", "in");
      assertThat(device.requests()).noneMatch(r -> r.contains("UsernameToken"));
    }
  }

  @Test
  void aCameraThatToldItsClockByTlsIsInterviewedByTls(@TempDir Path folder) throws Exception {
    PretendCertificate certificate = new PretendCertificate(folder);
    try (PretendDevice device =
        new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD, certificate)) {
      Observation plain = clock(HOST, device.port());
      Observation tls =
          said(
              HOST,
              "onvif",
              device.port(),
              Map.of(
                  "onvif.call", "GetSystemDateAndTime",
                  "onvif.path", "/onvif/device_service",
                  "onvif.scheme", "https",
                  "onvif.clock-skew", plain.first(Field.of("onvif.clock-skew")).orElseThrow()));
      run(camera(tls));
      assertThat(words()).containsExactly("began", "in");
      assertThat(device.logins()).hasSize(device.requests().size());
    }
  }

  @Test
  void aWrongLogInIsNotTriedAtEveryCamera() throws Exception {
    List<PretendDevice> devices = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    try {
      for (int i = 1; i <= 7; i++) {
        String host = "127.64.0." + (10 + i);
        PretendDevice device = new PretendDevice(host, Manner.PLAIN, USER, "another");
        devices.add(device);
        judged.add(camera(host, device));
      }
      run(judged.toArray(Judged[]::new));
      int asked = devices.stream().mapToInt(d -> d.requests().size()).sum();
      assertThat(asked).isEqualTo(RefusalGuard.MOST);
      Map<String, Long> by =
          words().stream()
              .collect(
                  Collectors.groupingBy(w -> w.replaceFirst(":.*", ""), Collectors.counting()));
      assertThat(by).containsEntry("refused", 3L).containsEntry("not-tried", 4L);
    } finally {
      devices.forEach(PretendDevice::close);
    }
  }

  @Test
  void severalAreAskedAtOnceAndEachByOneRequestAfterTheOther() throws Exception {
    List<PretendDevice> devices = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    try {
      for (int i = 1; i <= 9; i++) {
        String host = "127.64.0." + (20 + i);
        PretendDevice device = new PretendDevice(host, Manner.PLAIN, USER, PASSWORD);
        devices.add(device);
        judged.add(camera(host, device));
      }
      assertThat(run(judged.toArray(Judged[]::new)).counters()).containsEntry("interview.in", 9L);
      assertThat(devices)
          .allSatisfy(d -> assertThat(d.mostAtOnce()).isEqualTo(1))
          .allSatisfy(d -> assertThat(d.connections()).isLessThanOrEqualTo(d.requests().size()));
    } finally {
      devices.forEach(PretendDevice::close);
    }
  }

  @Test
  void stoppingEndsAnInterviewThatNeverEnds() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.DRIP, USER, PASSWORD)) {
      Interviews interviews = interviews();
      Thread stopper =
          new Thread(
              () -> {
                while (device.requests().isEmpty()) {
                  Thread.onSpinWait();
                }
                interviews.stop();
              });
      stopper.start();
      org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(InterviewDesk.MOST_SECONDS - 10),
          () -> interviews.run(List.of(camera(HOST, device))));
      stopper.join();
      assertThat(words()).hasSize(2).first().isEqualTo("began");
      assertThat(words().get(1)).startsWith("failed: ");
    }
  }

  @Test
  void noSecretIsInWhatIsWritten() throws Exception {
    for (Manner manner : List.of(Manner.PLAIN, Manner.HTTP_DIGEST, Manner.ECHO)) {
      for (String password : List.of(PASSWORD, "another")) {
        try (PretendDevice device = new PretendDevice(HOST, manner, USER, password)) {
          String xaddr = "http://" + HOST + ":" + device.port() + "/onvif/device_service";
          run(
              camera(
                  manner == Manner.HTTP_DIGEST
                      ? challenge(HOST, device.port(), "Digest realm=\"cam\"")
                      : clock(HOST, device.port()),
                  said(HOST, "wsd", 3702, Map.of("wsd.xaddr", xaddr))));
          assertThat(device.logins()).isNotEmpty();
          assertThat(written.toString()).doesNotContain(USER).doesNotContain(PASSWORD);
        }
      }
    }
  }
}
