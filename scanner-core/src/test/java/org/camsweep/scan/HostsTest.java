package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camsweep.net.Edge;
import org.camsweep.net.ScriptedEdge;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.report.Unheard;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a host's outcome when it is told only later that an answer may be lost. */
class HostsTest {
  private static final Address ADDRESS = Cidr.address("127.65.0.3");
  private static final Ask QUESTION =
      new Ask.Datagram(9_001, new byte[] {1}, Duration.ofSeconds(1));

  /** One question, and no more to those that live. */
  private static final Probe.Unicast CALLER =
      new NamedProbe("caller") {
        @Override
        public List<Ask> open(Stage stage, Target host, List<Observation> known, UUID messageId) {
          return stage == Stage.KNOCK ? List.of(QUESTION) : List.of();
        }
      };

  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final KeptSink kept = new KeptSink();
  private volatile boolean lives;
  private Edge edge;
  private Hosts hosts;
  private Target target;

  @BeforeEach
  void open() throws Exception {
    Scope scope = Scope.demo(List.of(Networks.of("127.65.0.0/28")));
    target = scope.admit(ADDRESS).orElseThrow();
    edge = ScriptedEdge.open(1_000, (probe, reply) -> {}, (host, ask) -> lives);
    hosts =
        new Hosts(
            Plans.of(scope, 1_000, List.of(CALLER)),
            kept,
            edge,
            new Understanding(a -> Optional.of("n"), () -> {}, 0L, 1),
            inbox::add,
            new HealthGuard(edge, inbox::add, HealthGuard.WAITS));
  }

  @AfterEach
  void close() {
    edge.close();
  }

  private HostScan askedToTheEnd() throws InterruptedException {
    hosts.open(target);
    HostScan host = hosts.roll().of(ADDRESS).orElseThrow();
    while (hosts.roll().of(ADDRESS).isPresent()) {
      Runnable next = inbox.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("it comes to its end").isNotNull();
      next.run();
    }
    return host;
  }

  private static Heard unheard() {
    return new Heard.Refused(
        Optional.of(QUESTION), ADDRESS, Instant.EPOCH, Heard.Refused.UNHEARD, false);
  }

  @Test
  void aSilenceIsTakenBackWhoseLateAnswerThisMachineMayHaveDropped() throws Exception {
    HostScan host = askedToTheEnd();
    assertThat(kept.outcomes).containsEntry(ADDRESS, AddressOutcome.SILENT);
    host.heard(CALLER, unheard(), 0);
    assertThat(kept.outcomes).containsEntry(ADDRESS, AddressOutcome.NOT_ASKED);
    assertThat(edge.counters().snapshot()).containsEntry(Unheard.QUESTIONS, 1L);
    assertThat(hosts.done()).as("it is one address still").isEqualTo(1);
  }

  @Test
  void whoIsKnownToBeThereStaysThere() throws Exception {
    lives = true;
    HostScan host = askedToTheEnd();
    assertThat(kept.outcomes).containsEntry(ADDRESS, AddressOutcome.PRESENT);
    host.heard(CALLER, unheard(), 0);
    assertThat(kept.outcomes).containsEntry(ADDRESS, AddressOutcome.PRESENT);
    assertThat(edge.counters().snapshot()).containsEntry(Unheard.QUESTIONS, 1L);
  }
}
