package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.interview.PretendCertificate;
import org.camsweep.interview.PretendDevice;
import org.camsweep.interview.PretendDevice.Manner;
import org.camsweep.interview.Secret;
import org.camsweep.interview.Secrets;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.policy.Judged;
import org.camsweep.probe.interview.InterviewProbe;
import org.camsweep.report.Interview;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is interviewed, how often, and what is written of it. */
class InterviewsTest {
  private static final String USER = "svc-oper77";
  private static final String PASSWORD = "s3cret-Long";
  private static final String HOST = "127.64.0.1";

  private final List<Observation> written = new ArrayList<>();

  private final ScanSink sink =
      new ScanSink() {
        @Override
        public void observed(Observation observation, byte[] raw) {
          written.add(observation);
        }

        @Override
        public void done(Address a, String network, AddressOutcome o, Set<String> probes) {
          throw new AssertionError("no address ends here");
        }
      };

  private static Scope scope() throws Exception {
    Network cctv = network("cctv", "127.64.0.0/24", List.of(Cidr.parse("127.64.0.9")));
    return Scope.demo(List.of(cctv, network("office", "127.65.0.0/24", List.of())));
  }

  private static Network network(String id, String block, List<Cidr> exclusions) {
    return new Network(
        "s",
        id,
        List.of(Cidr.parse(block)),
        exclusions,
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        new Pace(10_000, 1_000, 2),
        List.of());
  }

  private Interviews.Ended run(Judged... devices) throws Exception {
    return interviews().run(List.of(devices));
  }

  private Interviews interviews() throws Exception {
    Credential.Reference user = new Credential.Reference("env", "U");
    Credential.Reference pass = new Credential.Reference("env", "P");
    Secret secret =
        new Secrets(Map.of("U", USER, "P", PASSWORD)).fetch(new Credential("c", user, pass));
    return new Interviews(scope(), Map.of("cctv", secret), 10_000, "camsweep/test", sink);
  }

  private static Observation said(String host, String probe, int port, Map<String, String> facts) {
    return new Observation(
        "o" + Math.floorMod(facts.hashCode(), 1_000_000),
        Cidr.address(host),
        Optional.of(host.startsWith("127.64") ? "cctv" : "office"),
        ProbeId.of(probe),
        Endpoint.tcp(port),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        new TreeMap<>(facts)
            .entrySet().stream().map(f -> Fact.of(Field.of(f.getKey()), f.getValue())).toList(),
        Optional.empty());
  }

  private static Observation call(String host, int port, String name, Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(more);
    facts.put("onvif.call", name);
    facts.put("onvif.path", "/onvif/device_service");
    facts.put("onvif.scheme", "http");
    return said(host, "onvif", port, facts);
  }

  private static Observation clock(String host, int port) {
    long skew = PretendDevice.SKEW.toSeconds();
    return call(host, port, "GetSystemDateAndTime", Map.of("onvif.clock-skew", "" + skew));
  }

  private static Observation challenge(String host, int port, String challenge) {
    return call(host, port, "GetDeviceInformation", Map.of("onvif.challenge", challenge));
  }

  private static final Maker MAKER =
      new Maker(
          "m",
          "Example Optics",
          List.of(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          true,
          List.of());

  private static Evidence evidence(EvidenceKind kind, boolean verified) {
    return new Evidence(
        "s", "http.server", "x", kind, "o1", Optional.of("m"), Optional.empty(), verified);
  }

  private static Judged judged(
      DeviceKind kind, Level level, List<Evidence> evidence, Observation... observations) {
    Device device = DeviceAssembler.assemble(List.of(observations)).get(0);
    return new Judged(
        device,
        new Identification(
            kind,
            level,
            level.isFirm() || level == Level.POSSIBLE ? Optional.of(MAKER) : Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            evidence,
            List.of(),
            "rule",
            Optional.empty()));
  }

  private static Judged camera(Observation... observations) {
    return judged(
        DeviceKind.CAMERA,
        Level.CONFIRMED,
        List.of(evidence(EvidenceKind.PLATFORM, true)),
        observations);
  }

  private static Judged camera(String host, PretendDevice device) {
    return camera(clock(host, device.port()));
  }

  private List<String> words() {
    return written.stream()
        .map(o -> o.first(Field.of("interview.outcome")).orElse("") + why(o))
        .toList();
  }

  private static String why(Observation o) {
    return o.first(Field.of("interview.why")).map(w -> ": " + w).orElse("");
  }

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
