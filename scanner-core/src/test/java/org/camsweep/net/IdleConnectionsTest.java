package org.camsweep.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question that follows another to the same port goes by the same connection. */
class IdleConnectionsTest {
  private static final String HOST = "127.66.1.1";
  private static final String ANSWER = "RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n";

  private final AtomicInteger requests = new AtomicInteger();
  private LoopbackSite site;
  private Edge edge;
  private Target target;

  @BeforeEach
  void open() throws Exception {
    Network network = Networks.paced("n", new Pace(1_000, 200, 1), "127.66.1.0/24");
    Scope scope = Scope.demo(List.of(network));
    site = new LoopbackSite();
    edge = Edge.open(Edge.Settings.at(1_000, "camsweep/test"), scope, Set.of(), (p, r) -> {});
    target = scope.admit(Cidr.address(HOST)).orElseThrow();
  }

  @AfterEach
  void close() throws Exception {
    edge.close();
    site.close();
  }

  private Heard ask(Ask ask) throws InterruptedException {
    AtomicReference<Heard> result = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    edge.ask(
        target,
        ProbeId.of("test"),
        ask,
        true,
        new Ear() {
          @Override
          public void heard(Heard heard) {
            result.set(heard);
          }

          @Override
          public void ended() {
            ended.countDown();
          }
        });
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    return result.get();
  }

  private static Ask question(int port, boolean keeps) {
    byte[] text = "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n".getBytes(US_ASCII);
    return new Ask.Exchange(
        port, false, text, Framing.message(true), 4_096, Duration.ofSeconds(6), keeps);
  }

  /** Answers so many requests on one connection, then hangs up; the first is already read. */
  private int server(int many) throws Exception {
    return site.tcp(
        HOST,
        (socket, first) -> {
          InputStream in = socket.getInputStream();
          int read = first.length;
          for (int i = 0; i < many && read > 0; i++) {
            requests.incrementAndGet();
            socket.getOutputStream().write(ANSWER.getBytes(US_ASCII));
            read = i + 1 < many ? in.read(new byte[512]) : 0;
          }
        });
  }

  private static String text(Heard heard) {
    return new String(((Heard.Reply) heard).bytes(), US_ASCII);
  }

  @Test
  void oneConnectionServesSeveralQuestions() throws Exception {
    int port = server(3);
    for (int i = 0; i < 3; i++) {
      assertThat(text(ask(question(port, true)))).isEqualTo(ANSWER);
    }
    assertThat(requests).hasValue(3);
    assertThat(site.connections).hasValue(1);
    assertThat(edge.counters().snapshot()).containsEntry("connections.reused", 2L);
  }

  @Test
  void aDeviceThatHangsUpIsAskedOnANewOne() throws Exception {
    int port = server(1);
    for (int i = 0; i < 3; i++) {
      assertThat(text(ask(question(port, true)))).isEqualTo(ANSWER);
    }
    assertThat(site.connections).hasValue(3);
  }

  @Test
  void aQuestionThatSaysNothingOfItHasItsOwn() throws Exception {
    int port = server(3);
    ask(question(port, false));
    ask(question(port, false));
    assertThat(site.connections).hasValue(2);
  }

  /** The host may have one connection at a time: the idle one is given up for another port. */
  @Test
  void anIdleConnectionCountsAmongItsHosts() throws Exception {
    int one = server(3);
    int other = server(3);
    ask(question(one, true));
    ask(question(other, true));
    ask(question(one, true));
    assertThat(site.connections).hasValue(3);
    assertThat(edge.counters().snapshot()).doesNotContainKey("connections.reused");
  }
}
