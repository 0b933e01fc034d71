package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
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
  private record Caller() implements Probe.Unicast {
    @Override
    public ProbeId id() {
      return ProbeId.of("held-up");
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
    public List<Ask> open(Stage stage, Target whom, List<Observation> known, UUID messageId) {
      return List.of();
    }

    @Override
    public Step hear(Heard heard) {
      return Step.learned(List.of());
    }
  }

  @BeforeEach
  void open() throws Exception {
    Network network = Networks.of("127.66.0.0/24");
    scope = Scope.demo(List.of(network));
    site = new LoopbackSite();
    edge =
        Edge.open(Edge.Settings.at(1_000, "camsweep/test"), scope, Set.of(), (probe, reply) -> {});
    edge.open(new Caller());
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
          new Caller().id(),
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
