package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interview by the real program at devices whose log-in we did not write. */
@LabTest
class InterviewTest {
  private static final String RECORDER = LoginCameras.RECORDER.address();
  private static final String DIGEST = LoginCameras.DIGEST.address();
  private static final Pattern SENT = Pattern.compile("(?:password|nonce)=(\\S+)");

  private static final Duration LOG_LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private String site() throws IOException {
    return OwnersSite.write(
        folder,
        """
        - { id: cctv, cidr: 10.77.1.0/26, credentials: reader, sensitive: true, sensitiveReason: owner-decision }
        """);
  }

  private ScannerRun scan(Lab lab, String name, String password, List<String> java, String... more)
      throws IOException {
    List<String> options = new ArrayList<>(List.of("--site", site()));
    options.addAll(List.of(more));
    return ScannerRun.of(
        lab,
        name,
        List.of("10.77.1.14/31"),
        new ScannerRun.Start(
            List.of("LAB_USER=" + LoginCameras.USER, "LAB_PASSWORD=" + password), java),
        options.toArray(String[]::new));
  }

  private static String outcome(ScannerRun scan, String address) {
    return scan.device(address).map(d -> d.at("/interview/outcome").asText("")).orElse("no device");
  }

  private static long count(String log, String word) {
    return log.lines().filter(l -> l.startsWith("login " + word)).count();
  }

  @Test
  void theOwnersLogInGetsInAndNamesTheCamerasBehindARecorder(Lab lab) throws IOException {
    Path classes = folder.resolve("classes");
    List<String> java =
        List.of(
            "-Dlogback.configurationFile=" + Cameras.source("onvif-device/trace.xml"),
            "-Xlog:class+load:file=" + classes);
    ScannerRun scan = scan(lab, "interview-in", LoginCameras.PASSWORD, java);
    JsonNode recorder = scan.device(RECORDER).orElseThrow();
    assertThat(outcome(scan, RECORDER))
        .as(recorder + lab.log(LoginCameras.RECORDER))
        .isEqualTo("in");
    assertThat(recorder.path("kind").asText()).isEqualTo("recorder");
    assertThat(recorder.path("serial").asText()).isEqualTo("LABSERIAL0042");
    assertThat(recorder.path("firmware").asText()).isEqualTo("V4.1.7");
    assertThat(recorder.at("/interview/channels")).hasSize(4);
    assertThat(recorder.at("/interview/channels/2").toString())
        .contains("VideoSource_3", "Back door 3", "2560x1440");
    assertThat(scan.text()).contains("BEHIND RECORDERS", "channel 3 \"Back door 3\"");
    assertThat(scan.heard(RECORDER, "interview.mac")).containsExactly("02:77:99:00:00:01");
    assertThat(outcome(scan, DIGEST)).isEqualTo("in");
    assertThat(scan.heard(DIGEST, "onvif.serial")).contains("LABSERIAL0042");
    assertThat(scan.sent().strays()).isEmpty();
    nothingOfTheLogInIsLeft(lab, scan, "interview-in");
    assertThat(Files.readString(classes)).contains("org.apache.cxf.");
  }

  /** At every log level: in what was printed, and in every file of the result. */
  private void nothingOfTheLogInIsLeft(Lab lab, ScannerRun scan, String name) throws IOException {
    List<String> secrets = new ArrayList<>(List.of(LoginCameras.USER, LoginCameras.PASSWORD));
    Path access = lab.folder(LoginCameras.DIGEST).resolve("access");
    assertThat(awaited(access, 0)).isPositive();
    String seen = lab.log(LoginCameras.RECORDER) + Files.readString(access);
    Matcher sent = SENT.matcher(seen);
    while (sent.find()) {
      secrets.add(sent.group(1));
    }
    Matcher digest = Pattern.compile("(?:response|cnonce)=\\\\?\"([^\"\\\\]+)").matcher(seen);
    while (digest.find()) {
      secrets.add(digest.group(1));
    }
    assertThat(secrets).as("secrets that the devices saw").hasSizeGreaterThan(10);
    assertThat(scan.text()).contains("TRACE ", "DEBUG io.netty").doesNotContain(secrets);
    try (Stream<Path> files = Files.walk(ScannerRun.folder(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(secrets);
      }
    }
  }

  @Test
  void aWrongPasswordIsOneAttempt(Lab lab) throws IOException {
    long refused = count(lab.log(LoginCameras.RECORDER), "refused");
    Path access = lab.folder(LoginCameras.DIGEST).resolve("access");
    long digests = digests(access);
    ScannerRun scan = scan(lab, "interview-refused", "Wrong-pass-1", List.of());
    assertThat(outcome(scan, RECORDER)).isEqualTo("refused");
    assertThat(outcome(scan, DIGEST)).isEqualTo("refused");
    assertThat(count(lab.log(LoginCameras.RECORDER), "refused") - refused).isEqualTo(1);
    assertThat(awaited(access, digests) - digests).isEqualTo(1);
    assertThat(scan.text()).contains("2 of 2 devices of networks with credentials were not");
  }

  /** The web server writes its log when it has time; everything of one scan at once. */
  private static long awaited(Path access, long before) throws IOException {
    long end = System.nanoTime() + LOG_LIMIT.toNanos();
    while (digests(access) == before && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return digests(access);
  }

  private static long digests(Path access) throws IOException {
    return Files.readAllLines(access).stream().filter(l -> l.contains("login=Digest")).count();
  }

  @Test
  void withoutTheInterviewNobodyIsLoggedInToAndTheSoapStackIsNotLoaded(Lab lab) throws IOException {
    Path classes = folder.resolve("classes");
    long logins = lab.log(LoginCameras.RECORDER).lines().filter(l -> l.startsWith("login")).count();
    ScannerRun scan =
        scan(
            lab,
            "interview-off",
            LoginCameras.PASSWORD,
            List.of("-Xlog:class+load:file=" + classes),
            "--probes=-onvif-interview");
    assertThat(outcome(scan, RECORDER)).isEmpty();
    assertThat(lab.log(LoginCameras.RECORDER).lines().filter(l -> l.startsWith("login")).count())
        .isEqualTo(logins);
    assertThat(Files.readString(classes))
        .contains("org.camsweep.scan.Scan ")
        .doesNotContain("org.apache.cxf.");
  }
}
