package org.camsweep.net.syslog;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camsweep.export.spi.Outsider;

/** A real log host: rsyslog of Debian on loopback, over TLS, TCP and UDP. */
final class Rsyslog implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");
  private static final Path TLS = Path.of("/usr/lib/x86_64-linux-gnu/rsyslog/lmnsd_gtls.so");

  private final Path home;
  private final Process process;
  final int tls;
  final int tcp;
  final int udp;

  private Rsyslog(Path home, Process process, int tls, int tcp, int udp) {
    this.home = home;
    this.process = process;
    this.tls = tls;
    this.tcp = tcp;
    this.udp = udp;
  }

  /** Starts one in a folder; its certificate, by an authority of its own, is for localhost. */
  static Rsyslog start(Path home) throws IOException {
    Outsider.need(PROGRAM, "rsyslog");
    Outsider.need(TLS, "rsyslog-gnutls");
    int tls = free();
    int tcp = free();
    int udp = freeUdp();
    openssl(home, "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=test-ca");
    openssl(home, "req -newkey rsa:2048 -nodes -keyout host.key -out host.csr -subj /CN=localhost");
    Files.writeString(home.resolve("san"), "subjectAltName=DNS:localhost\n");
    openssl(
        home,
        "x509 -req -in host.csr -CA ca.pem -CAkey ca.key -set_serial 1 -extfile san -out host.pem");
    Files.writeString(home.resolve("rsyslog.conf"), configuration(home, tls, tcp, udp));
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-n",
                "-f",
                home.resolve("rsyslog.conf").toString(),
                "-i",
                home.resolve("pid").toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("said").toFile())
            .start();
    Rsyslog host = new Rsyslog(home, process, tls, tcp, udp);
    host.awaitPort(tls);
    host.awaitPort(tcp);
    return host;
  }

  private static String configuration(Path home, int tls, int tcp, int udp) {
    return """
        global(workDirectory="HOME" defaultNetstreamDriver="gtls"
          defaultNetstreamDriverCAFile="HOME/ca.pem"
          defaultNetstreamDriverCertFile="HOME/host.pem"
          defaultNetstreamDriverKeyFile="HOME/host.key" maxMessageSize="8k")
        module(load="imudp")
        module(load="imtcp")
        template(name="parsed" type="string"
          string="%pri%|%protocol-version%|%timestamp:::date-rfc3339%|%app-name%|%msgid%|%msg%\\n")
        ruleset(name="keep") { action(type="omfile" file="HOME/heard" template="parsed") }
        input(type="imtcp" address="127.0.0.1" port="TCP" ruleset="keep"
          streamDriver.mode="0")
        input(type="imtcp" address="127.0.0.1" port="TLS" ruleset="keep"
          streamDriver.name="gtls" streamDriver.mode="1" streamDriver.authMode="anon")
        input(type="imudp" address="127.0.0.1" port="UDP" ruleset="keep")
        """
        .replace("HOME", home.toString())
        .replace("TCP\"", tcp + "\"")
        .replace("TLS\"", tls + "\"")
        .replace("UDP\"", udp + "\"");
  }

  private static void openssl(Path home, String words) {
    Outsider.Said said =
        Outsider.run(new byte[0], "sh", "-c", "cd '" + home + "' && openssl " + words);
    if (said.code() != 0) {
      throw new AssertionError(said.output());
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int freeUdp() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort(int port) throws IOException {
    for (int tries = 0; tries < 200; tries++) {
      try (java.net.Socket socket = new java.net.Socket()) {
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (java.net.ConnectException e) {
        pause();
      }
    }
    throw new AssertionError("rsyslog does not listen: " + Files.readString(home.resolve("said")));
  }

  Path authority() {
    return home.resolve("ca.pem");
  }

  /** What it understood, once it has understood that many messages. */
  List<String> heard(int messages) throws IOException {
    Path file = home.resolve("heard");
    for (int tries = 0; tries < 400; tries++) {
      List<String> lines =
          Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : new ArrayList<>();
      if (lines.size() >= messages) {
        return lines;
      }
      pause();
    }
    throw new AssertionError(
        "not heard: " + (Files.exists(file) ? Files.readString(file) : "nothing"));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
