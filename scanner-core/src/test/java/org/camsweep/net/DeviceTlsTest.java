package org.camsweep.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Self-signed certificates and protocols of long ago are read, not trusted. */
class DeviceTlsTest {
  private static final String HOST = "127.64.0.1";
  private static final char[] PASS = "changeit".toCharArray();

  @TempDir static Path folder;
  private static SSLContext server;

  @BeforeAll
  static void key() throws Exception {
    OldTls.allow(); // the test's own server must speak the old protocols too
    Path store = folder.resolve("device.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "device",
                "-keyalg",
                "RSA",
                "-keysize",
                "1024",
                "-sigalg",
                "SHA1withRSA",
                "-dname",
                "CN=device, O=Example Optics, C=SE",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASS);
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, PASS);
    server = SSLContext.getInstance("TLS");
    server.init(factory.getKeyManagers(), null, null);
  }

  private static Target target() throws Exception {
    return scope().admit(Cidr.address(HOST)).orElseThrow();
  }

  private static Scope scope() throws Exception {
    Network network = Networks.of("127.64.0.0/24");
    return Scope.demo(List.of(network));
  }

  private static SSLServerSocket listen(String... protocols) throws IOException {
    return listen(() -> {}, protocols);
  }

  /**
   * A server of one connection.
   *
   * @param before what is done when it is there, before any of it is read
   */
  private static SSLServerSocket listen(Runnable before, String... protocols) throws IOException {
    SSLServerSocket socket = (SSLServerSocket) server.getServerSocketFactory().createServerSocket();
    socket.bind(new InetSocketAddress(Cidr.address(HOST).inet(), 0));
    socket.setEnabledProtocols(protocols);
    socket.setEnabledCipherSuites(socket.getSupportedCipherSuites());
    Thread thread =
        new Thread(
            () -> {
              try (SSLSocket one = (SSLSocket) socket.accept()) {
                before.run();
                one.getInputStream().read(new byte[2_048]);
                OutputStream out = one.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(US_ASCII));
                out.flush();
              } catch (IOException e) {
                // the handshake failed: the scanner's side says so
              }
            },
            "tls-device");
    thread.setDaemon(true);
    thread.start();
    return socket;
  }

  private static Heard ask(Ask ask) throws Exception {
    try (Edge edge = edge()) {
      return ask(edge, ask);
    }
  }

  private static Edge edge() throws Exception {
    return Edge.open(
        Edge.Settings.at(1_000, "camsweep/test"), scope(), Set.of(), (probe, reply) -> {});
  }

  private static Heard ask(Edge edge, Ask ask) throws Exception {
    CompletableFuture<Heard> answer = new CompletableFuture<>();
    edge.ask(
        target(),
        ProbeId.of("test"),
        ask,
        true,
        new Ear() {
          @Override
          public void heard(Heard heard) {
            answer.complete(heard);
          }

          @Override
          public void ended() {}
        });
    return answer.get(15, TimeUnit.SECONDS);
  }

  /** The time of the answer is over when the edge's thread is free again, and begins to read. */
  @Test
  void aHandshakeThatLayUnreadIsGoneOnWith() throws Exception {
    try (Edge edge = edge();
        SSLServerSocket socket =
            listen(
                () -> {
                  sleep(200); // until the scanner has said its hello
                  edge.later(Duration.ZERO, () -> sleep(2_000));
                  sleep(200);
                },
                "TLSv1.3")) {
      int port = socket.getLocalPort();
      Ask.Http get = Ask.Http.get(port, true, "/");
      Duration patience = Duration.ofSeconds(1);
      Ask impatient =
          new Ask.Http(port, true, "GET", "/", get.headers(), new byte[0], 65_536, patience);
      Heard.Reply reply = (Heard.Reply) ask(edge, impatient);
      assertThat(new String(reply.bytes(), US_ASCII)).endsWith("hi");
      assertThat(reply.cutShort()).isFalse();
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"})
  void readsPageAndCertificateWhateverTheProtocol(String protocol) throws Exception {
    try (SSLServerSocket socket = listen(protocol)) {
      Heard.Reply reply = (Heard.Reply) ask(Ask.Http.get(socket.getLocalPort(), true, "/"));
      assertThat(new String(reply.bytes(), US_ASCII)).endsWith("hi");
      assertThat(reply.tlsProtocol()).contains(protocol);
      assertThat(reply.certificates()).hasSize(1);
      X509Certificate leaf =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(reply.certificates().get(0)));
      assertThat(leaf.getSubjectX500Principal().getName()).contains("O=Example Optics");
    }
  }

  @Test
  void plainTextOnATlsPortIsARefusalNotACrash() throws Exception {
    try (LoopbackSite site = new LoopbackSite()) {
      int port =
          site.tcp(
              HOST,
              (socket, request) ->
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII)));
      Heard heard = ask(Ask.Http.get(port, true, "/"));
      assertThat(heard).isInstanceOf(Heard.Refused.class);
      assertThat(((Heard.Refused) heard).reason()).isEqualTo("tls");
    }
  }
}
