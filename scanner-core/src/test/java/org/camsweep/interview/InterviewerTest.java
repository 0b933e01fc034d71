package org.camsweep.interview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Outcome;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interview against a device service that checks the digest by the specification's formula. */
class InterviewerTest {
  private static final String HOST = "127.63.0.1";
  private static final Duration SKEW = Duration.ofHours(-7);

  private final List<String> requests = new ArrayList<>();
  private final List<String> authorisations = new ArrayList<>();
  private String password = "s3cret";
  private boolean httpDigest;
  private HttpServer device;

  @BeforeEach
  void open() throws IOException {
    device = HttpServer.create(new InetSocketAddress(Cidr.address(HOST), 0), 0);
    device.createContext("/onvif/device_service", this::serve);
    device.start();
  }

  @AfterEach
  void close() {
    device.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(request);
    String login = exchange.getRequestHeaders().getFirst("Authorization");
    authorisations.add(String.valueOf(login));
    if (httpDigest && !digestOf(login)) {
      exchange
          .getResponseHeaders()
          .add("WWW-Authenticate", "Digest realm=\"cam\", nonce=\"abc\", qop=\"auth\"");
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    boolean in = httpDigest || tokenOf(request);
    byte[] answer = (in ? answer(request) : FAULT).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/soap+xml; charset=utf-8");
    exchange.sendResponseHeaders(in ? 200 : 400, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static final String FAULT =
      """
      <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code>\
      <s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">Sender not authorized\
      </s:Text></s:Reason></s:Fault></s:Body></s:Envelope>""";

  private static String answer(String request) {
    String body =
        request.contains("GetDeviceInformation")
            ? """
              <tds:GetDeviceInformationResponse><tds:Manufacturer>Example Optics</tds:Manufacturer>\
              <tds:Model>EO-1</tds:Model><tds:FirmwareVersion>1.2</tds:FirmwareVersion>\
              <x:Surprise xmlns:x="urn:x">yes</x:Surprise><tds:SerialNumber>S77</tds:SerialNumber>\
              </tds:GetDeviceInformationResponse>"""
            : request.contains("GetVideoSources")
                ? """
                  <trt:GetVideoSourcesResponse xmlns:trt="http://www.onvif.org/ver10/media/wsdl">\
                  <trt:VideoSources token="ch1"/><trt:VideoSources token="ch2"/>\
                  </trt:GetVideoSourcesResponse>"""
                : "<tds:Other/>";
    return """
    <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
    xmlns:tds="http://www.onvif.org/ver10/device/wsdl"><s:Body>%s</s:Body></s:Envelope>"""
        .formatted(body);
  }

  /** Base64(SHA-1(decoded nonce + created + password)), and a time near the device's own. */
  private boolean tokenOf(String request) {
    try {
      byte[] nonce = Base64.getDecoder().decode(element(request, "Nonce"));
      String created = element(request, "Created");
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(created.getBytes(UTF_8));
      sha1.update(password.getBytes(UTF_8));
      Duration off = Duration.between(Instant.parse(created), Instant.now().plus(SKEW)).abs();
      return Base64.getEncoder().encodeToString(sha1.digest()).equals(element(request, "Password"))
          && off.compareTo(Duration.ofMinutes(1)) < 0;
    } catch (java.security.GeneralSecurityException | IllegalStateException e) {
      return false;
    }
  }

  private static String element(String xml, String name) {
    Matcher matcher = Pattern.compile("<[a-z]+:" + name + "[^>]*>([^<]*)<").matcher(xml);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name);
    }
    return matcher.group(1);
  }

  private boolean digestOf(String login) {
    if (login == null || !login.startsWith("Digest ")) {
      return false;
    }
    String ha1 = md5("operator:cam:" + password);
    String ha2 = md5("POST:" + part(login, "uri"));
    String expected =
        md5(ha1 + ":abc:" + part(login, "nc") + ":" + part(login, "cnonce") + ":auth:" + ha2);
    return expected.equals(part(login, "response"));
  }

  private static String part(String login, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=\"?([^\",]+)").matcher(login);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Target target() throws Exception {
    Network network =
        new Network(
            "s",
            "n",
            List.of(Cidr.parse("127.63.0.0/24")),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of());
    return Scope.demo(List.of(network)).admit(Cidr.address(HOST)).orElseThrow();
  }

  private static Secret secret() throws Exception {
    Credential.Reference user = new Credential.Reference("env", "CAM_USER");
    Credential.Reference pass = new Credential.Reference("env", "CAM_PASS");
    return new Secrets(Map.of("CAM_USER", "operator", "CAM_PASS", "s3cret"))
        .fetch(new Credential("cctv", user, pass));
  }

  private Interviewer.Told interview(Interviewer interviewer, Interviewer.Challenge challenge)
      throws Exception {
    Interviewer.Door door =
        new Interviewer.Door(
            device.getAddress().getPort(), false, "/onvif/device_service", challenge, SKEW);
    try (Secret secret = secret()) {
      return interviewer.interview(target(), door, secret);
    }
  }

  private static Interviewer interviewer() {
    return new Interviewer(() -> new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, Instant::now);
  }

  @Test
  void getsInWithTheDevicesClockAndReadsPastUnknownElements() throws Exception {
    try (Interviewer interviewer = interviewer()) {
      Interviewer.Told told = interview(interviewer, Interviewer.Challenge.TOKEN);
      assertThat(told.outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(told.facts())
          .extracting(f -> f.field() + "=" + f.value())
          .contains(
              "onvif.manufacturer=Example Optics",
              "onvif.model=EO-1",
              "onvif.serial=S77",
              "interview.channel=ch1",
              "interview.channel=ch2");
    }
  }

  @Test
  void getsInByHttpDigest() throws Exception {
    httpDigest = true;
    try (Interviewer interviewer = interviewer()) {
      Interviewer.Told told = interview(interviewer, Interviewer.Challenge.HTTP_DIGEST);
      assertThat(told.outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(authorisations).noneMatch(a -> a.startsWith("Basic"));
    }
  }

  @Test
  void aRefusedLogInIsNotTriedAgain() throws Exception {
    password = "another";
    try (Interviewer interviewer = interviewer()) {
      assertThat(interview(interviewer, Interviewer.Challenge.TOKEN).outcome())
          .isEqualTo(Outcome.REFUSED);
      assertThat(requests).hasSize(1);
      assertThat(interview(interviewer, Interviewer.Challenge.TOKEN).outcome())
          .isEqualTo(Outcome.NOT_ASKED);
      assertThat(requests).hasSize(1);
    }
  }

  @Test
  void aRefusedHttpDigestIsOneAttempt() throws Exception {
    httpDigest = true;
    password = "another";
    try (Interviewer interviewer = interviewer()) {
      assertThat(interview(interviewer, Interviewer.Challenge.HTTP_DIGEST).outcome())
          .isEqualTo(Outcome.REFUSED);
      assertThat(authorisations).filteredOn(a -> a.startsWith("Digest")).hasSize(1);
    }
  }

  @Test
  void thePasswordLeavesInNoForm() throws Exception {
    try (Interviewer interviewer = interviewer()) {
      Interviewer.Told told = interview(interviewer, Interviewer.Challenge.TOKEN);
      assertThat(requests).noneMatch(r -> r.contains("s3cret"));
      assertThat(told.facts()).extracting(Fact::value).noneMatch(v -> v.contains("s3cret"));
      assertThat(secret().toString()).doesNotContain("s3cret").doesNotContain("operator");
    }
  }
}
