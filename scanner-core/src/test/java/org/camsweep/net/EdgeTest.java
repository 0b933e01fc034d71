package org.camsweep.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edge against plain sockets on loopback. */
class EdgeTest {
  private static final ProbeId PROBE = ProbeId.of("test");
  private static final String HOST = "127.66.0.1";

  private LoopbackSite site;
  private Edge edge;
  private Target target;
  private final List<Heard.Reply> strays = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    site = new LoopbackSite();
    edge =
        Edge.open(
            Edge.Settings.at(1_000, "camsweep/test"),
            scope(Pace.STANDARD),
            Set.of(),
            (probe, reply) -> {
              synchronized (strays) {
                strays.add(reply);
              }
            });
    target = scope(Pace.STANDARD).admit(Cidr.address(HOST)).orElseThrow();
  }

  @AfterEach
  void close() throws Exception {
    edge.close();
    site.close();
  }

  private static Scope scope(Pace pace) throws Exception {
    Network network =
        new Network(
            "s",
            "n",
            List.of(Cidr.parse("127.66.0.0/24")),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            pace,
            List.of());
    return Scope.demo(List.of(network));
  }

  private List<Heard> ask(Ask ask) throws InterruptedException {
    return askAll(target, List.of(ask));
  }

  private List<Heard> askAll(Target whom, List<Ask> asks) throws InterruptedException {
    List<Heard> all = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(asks.size());
    for (Ask ask : asks) {
      edge.ask(
          whom,
          PROBE,
          ask,
          true,
          new Ear() {
            @Override
            public void heard(Heard heard) {
              synchronized (all) {
                all.add(heard);
              }
            }

            @Override
            public void ended() {
              ended.countDown();
            }
          });
    }
    assertThat(ended.await(20, TimeUnit.SECONDS)).as("every question ends").isTrue();
    return all;
  }

  private static Heard.Reply reply(List<Heard> heard) {
    assertThat(heard).hasSize(1);
    return (Heard.Reply) heard.get(0);
  }

  private static LoopbackSite.Serve says(String text) {
    return (socket, request) -> {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(US_ASCII));
      out.flush();
    };
  }

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
  void datagramsAreAnsweredOrSilent() throws Exception {
    edge.open(new Silent());
    assertThat(edge.links().trouble()).isEmpty();
    int port = site.udp(HOST, "pong".getBytes(US_ASCII));
    Heard.Reply reply =
        reply(ask(new Ask.Datagram(port, "ping".getBytes(US_ASCII), Duration.ofMillis(400))));
    assertThat(new String(reply.bytes(), US_ASCII)).isEqualTo("pong");
    assertThat(reply.endpoint().port()).isEqualTo(port);

    Target other = scope(Pace.STANDARD).admit(Cidr.address("127.66.0.9")).orElseThrow();
    List<Heard> silent =
        askAll(other, List.of(new Ask.Datagram(9_999, new byte[] {1}, Duration.ofMillis(200))));
    assertThat(silent).singleElement().isInstanceOf(Heard.Silence.class);
  }

  @Test
  void aWaitDuringWhichThisMachineDroppedDatagramsIsNoSilence() throws Exception {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/net/udp")), "the kernel does not tell");
    edge.open(new Silent());
    try (DatagramSocket flooder = new DatagramSocket(0, InetAddress.getByName(HOST))) {
      ask(new Ask.Datagram(flooder.getLocalPort(), new byte[] {1}, Duration.ofMillis(10)));
      DatagramPacket question = new DatagramPacket(new byte[16], 16);
      flooder.receive(question);

      Target other = scope(Pace.STANDARD).admit(Cidr.address("127.66.0.9")).orElseThrow();
      DatagramSocket mute = new DatagramSocket(0, InetAddress.getByName("127.66.0.9"));
      Thread thread =
          new Thread(() -> flood(flooder, question.getSocketAddress(), mute), "flooder");
      thread.start();
      List<Heard> heard =
          askAll(
              other,
              List.of(
                  new Ask.Datagram(mute.getLocalPort(), new byte[] {1}, Duration.ofSeconds(3))));
      thread.join();
      mute.close();
      assertThat(heard)
          .singleElement()
          .isInstanceOfSatisfying(
              Heard.Refused.class,
              no -> {
                assertThat(no.isUnheard()).isTrue();
                assertThat(no.alive()).isFalse();
              });
      List<Heard> afterwards =
          askAll(other, List.of(new Ask.Datagram(9_999, new byte[] {1}, Duration.ofMillis(200))));
      assertThat(afterwards).singleElement().isInstanceOf(Heard.Silence.class);
    }
  }

  /**
   * More than any receive buffer holds that {@link DatagramPort} asks for, when the question has
   * come to the one who does not answer it, and while the edge is held up.
   */
  private void flood(DatagramSocket from, SocketAddress to, DatagramSocket mute) {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch flooded = new CountDownLatch(1);
    try {
      mute.receive(new DatagramPacket(new byte[16], 16));
      edge.later(
          Duration.ZERO,
          () -> {
            held.countDown();
            await(flooded);
          });
      await(held);
      byte[] junk = new byte[1_200];
      for (int i = 0; i < 10_000; i++) {
        from.send(new DatagramPacket(junk, junk.length, to));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      flooded.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  /** A probe by name only: the test itself says what is sent. */
  private static final class Silent implements Probe.Unicast {
    @Override
    public ProbeId id() {
      return PROBE;
    }

    @Override
    public About about() {
      return new About("test", "unicast", "udp", Confidence.SOLID, true);
    }

    @Override
    public Set<Field> fields() {
      return Set.of();
    }

    @Override
    public Step hear(Heard heard) {
      return Step.without(heard);
    }

    @Override
    public List<Ask> open(Stage stage, Target host, List<Observation> known, UUID messageId) {
      return List.of();
    }
  }
}
