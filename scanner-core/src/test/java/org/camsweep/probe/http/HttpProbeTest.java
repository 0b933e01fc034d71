package org.camsweep.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Certificates;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.camsweep.probe.spi.Step;
import org.junit.jupiter.api.Test;

class HttpProbeTest extends ProbeContract {
  private static final Ask.Http FIRST = Ask.Http.get(80, false, "/");
  private static final String LOGIN =
      "HTTP/1.1 200 OK\r\nCONNECTION: close\r\nServer: AcmeWeb/1.2\r\n"
          + "Set-Cookie: sid=abc123; path=/\r\nContent-Type: text/html\r\n\r\n"
          + "<html><head><title>\n Acme &amp; Sons &#8211; Login </title>"
          + "<link rel=\"shortcut icon\" href=\"/img/favicon.ico\"></head>"
          + "<script>window.location.href = \"/web/login.asp\";</script></html>";
  private static final String LOCKED =
      "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"Acme, (12)\", qop=\"auth\","
          + " nonce=\"00\"\r\nWWW-Authenticate: Basic realm=\"Other\"\r\n"
          + "Content-Length: 0\r\n\r\n";

  @Override
  protected Probe probe() {
    return new HttpProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    Ask.Http icon = HttpProbe.ask(80, false, "/favicon.ico", Icon.ACCEPT);
    return List.of(reply(FIRST, LOGIN), reply(FIRST, LOCKED), tls(LOCKED), reply(icon, icon(100)));
  }

  private static Heard.Reply tls(String text) {
    return new Heard.Reply(
        Optional.of(Ask.Http.get(443, true, "/")),
        HOST,
        Endpoint.tcp(443),
        Optional.empty(),
        AT,
        text.getBytes(UTF_8),
        false,
        List.of(Certificates.acme()),
        Optional.of("TLSv1.2"));
  }

  private static byte[] icon(int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("HTTP/1.0 200 OK\r\nContent-Type: image/x-icon\r\n\r\n".getBytes(UTF_8));
    for (int i = 0; i < size; i++) {
      out.write(i);
    }
    return out.toByteArray();
  }

  @Test
  void readsAPage() {
    Heard.Reply page = recordings().get(0);
    assertThat(said(page, "http.status")).containsExactly("200");
    assertThat(said(page, "http.title")).containsExactly("Acme & Sons \u2013 Login");
    assertThat(said(page, "http.server")).containsExactly("AcmeWeb/1.2");
    assertThat(said(page, "http.header-names"))
        .containsExactly("CONNECTION,Server,Set-Cookie,Content-Type");
    assertThat(said(page, "http.cookie")).containsExactly("sid");
    assertThat(said(page, "http.header"))
        .contains("Set-Cookie: sid", "Server: AcmeWeb/1.2")
        .noneMatch(h -> h.contains("abc123"));
    assertThat(said(page, "http.location")).containsExactly("/web/login.asp");
    assertThat(said(page, "http.path")).containsExactly("/");
  }

  @Test
  void readsSeveralChallenges() {
    assertThat(said(recordings().get(1), "http.realm")).containsExactly("Acme, (12)", "Other");
    assertThat(said(recordings().get(1), "http.challenge")).hasSize(2);
  }

  @Test
  void readsTheCertificateOnTheWay() {
    assertThat(said(recordings().get(2), "tls.subject").get(0)).contains("CN=acme-0200aabbccdd");
    assertThat(said(recordings().get(2), "tls.protocol")).containsExactly("TLSv1.2");
  }

  private static List<String> followed(Ask.Http ask, String pointer) {
    String answer = "HTTP/1.1 302 Found\r\nLocation: " + pointer + "\r\n\r\n";
    Step step = new HttpProbe().hear(reply(ask, answer));
    return step.next().stream()
        .map(n -> n.ask().fold(d -> "", e -> "", h -> h.port() + " " + h.tls() + " " + h.path()))
        .toList();
  }

  @Test
  void followsOneRedirectToTheSameLiteralAddressOnly() {
    assertThat(followed(FIRST, "/login.asp")).containsExactly("80 false /login.asp");
    assertThat(followed(FIRST, "https://10.20.30.40:8443/a")).containsExactly("8443 true /a");
    assertThat(followed(FIRST, "http://10.20.30.41/a")).isEmpty();
    assertThat(followed(FIRST, "http://camera.example/a")).isEmpty();
    assertThat(followed(FIRST, "https://10.20.30.40/")).as("is asked anyway").isEmpty();
    assertThat(followed(FIRST, "/snapshot.jpg")).as("never a picture").isEmpty();
    Ask.Http second = HttpProbe.ask(80, false, "/login.asp", Page.FOLLOWING);
    assertThat(followed(second, "/again")).as("one and no more").isEmpty();
  }

  @Test
  void followsAScriptToTheSameAddressOnce() {
    assertThat(probe().hear(recordings().get(0)).next()).hasSize(1);
  }

  @Test
  void joinsChunksAndUndoesCompression() throws IOException {
    String chunked =
        String.join(
            "\r\n",
            List.of(
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "",
                "7",
                "<title>",
                "4;x=y",
                "Acme",
                "8",
                "</title>",
                "0",
                "",
                ""));
    assertThat(said(reply(FIRST, chunked), "http.title")).containsExactly("Acme");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(UTF_8));
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write("<title>Zipped</title>".getBytes(UTF_8));
      gzip.write(new byte[5_000_000]);
    }
    assertThat(said(reply(FIRST, out.toByteArray()), "http.title")).containsExactly("Zipped");
  }

  @Test
  void readsThePagesOwnEncoding() {
    byte[] page =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\n\r\n<title>"
                + "\u00d6\u00d0</title>")
            .getBytes(ISO_8859_1);
    assertThat(said(reply(FIRST, page), "http.title")).containsExactly("\u4e2d");
  }

  @Test
  void hashesTheIconAsTheListsDo() {
    Heard.Reply icon = recordings().get(3);
    assertThat(said(icon, "http.favicon.mmh3")).containsExactly("-1165240594");
    assertThat(said(icon, "http.favicon.md5")).containsExactly("7acedd1a84a4cfcb6e7a16003242945e");
    assertThat(Icon.murmur3("hello".getBytes(UTF_8))).isEqualTo(613_153_351);
    assertThat(Icon.murmur3(new byte[0])).isZero();
  }

  @Test
  void asksForTheIconThatThePageNames() {
    Probe.Unicast probe = new HttpProbe();
    List<Ask> asks =
        probe.open(
            Probe.Stage.INTERVIEW, target(), List.of(observation(probe, recordings().get(0))), ID);
    assertThat(asks).hasSize(1);
    assertThat(asks.get(0).fold(d -> "", e -> "", Ask.Http::path)).isEqualTo("/img/favicon.ico");
    assertThat(Icon.isIcon("/cgi-bin/snapshot.jpg")).isFalse();
    assertThat(Icon.isIcon("/favicon.ico?reboot=1")).isFalse();
  }

  @Test
  void tlsWhereClearTextWasAskedIsAskedAgainInTls() {
    byte[] alert = {0x15, 3, 1, 0, 2, 2, 70};
    Step step = probe().hear(reply(Ask.Http.get(8181, false, "/"), alert));
    assertThat(step.outcome()).isEqualTo(Outcome.GARBLED);
    assertThat(step.next()).hasSize(1);
    assertThat(step.next().get(0).ask().fold(d -> false, e -> false, Ask.Http::tls)).isTrue();
  }

  @Test
  void anOtherProtocolsWordsAreKept() {
    assertThat(said(reply(FIRST, "220 ready"), "tcp.banner")).containsExactly("220 ready");
    assertThat(probe().hear(reply(FIRST, "")).outcome()).isEqualTo(Outcome.SILENT);
  }

  private static List<Integer> ports(Probe.Stage stage, List<Integer> owners) {
    return new HttpProbe()
        .open(stage, target(HOST, owners), List.of(), ID).stream()
            .map(a -> a.endpoint().port())
            .toList();
  }

  @Test
  void asksTheOwnersPortsOrTheDefaultNeverAnothersProtocol() {
    assertThat(ports(Probe.Stage.KNOCK, List.of())).containsExactly(80, 443);
    assertThat(ports(Probe.Stage.ASK, List.of())).containsExactly(81, 88, 8080, 8081, 8443);
    assertThat(ports(Probe.Stage.KNOCK, List.of(18080, 18443))).containsExactly(18080, 18443);
    assertThat(ports(Probe.Stage.ASK, List.of(80, 554, 8000, 9000, 37777))).isEmpty();
  }

  @Test
  void asksPortsThatTheDeviceStates() {
    List<Ask> asks =
        new HttpProbe()
            .open(
                Probe.Stage.INTERVIEW,
                target(),
                List.of(
                    heardBy("sadp", Endpoint.udp(37020), "sadp.http-port", "8888"),
                    heardBy("dhip", Endpoint.udp(37810), "dhip.http-port", "9100"),
                    heardBy("wsd", Endpoint.udp(3702), "wsd.xaddr", "http://1.2.3.4:502/x"),
                    heardBy("wsd", Endpoint.udp(3702), "wsd.xaddr", "http://1.2.3.4:8899/x")),
                ID);
    assertThat(asks.stream().map(a -> a.endpoint().port()).toList()).containsExactly(8888, 8899);
  }
}
