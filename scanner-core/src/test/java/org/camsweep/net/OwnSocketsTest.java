package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.DatagramSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sockets for one question each, on loopback. */
class OwnSocketsTest {
  private static final Address HOST = Cidr.address("127.66.0.1");
  private static final int MOST = 2;
  private static final int MANY = 9;

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<Integer> open = new CopyOnWriteArrayList<>();
  private final List<String> unsent = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(MANY);
  private final OwnSockets own = new OwnSockets(MOST);
  private EventLoopGroup group;
  private EventLoop loop;
  private LoopbackSite site;
  private Sockets sockets;
  private int port;
  private int fixed;

  @BeforeEach
  void open() throws Exception {
    site = new LoopbackSite();
    port = site.udp(HOST.toString(), new byte[] {2});
    try (DatagramSocket free = new DatagramSocket(0)) {
      fixed = free.getLocalPort();
    }
    Transport transport = Transport.best();
    group = transport.group();
    loop = group.next();
    Lag lag = new Lag((nanos, what) -> {}, System::nanoTime);
    lag.start();
    sockets =
        new Sockets(
            new DatagramPort.Means(
                loop,
                transport,
                (probe, reply) -> {},
                new Counters(),
                lag,
                new DropWatch(Map::of, System::nanoTime),
                Clock.systemUTC()),
            List.of());
    sockets.open(new NamedProbe("test"));
  }

  @AfterEach
  void close() throws Exception {
    sockets.close();
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3_000);
    site.close();
  }

  private void ask() {
    ask("test");
  }

  private void ask(String probe) {
    own.ask(
        sockets.forHost(ProbeId.of(probe), HOST).orElseThrow(),
        HOST,
        new Ask.Datagram(port, new byte[] {1}, Duration.ofMillis(100), true),
        new Ear() {
          @Override
          public void heard(Heard what) {
            heard.add(what);
            open.add(own.open().size());
          }

          @Override
          public void ended() {
            ended.countDown();
          }
        },
        unsent::add);
  }

  @Test
  void whatFindsNoPlaceWaitsForOneAndIsAnswered() throws Exception {
    loop.execute(
        () -> {
          for (int i = 0; i < MANY; i++) {
            ask();
          }
        });
    assertThat(ended.await(20, TimeUnit.SECONDS)).as("every question ends").isTrue();
    assertThat(heard).hasSize(MANY).allMatch(Heard.Reply.class::isInstance);
    assertThat(open).allMatch(n -> n <= MOST).contains(MOST);
    assertThat(unsent).isEmpty();
    assertThat(own.open()).as("all are closed").isEmpty();
  }

  /** Its answers go to a fixed port, so that it can have no socket of its own. */
  @Test
  void whatCannotBePutLeavesItsPlaceToTheNext() throws Exception {
    sockets.open(
        new NamedProbe("fixed") {
          @Override
          public Optional<Listening> listening() {
            return Optional.of(new Listening(fixed, List.of(), true));
          }
        });
    loop.execute(
        () -> {
          for (int i = 0; i < MOST; i++) {
            ask();
          }
          for (int i = 0; i < MANY; i++) {
            ask("fixed");
          }
        });
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (unsent.size() < MANY && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(unsent).hasSize(MANY).allMatch(why -> why.contains("fixed port"));
    assertThat(heard).hasSize(MOST);
  }

  @Test
  void whatWaitsAtTheStopIsNotPut() throws Exception {
    loop.submit(
            () -> {
              for (int i = 0; i < MANY; i++) {
                ask();
              }
              own.stop();
            })
        .get(20, TimeUnit.SECONDS);
    while (!own.open().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(heard).hasSize(MOST);
  }
}
