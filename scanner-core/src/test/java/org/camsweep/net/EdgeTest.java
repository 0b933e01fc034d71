package org.camsweep.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Cidr;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** The edge against plain sockets on loopback: connections. */
class EdgeTest extends LoopbackEdge {
  @Test
  void readsAnHttpReplyAndSaysWhoAsks() throws Exception {
    List<String> requests = new ArrayList<>();
    int port =
        site.tcp(
            HOST,
            (socket, request) -> {
              requests.add(new String(request, US_ASCII));
              says("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi").serve(socket, request);
            });
    Heard.Reply reply = reply(ask(Ask.Http.get(port, false, "/")));
    assertThat(new String(reply.bytes(), US_ASCII)).endsWith("\r\n\r\nhi");
    assertThat(reply.cutShort()).isFalse();
    assertThat(requests.get(0))
        .startsWith("GET / HTTP/1.1\r\nHost: " + HOST + ":" + port + "\r\n")
        .contains("User-Agent: camsweep/test\r\n")
        .endsWith("Connection: close\r\n\r\n");
  }

  @Test
  void endsAtTheFramingWithoutWaitingForTheClose() throws Exception {
    int port =
        site.tcp(
            HOST,
            (socket, request) -> {
              says("RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n").serve(socket, request);
              assertThat(socket.getInputStream().read()).as("the scanner closes").isEqualTo(-1);
            });
    Ask ask =
        new Ask.Exchange(
            port,
            false,
            "OPTIONS * RTSP/1.0\r\n\r\n".getBytes(US_ASCII),
            Framing.message(true),
            4_096,
            Duration.ofSeconds(9));
    assertThat(reply(ask(ask)).cutShort()).isFalse();
  }

  @Test
  void cutsALongReplyAtItsLimit() throws Exception {
    int port = site.tcp(HOST, says("x".repeat(100_000)));
    Ask ask =
        new Ask.Exchange(
            port, false, new byte[] {1}, Framing.toClose(), 1_000, Duration.ofSeconds(5));
    Heard.Reply reply = reply(ask(ask));
    assertThat(reply.bytes()).hasSize(1_000);
    assertThat(reply.cutShort()).isTrue();
  }

  @Test
  void cutsASlowReplyAtItsPatienceAndKeepsWhatCame() throws Exception {
    int port =
        site.tcp(
            HOST,
            (socket, request) -> {
              says("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\npart").serve(socket, request);
              assertThat(socket.getInputStream().read()).isEqualTo(-1);
            });
    Ask.Http get = Ask.Http.get(port, false, "/");
    Ask impatient =
        new Ask.Http(
            port, false, "GET", "/", get.headers(), new byte[0], 65_536, Duration.ofMillis(300));
    Heard.Reply reply = reply(ask(impatient));
    assertThat(new String(reply.bytes(), US_ASCII)).endsWith("part");
    assertThat(reply.cutShort()).isTrue();
  }

  @Test
  void anOpenPortThatSaysNothingIsAnEmptyReply() throws Exception {
    int port = site.tcp(HOST, (socket, request) -> {});
    Ask ask =
        new Ask.Exchange(
            port, false, new byte[0], Framing.toClose(), 1_024, Duration.ofMillis(300));
    assertThat(reply(ask(ask)).bytes()).isEmpty();
  }

  @Test
  void aClosedPortIsARefusalThatProvesAHost() throws Exception {
    int port;
    try (LoopbackSite other = new LoopbackSite()) {
      port = other.tcp(HOST, says("gone"));
    }
    List<Heard> heard = ask(Ask.Http.get(port, false, "/"));
    assertThat(heard).hasSize(1);
    Heard.Refused refused = (Heard.Refused) heard.get(0);
    assertThat(refused.reason()).isEqualTo("refused");
    assertThat(refused.alive()).isTrue();
  }

  @Test
  void keepsToTheHostsConnectionLimit() throws Exception {
    int port =
        site.tcp(
            HOST,
            (socket, request) -> {
              Thread.sleep(60);
              says("HTTP/1.1 204 x\r\n\r\n").serve(socket, request);
            });
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asks.add(Ask.Http.get(port, false, "/" + i));
    }
    Target fast = scope(new Pace(1_000, 1_000, 2)).admit(Cidr.address(HOST)).orElseThrow();
    assertThat(askAll(fast, asks)).hasSize(8);
    assertThat(site.connections).hasValue(8);
    assertThat(site.mostOpen.get()).isLessThanOrEqualTo(2);
  }

  /** A machine with descriptors for three connections at a time, and no more. */
  @Test
  void withoutDescriptorsTheWindowClosesAndNobodyIsLost() throws Exception {
    edge.close();
    List<NioSocketChannel> made = new CopyOnWriteArrayList<>();
    Transport tight =
        new Transport(
            "tight",
            NioIoHandler::newFactory,
            () -> {
              if (made.stream().filter(c -> !c.closeFuture().isDone()).count() >= 3) {
                throw new ChannelException(new IOException("Too many open files"));
              }
              made.add(new NioSocketChannel());
              return made.get(made.size() - 1);
            },
            NioDatagramChannel::new);
    edge =
        new Edge(Edge.Settings.at(1_000, "camsweep/test"), List.of(), (probe, reply) -> {}, tight);
    int port =
        site.tcp(
            HOST,
            (socket, request) -> {
              Thread.sleep(40);
              says("HTTP/1.1 204 x\r\n\r\n").serve(socket, request);
            });
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      asks.add(Ask.Http.get(port, false, "/" + i));
    }
    Target eager = scope(new Pace(1_000, 1_000, 16)).admit(Cidr.address(HOST)).orElseThrow();
    assertThat(askAll(eager, asks)).hasSize(24).allMatch(Heard.Reply.class::isInstance);
    assertThat(edge.counters().get("local.descriptors")).isPositive();
    assertThat(edge.counters().get("retried.local"))
        .isEqualTo(edge.counters().get("local.descriptors"));
  }

  @Test
  void aBusyDeviceIsLeftAloneAsItAsksAndAskedOnceMore() throws Exception {
    List<Long> askedAt = new ArrayList<>();
    int port =
        site.tcp(
            HOST,
            (socket, request) -> {
              askedAt.add(System.nanoTime());
              String busy = "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";
              says(askedAt.size() == 1 ? busy : "HTTP/1.1 204 x\r\n\r\n").serve(socket, request);
            });
    Heard.Reply reply = reply(ask(Ask.Http.get(port, false, "/")));
    assertThat(new String(reply.bytes(), US_ASCII)).startsWith("HTTP/1.1 204");
    assertThat(askedAt).hasSize(2);
    assertThat(askedAt.get(1) - askedAt.get(0)).isGreaterThanOrEqualTo(1_000_000_000L);
    assertThat(edge.counters().get("retried.busy")).isEqualTo(1);
    assertThat(edge.counters().get("backed-off")).isEqualTo(1);
  }

  @Test
  void aDeviceThatStaysBusyIsHeardAsItIs() throws Exception {
    String busy = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";
    int port = site.tcp(HOST, says(busy));
    Heard.Reply reply = reply(ask(Ask.Http.get(port, false, "/")));
    assertThat(new String(reply.bytes(), US_ASCII)).startsWith("HTTP/1.1 429");
    assertThat(site.connections).hasValue(2);
  }

  @Test
  void aPortThatWasOpenAndNowRefusesIsASignToSlowDown() throws Exception {
    int port;
    try (LoopbackSite closing = new LoopbackSite()) {
      port = closing.tcp(HOST, says("HTTP/1.1 204 x\r\n\r\n"));
      reply(ask(Ask.Http.get(port, false, "/")));
    }
    assertThat(edge.counters().get("backed-off")).isZero();
    assertThat(ask(Ask.Http.get(port, false, "/")).get(0)).isInstanceOf(Heard.Refused.class);
    assertThat(edge.counters().get("backed-off")).isEqualTo(1);
  }

  @Test
  void afterStopNothingIsSent() throws Exception {
    int port = site.tcp(HOST, says("x"));
    edge.stop();
    List<Heard> heard = ask(Ask.Http.get(port, false, "/"));
    assertThat(((Heard.Refused) heard.get(0)).reason()).startsWith("not-sent");
    assertThat(site.connections).hasValue(0);
  }

  @Test
  void hostsThatTheScopeDoesNotAdmitHaveNoTarget() throws Exception {
    Scope scope = scope(Pace.STANDARD);
    assertThat(scope.admit(Cidr.address("127.67.0.1"))).isEmpty();
    assertThat(scope.admit(Cidr.address("10.0.0.1"))).isEmpty();
    assertThat(scope.admit(Cidr.address("127.66.0.255"))).isEmpty();
  }
}
