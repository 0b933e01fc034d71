package org.camsweep.net.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import org.camsweep.export.syslog.SyslogExporter;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What leaves here arrives at a real log host as it was meant. */
class LogSenderTest {
  private static final String ALONE = "alone";

  @TempDir private Path home;
  private Rsyslog host;

  @BeforeEach
  void start(TestInfo test) throws IOException {
    if (!test.getTags().contains(ALONE)) {
      host = Rsyslog.start(home);
    }
  }

  @AfterEach
  void stop() {
    if (host != null) {
      host.close();
    }
  }

  private LogSender to(String place) throws IOException {
    return new LogSender(LogHost.parse(place).orElseThrow(), LogTrust.of(host.authority()));
  }

  private void arrives(String place) throws IOException {
    List<String> messages = SyslogExporter.messages(SampleReport.full());
    to(place).send(messages);
    List<String> heard = host.heard(messages.size());
    assertThat(heard).hasSameSizeAs(messages);
    for (int i = 0; i < messages.size(); i++) {
      String[] sent = messages.get(i).split(" ", 8);
      String[] got = heard.get(i).split("\\|", 6);
      assertThat("<" + got[0] + ">" + got[1]).isEqualTo(sent[0]);
      assertThat(got[2].replace("+00:00", "Z")).isEqualTo(sent[1]);
      assertThat(got[3]).isEqualTo("camsweep");
      assertThat(got[4]).isEqualTo(sent[5]);
      assertThat(got[5]).isEqualTo(sent[7]);
    }
  }

  @Test
  void overTlsToAHostWhoseNameFits() throws IOException {
    arrives("tls://localhost:" + host.tls);
  }

  @Test
  void overTcp() throws IOException {
    arrives("tcp://127.0.0.1:" + host.tcp);
  }

  @Test
  void overUdp() throws IOException {
    arrives("udp://127.0.0.1:" + host.udp);
  }

  @Test
  void manyMessagesAllArrive() throws IOException {
    List<String> many =
        IntStream.range(0, 5_000)
            .mapToObj(n -> "<110>1 2026-11-25T12:00:00Z - camsweep - device - number " + n)
            .toList();
    to("tcp://127.0.0.1:" + host.tcp).send(many);
    assertThat(host.heard(5_000)).hasSize(5_000).last().asString().endsWith("|number 4999");
  }

  @Test
  void nothingIsSentToAHostThatIsNotWhoItShouldBe() throws IOException {
    assertThatThrownBy(() -> to("tls://127.0.0.1:" + host.tls).send(List.of("x")))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("127.0.0.1");
    LogSender byJavasTrust =
        new LogSender(
            LogHost.parse("tls://localhost:" + host.tls).orElseThrow(), LogTrust.ofJava());
    assertThatThrownBy(() -> byJavasTrust.send(List.of("x"))).isInstanceOf(SSLException.class);
  }

  @Test
  @Tag(ALONE)
  void aHostThatIsNotThereIsAnError() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    LogSender sender =
        new LogSender(LogHost.parse("tcp://127.0.0.1:" + closed).orElseThrow(), LogTrust.ofJava());
    assertThatThrownBy(() -> sender.send(List.of("x"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> LogTrust.of(home.resolve("none.pem"))).isInstanceOf(IOException.class);
  }
}
