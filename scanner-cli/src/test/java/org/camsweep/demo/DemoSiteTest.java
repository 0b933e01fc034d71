package org.camsweep.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.camsweep.config.ConfigException;
import org.camsweep.demo.DemoDevice.Manner;
import org.camsweep.site.Address;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.site.SiteFileReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every device, asked over real sockets by the JDK's plain clients. */
class DemoSiteTest {
  private static final String PROBE =
      "<e:Envelope xmlns:w='x'><w:MessageID>urn:uuid:77</w:MessageID><d:Probe></d:Probe>";
  private static final String INQUIRY =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><Probe><Uuid>AB-12</Uuid>"
          + "<Types>inquiry</Types></Probe>";
  private static final String SEARCH =
      "{\"method\":\"DHDiscover.search\",\"params\":{\"mac\":\"\",\"uni\":1}}\n";

  private static DemoSite site;

  @BeforeAll
  static void start() throws IOException {
    site = DemoSite.start(Clock.fixed(Instant.parse("2026-11-25T09:08:07Z"), ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void everyAddressOfItsNetworksIsSpokenFor()
      throws ConfigException, ScopeRefusedException, IOException {
    List<Network> networks = networks();
    Scope scope = Scope.demo(networks);
    assertThat(site.devices()).hasSize(28);
    assertThat(site.devices()).extracting(DemoDevice::id).doesNotHaveDuplicates();
    assertThat(site.devices()).extracting(DemoDevice::address).doesNotHaveDuplicates();
    for (DemoDevice device : site.devices()) {
      boolean excluded = device.id().equals("alarm-panel");
      assertThat(scope.admit(device.address()).isPresent()).as(device.id()).isNotEqualTo(excluded);
    }
    assertThat(networks).extracting(Network::ports).containsOnly(site.ports());
    assertThat(networks).extracting(n -> n.sensitive().isPresent()).containsExactly(true, false);
    assertThat(networks).extracting(Network::coreNetwork).containsExactly(false, true);
  }

  @Test
  void discoveryIsAnsweredByThoseWhoSpeakItAndRelatesToTheQuestion() throws IOException {
    for (DemoDevice device : speaking()) {
      Optional<String> heard = ask(device.address(), Discovery.WSD_PORT, bytes(PROBE));
      assertThat(heard.isPresent()).as(device.id()).isEqualTo(device.wsd().isPresent());
      heard.ifPresent(
          text ->
              assertThat(text)
                  .contains("RelatesTo>urn:uuid:77</", "ProbeMatches>")
                  .contains("//" + device.address().toString() + ":")
                  .doesNotContain("${"));
    }
  }

  @Test
  void inquiriesOnPort37020AreAnsweredWithTheirUuid() throws IOException {
    for (DemoDevice device : speaking()) {
      Optional<String> heard = ask(device.address(), Discovery.SADP_PORT, bytes(INQUIRY));
      assertThat(heard.isPresent()).as(device.id()).isEqualTo(device.sadp().isPresent());
      heard.ifPresent(
          text ->
              assertThat(text)
                  .contains("<ProbeMatch><Uuid>AB-12</Uuid>\r\n", "<DeviceSN>")
                  .doesNotContain("${"));
    }
  }

  @Test
  void searchesOnPort37810AreAnsweredInTheFrame() throws IOException {
    byte[] search = frame(SEARCH);
    for (DemoDevice device : speaking()) {
      Optional<String> heard = ask(device.address(), Discovery.DHIP_PORT, search);
      assertThat(heard.isPresent()).as(device.id()).isEqualTo(device.dhip().isPresent());
      heard.ifPresent(
          text -> {
            byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
            ByteBuffer head = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(head.getInt(16)).isEqualTo(all.length - 32).isEqualTo(head.getInt(24));
            assertThat(text.substring(32))
                .startsWith("{\"mac\":\"")
                .contains("client.notifyDevInfo")
                .endsWith("}}}\n\0");
          });
    }
  }

  @Test
  void nothingButAProperQuestionIsAnswered() throws IOException {
    Address camera = device("gate-dome").address();
    Address other = device("yard-bullet").address();
    assertThat(ask(camera, Discovery.WSD_PORT, bytes("hello"))).isEmpty();
    assertThat(ask(camera, Discovery.SADP_PORT, bytes(INQUIRY.replace("inquiry", "update"))))
        .isEmpty();
    assertThat(ask(other, Discovery.DHIP_PORT, bytes(SEARCH))).isEmpty();
  }

  @Test
  void everyPageOfEveryWebServerIsGivenAsWritten() throws IOException {
    for (DemoDevice device : speaking()) {
      for (DemoDevice.Page page : device.http()) {
        String path = page.path().equals("*") ? "/nowhere" : page.path();
        String body = page.when().isEmpty() ? "" : "<tds:" + page.when() + "/>";
        String heard = talk(plain(device, site.ports().get(0)), request(path, body));
        List<String> lines = heard.lines().toList();
        assertThat(heard).as(device.id() + path).doesNotContain("${").contains("\r\n\r\n");
        assertThat(lines.get(0)).as(device.id() + path).isEqualTo(page.reply().head().get(0));
        assertThat(lines).hasSizeGreaterThan(page.reply().head().size());
      }
    }
  }

  @Test
  void theClockOfAnOnvifDeviceIsRight() throws IOException {
    String heard =
        talk(
            plain(device("roof-dome"), site.ports().get(0)),
            request("/onvif/device_service", "<GetSystemDateAndTime/>"));
    assertThat(heard)
        .contains("<tt:Hour>9</tt:Hour><tt:Minute>8</tt:Minute><tt:Second>7</tt:Second>")
        .contains("<tt:Year>2026</tt:Year><tt:Month>11</tt:Month><tt:Day>25</tt:Day>");
  }

  @Test
  void certificatesBearTheNamesOfTheFile() throws IOException, GeneralSecurityException {
    int seen = 0;
    for (DemoDevice device : speaking()) {
      if (device.certificate().isPresent()) {
        X509Certificate certificate = certificate(device);
        String subject = certificate.getSubjectX500Principal().getName();
        for (String attribute : device.certificate().get().subject()) {
          String value = device.words().fill(attribute).replace(",", "\\,");
          assertThat(subject).as(device.id()).contains(value);
        }
        boolean ownIssuer =
            device.certificate().get().issuer().equals(device.certificate().get().subject());
        assertThat(certificate.getIssuerX500Principal().getName().equals(subject))
            .as(device.id())
            .isEqualTo(ownIssuer);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(6);
  }

  @Test
  void streamsAnswerOptionsAndDescribeOnOneConnection() throws IOException {
    for (DemoDevice device : speaking()) {
      if (!device.rtsp().isEmpty()) {
        String heard =
            talk(
                plain(device, site.ports().get(2)),
                rtsp("OPTIONS", 1) + rtsp("DESCRIBE", 2) + rtsp("SETUP", 3));
        assertThat(heard)
            .as(device.id())
            .contains("CSeq: 1\r\n", "CSeq: 2\r\n", "RTSP/1.0 405 Method Not Allowed\r\nCSeq: 3")
            .startsWith(device.rtsp().get("OPTIONS").head().get(0))
            .doesNotContain("${");
      }
    }
  }

  @Test
  void theClosedRefuseTheGarblersGarbleAndTheSilentAreSilent() throws IOException {
    for (DemoDevice device : site.devices()) {
      InetSocketAddress at = new InetSocketAddress(device.address().inet(), site.ports().get(0));
      if (device.manner() == Manner.CLOSED) {
        assertThatThrownBy(() -> plain(device, at.getPort())).isInstanceOf(ConnectException.class);
      } else if (device.manner() == Manner.SILENT) {
        try (Socket socket = new Socket()) {
          assertThatThrownBy(() -> socket.connect(at, 300))
              .isInstanceOf(SocketTimeoutException.class);
        }
      } else if (device.manner() == Manner.GARBLES) {
        try (Socket socket = plain(device, at.getPort())) {
          assertThat(socket.getInputStream().readNBytes(300)).isEqualTo(Manners.garbage());
        }
        assertThat(ask(device.address(), Discovery.WSD_PORT, bytes(PROBE))).isPresent();
      }
    }
  }

  @Test
  void theDripperBeginsAndGoesOn() throws IOException {
    try (Socket socket = plain(device("dripper"), site.ports().get(0))) {
      socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\n\r\n"));
      byte[] start = socket.getInputStream().readNBytes(30);
      assertThat(new String(start, StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 200 OK\r\nX-Filler: .");
    }
  }

  @Test
  void aSecondSiteSaysThatOneIsRunning() {
    assertThatThrownBy(DemoSite::start)
        .isInstanceOf(IOException.class)
        .hasMessage("the demo cannot start: another one is running on this machine; stop it first");
  }

  private static List<Network> networks() throws ConfigException {
    return SiteFileReader.read("site.yaml", site.siteFile(), Path.of(".")).inspection().networks();
  }

  private static List<DemoDevice> speaking() {
    return site.devices().stream().filter(d -> d.manner() == Manner.SPEAKS).toList();
  }

  private static DemoDevice device(String id) {
    return site.devices().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
  }

  private static String request(String path, String body) {
    return "POST %s?x=1 HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(path, body.length(), body);
  }

  private static String rtsp(String method, int number) {
    return "%s rtsp://x/ RTSP/1.0\r\nCSeq: %d\r\n\r\n".formatted(method, number);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] frame(String json) {
    ByteBuffer whole = ByteBuffer.allocate(32 + json.length()).order(ByteOrder.LITTLE_ENDIAN);
    whole.putInt(32).put(bytes("DHIP")).putInt(0).putInt(0).putInt(json.length()).putInt(0);
    return whole.putInt(json.length()).putInt(0).put(bytes(json)).array();
  }

  private static Optional<String> ask(Address host, int port, byte[] question) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(250);
      socket.send(new DatagramPacket(question, question.length, host.inet(), port));
      DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(answer);
      assertThat(answer.getAddress()).isEqualTo(host.inet());
      byte[] heard = Arrays.copyOf(answer.getData(), answer.getLength());
      return Optional.of(new String(heard, StandardCharsets.ISO_8859_1));
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
  }

  private static Socket plain(DemoDevice device, int port) throws IOException {
    Socket socket = new Socket(device.address().inet(), port);
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static String talk(Socket socket, String question) throws IOException {
    try (socket) {
      socket.getOutputStream().write(bytes(question));
      socket.shutdownOutput();
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static X509Certificate certificate(DemoDevice device)
      throws IOException, GeneralSecurityException {
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new Trusting()}, null);
    Socket socket = plain(device, site.ports().get(1));
    try (SSLSocket secure =
        (SSLSocket)
            trusting.getSocketFactory().createSocket(socket, null, socket.getPort(), true)) {
      secure.startHandshake();
      secure.getOutputStream().write(bytes("GET / HTTP/1.1\r\n\r\n"));
      assertThat(secure.getInputStream().readNBytes(8)).asString().isEqualTo("HTTP/1.1");
      return (X509Certificate) secure.getSession().getPeerCertificates()[0];
    }
  }

  /** Takes every certificate: what is tested is what it says. */
  private static final class Trusting implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
