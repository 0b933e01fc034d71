package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The edge's own thread is held up for longer than answers are waited for: the time-outs fire
 * before what came meanwhile is read, and the host must not be dark for that.
 */
class HeldUpTest {
  private static final int HOSTS = 60;

  private LoopbackSite site;
  private Edge edge;
  private Scope scope;

  /** Opens the sockets that datagrams leave by. */
  private static final Probe.Unicast CALLER = new NamedProbe("held-up");

  @BeforeEach
  void open() throws Exception {
    Network network = Networks.of("127.66.0.0/24");
    scope = Scope.demo(List.of(network));
    site = new LoopbackSite();
    edge =
        Edge.open(Edge.Settings.at(1_000, "camsweep/test"), scope, Set.of(), (probe, reply) -> {});
    edge.open(CALLER);
  }

  @AfterEach
  void close() throws Exception {
    edge.close();
    site.close();
  }

  /** The loop reads a few datagrams of each socket in a turn; then the time-outs have theirs. */
  @Test
  void whatLiesUnreadIsReadBeforeAnybodyIsCalledSilent() throws Exception {
    List<Heard> all = new CopyOnWriteArrayList<>();
    CountDownLatch ended = new CountDownLatch(HOSTS);
    for (int i = 1; i <= HOSTS; i++) {
      String host = "127.66.0." + i;
      int port = site.udp(host, new byte[] {2}, 400);
      edge.ask(
          scope.admit(Cidr.address(host)).orElseThrow(),
          CALLER.id(),
          new Ask.Datagram(port, new byte[] {1}, Duration.ofMillis(1_500)),
          false,
          new Ear() {
            @Override
            public void heard(Heard heard) {
              all.add(heard);
            }

            @Override
            public void ended() {
              ended.countDown();
            }
          });
    }
    edge.later(Duration.ofMillis(250), HeldUpTest::holdUp);
    assertThat(ended.await(20, TimeUnit.SECONDS)).as("every question ends").isTrue();
    assertThat(all).hasSize(HOSTS).allMatch(Heard.Reply.class::isInstance);
    assertThat(edge.counters().snapshot()).containsKey("waited.late");
  }

  private static void holdUp() {
    try {
      Thread.sleep(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
