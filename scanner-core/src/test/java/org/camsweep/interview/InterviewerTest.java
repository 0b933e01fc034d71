package org.camsweep.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camsweep.interview.PretendDevice.Manner;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Outcome;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** The interview against a device service that checks the digest by the specification's formula. */
class InterviewerTest {
  private static final String HOST = "127.63.0.1";
  private static final String USER = "svc-oper77";
  private static final String PASSWORD = "s3cret";

  private static PretendDevice device(Manner manner, String password) throws IOException {
    return new PretendDevice(HOST, manner, USER, password);
  }

  private static Target target() throws Exception {
    Network network = Networks.of("127.63.0.0/24");
    return Scope.demo(List.of(network)).admit(Cidr.address(HOST)).orElseThrow();
  }

  private static Secret secret() throws Exception {
    Credential.Reference user = new Credential.Reference("env", "CAM_USER");
    Credential.Reference pass = new Credential.Reference("env", "CAM_PASS");
    return new Secrets(Map.of("CAM_USER", USER, "CAM_PASS", PASSWORD))
        .fetch(new Credential("cctv", user, pass));
  }

  private static Interviewer.Told interview(
      Interviewer interviewer, PretendDevice device, Interviewer.Challenge challenge)
      throws Exception {
    Interviewer.Door door =
        new Interviewer.Door(
            device.port(), false, PretendDevice.PATH, challenge, PretendDevice.SKEW);
    try (Secret secret = secret()) {
      return interviewer.interview(target(), door, secret, word -> false);
    }
  }

  private static Interviewer.Told interview(PretendDevice device) throws Exception {
    try (Interviewer interviewer = interviewer()) {
      return interview(interviewer, device, Interviewer.Challenge.TOKEN);
    }
  }

  private static Interviewer interviewer() {
    return new Interviewer(
        "camsweep/test",
        () -> new byte[] {1, 2, 3, 4, 5, 6, 7, 8},
        java.time.Instant::now,
        (target, door) -> true);
  }

  private static List<String> said(Interviewer.Told told) {
    return told.facts().stream().map(f -> f.field() + "=" + f.value()).toList();
  }

  @Test
  void getsInWithTheDevicesClockAndReadsPastUnknownElements() throws Exception {
    try (PretendDevice device = device(Manner.PLAIN, PASSWORD)) {
      Interviewer.Told told = interview(device);
      assertThat(told.outcome()).as(said(told).toString()).isEqualTo(Outcome.ANSWERED);
      assertThat(told.ending()).isEqualTo(Interviewer.Ending.IN);
      assertThat(said(told))
          .contains(
              "onvif.manufacturer=Example Optics",
              "onvif.model=EO-1",
              "onvif.serial=S77",
              "interview.mac=3c:ef:8c:00:00:01",
              "interview.other-mac=3c:ef:8c:00:00:02",
              "onvif.scope.hardware=EO-1",
              "interview.channel=ch1",
              "interview.channel=ch2",
              "interview.channel-name=2=Gate 2",
              "interview.channel-size=1=1920x1080",
              "onvif.audio-sources=1")
          .noneMatch(f -> f.startsWith("interview.why"));
      assertThat(device.mostAtOnce()).isEqualTo(1);
    }
  }

  @Test
  void getsInByHttpDigest() throws Exception {
    try (PretendDevice device = device(Manner.HTTP_DIGEST, PASSWORD);
        Interviewer interviewer = interviewer()) {
      Interviewer.Told told = interview(interviewer, device, Interviewer.Challenge.HTTP_DIGEST);
      assertThat(told.outcome()).as(said(told).toString()).isEqualTo(Outcome.ANSWERED);
      assertThat(said(told)).contains("interview.channel=ch2");
      assertThat(device.authorisations()).noneMatch(a -> a.startsWith("Basic"));
      assertThat(device.requests()).noneMatch(r -> r.contains("UsernameToken"));
    }
  }

  @Test
  void aRefusedLogInIsNotTriedAgain() throws Exception {
    try (PretendDevice device = device(Manner.PLAIN, "another");
        Interviewer interviewer = interviewer()) {
      Interviewer.Told told = interview(interviewer, device, Interviewer.Challenge.TOKEN);
      assertThat(told.ending()).isEqualTo(Interviewer.Ending.REFUSED);
      assertThat(told.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(said(told))
          .containsExactly("interview.why=the device says: Sender not authorized");
      assertThat(device.requests()).hasSize(1);
      assertThat(interview(interviewer, device, Interviewer.Challenge.TOKEN).ending())
          .isEqualTo(Interviewer.Ending.NOT_TRIED);
      assertThat(device.requests()).hasSize(1);
    }
  }

  @Test
  void aRefusedHttpDigestIsOneAttempt() throws Exception {
    try (PretendDevice device = device(Manner.HTTP_DIGEST, "another");
        Interviewer interviewer = interviewer()) {
      Interviewer.Told told = interview(interviewer, device, Interviewer.Challenge.HTTP_DIGEST);
      assertThat(told.ending()).as(said(told).toString()).isEqualTo(Interviewer.Ending.REFUSED);
      assertThat(device.authorisations()).filteredOn(a -> a.startsWith("Digest")).hasSize(1);
    }
  }

  @Test
  void aDeviceThatAsksForAnotherRealmEachTimeGetsOneDigest() throws Exception {
    try (PretendDevice device = device(Manner.NEW_REALMS, PASSWORD);
        Interviewer interviewer = interviewer()) {
      Interviewer.Told told = interview(interviewer, device, Interviewer.Challenge.HTTP_DIGEST);
      assertThat(device.authorisations()).filteredOn(a -> a.startsWith("Digest")).hasSize(1);
      assertThat(told.ending()).as(said(told).toString()).isEqualTo(Interviewer.Ending.REFUSED);
    }
  }

  @Test
  void basicIsNeverAnswered() throws Exception {
    try (PretendDevice device = device(Manner.HTTP_BASIC, PASSWORD);
        Interviewer interviewer = interviewer()) {
      assertThat(interview(interviewer, device, Interviewer.Challenge.HTTP_DIGEST).ending())
          .isEqualTo(Interviewer.Ending.REFUSED);
      assertThat(device.authorisations()).containsOnly("null");
    }
  }

  @Test
  void aLockOutIsTold() throws Exception {
    for (String words : List.of("Account is locked", "Illegal login, device lock 30 min")) {
      try (PretendDevice device = device(Manner.PLAIN, "another").refusingWith(words)) {
        assertThat(interview(device).ending()).isEqualTo(Interviewer.Ending.LOCKED_OUT);
      }
    }
    try (PretendDevice device = device(Manner.PLAIN, "another").refusingWith("Blocked shutter")) {
      assertThat(interview(device).ending()).isEqualTo(Interviewer.Ending.FAILED);
    }
  }

  @Test
  void anAddressWithoutAServiceIsAFailureAndNotARefusal() throws Exception {
    PretendDevice gone = device(Manner.PLAIN, PASSWORD);
    gone.close();
    Interviewer.Told told = interview(gone);
    assertThat(told.ending()).isEqualTo(Interviewer.Ending.FAILED);
    assertThat(told.outcome()).isEqualTo(Outcome.SILENT);
    assertThat(said(told)).containsExactly("interview.why=no connection");
  }

  @Test
  void anEndlessAnswerIsCut() throws Exception {
    try (PretendDevice device = device(Manner.FLOOD, PASSWORD)) {
      assertThat(interview(device).ending()).isEqualTo(Interviewer.Ending.FAILED);
    }
  }

  /** What listens at 127.63.9.9 has the same port, so that going there would be seen. */
  @Test
  void nothingGoesElsewhere() throws Exception {
    for (Manner manner : List.of(Manner.REDIRECT, Manner.MEDIA_ELSEWHERE)) {
      try (PretendDevice device = device(manner, PASSWORD)) {
        List<String> elsewhere = new ArrayList<>();
        com.sun.net.httpserver.HttpServer trap =
            com.sun.net.httpserver.HttpServer.create(
                new java.net.InetSocketAddress(Cidr.address("127.63.9.9").inet(), device.port()),
                0);
        trap.createContext(
            "/",
            e -> {
              elsewhere.add(e.getRequestURI().toString());
              e.close();
            });
        trap.start();
        Interviewer.Told told = interview(device);
        trap.stop(0);
        assertThat(elsewhere).as(manner.name()).isEmpty();
        boolean redirected = manner == Manner.REDIRECT;
        assertThat(told.ending())
            .isEqualTo(redirected ? Interviewer.Ending.FAILED : Interviewer.Ending.IN);
        assertThat(said(told).contains("interview.channel=ch2")).isEqualTo(!redirected);
      }
    }
  }

  @Test
  void theMediaServiceIsAskedWhereItIs() throws Exception {
    try (PretendDevice device = device(Manner.MEDIA_PATH, PASSWORD)) {
      assertThat(said(interview(device))).contains("interview.channel=ch1");
      assertThat(device.paths()).contains("/onvif/Media", PretendDevice.PATH);
    }
  }

  @Test
  void noProxyOfTheSystemIsUsed() throws Exception {
    ProxySelector usual = ProxySelector.getDefault();
    List<URI> asked = new ArrayList<>();
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<java.net.Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(
                new java.net.Proxy(
                    java.net.Proxy.Type.HTTP,
                    new java.net.InetSocketAddress(Cidr.address("127.63.9.9").inet(), 9)));
          }

          @Override
          public void connectFailed(URI uri, java.net.SocketAddress to, IOException e) {}
        });
    try (PretendDevice device = device(Manner.PLAIN, PASSWORD)) {
      assertThat(interview(device).ending()).isEqualTo(Interviewer.Ending.IN);
      assertThat(asked).isEmpty();
    } finally {
      ProxySelector.setDefault(usual);
    }
  }

  @Test
  void thePasswordLeavesInNoForm() throws Exception {
    try (PretendDevice device = device(Manner.PLAIN, PASSWORD)) {
      Interviewer.Told told = interview(device);
      assertThat(device.requests()).noneMatch(r -> r.contains(PASSWORD));
      assertThat(told.facts()).extracting(Fact::value).noneMatch(v -> v.contains(PASSWORD));
      assertThat(secret().toString()).doesNotContain(PASSWORD).doesNotContain(USER);
    }
  }

  /** A device may repeat the token in an answer, or in a fault; what is quoted does not hold it. */
  @Test
  void whatADeviceRepeatsOfALogInIsWithheld() throws Exception {
    for (String password : List.of(PASSWORD, "another")) {
      try (PretendDevice device = device(Manner.ECHO, password)) {
        String quoted = said(interview(device)).toString();
        assertThat(quoted).contains(Withheld.MARK).contains("scan.withheld=what was sent");
        String request = device.requests().get(0);
        for (String part : List.of("Username", "Password", "Nonce", "Created")) {
          assertThat(quoted).as(part).doesNotContain(PretendDevice.element(request, part));
        }
      }
    }
  }

  @Test
  void aWordThatTheDeviceSaidBeforeIsNoSecretOfOurs() throws Exception {
    try (Secret secret = secret()) {
      assertThat(new Withheld(secret, USER::equals).in("name " + USER)).isEqualTo("name " + USER);
      Withheld withheld = new Withheld(secret, word -> false);
      assertThat(withheld.in("name " + USER + "!")).isEqualTo("name (withheld)!");
      assertThat(withheld.in("x" + PASSWORD + "x")).isEqualTo("x" + PASSWORD + "x");
    }
  }
}
