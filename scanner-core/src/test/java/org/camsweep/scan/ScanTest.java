package org.camsweep.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole scan over loopback with a probe of three lines. */
class ScanTest {
  private static final String LIVING = "127.65.0.3";

  private boolean questionsFail;
  private DatagramSocket device;
  private final AtomicInteger asked = new AtomicInteger();
  private final KeptSink sink = new KeptSink();
  private final List<Observation> observations = sink.observations;
  private final Map<Address, AddressOutcome> outcomes = sink.outcomes;
  private final Map<Address, Asked> sent = sink.sent;

  @BeforeEach
  void open() throws IOException {
    device = new DatagramSocket(new InetSocketAddress(Cidr.address(LIVING).inet(), 0));
    Thread thread = new Thread(this::answer, "device");
    thread.setDaemon(true);
    thread.start();
  }

  private void answer() {
    byte[] buffer = new byte[512];
    while (!device.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        device.receive(packet);
        asked.incrementAndGet();
        device.send(new DatagramPacket("camera".getBytes(US_ASCII), 6, packet.getSocketAddress()));
      } catch (IOException e) {
        return;
      }
    }
  }

  @AfterEach
  void close() {
    device.close();
  }

  /** Asks one datagram at each stage; what it makes of the answer is the test's. */
  private final class Caller extends NamedProbe {
    private final Function<Heard.Reply, Step> reading;

    private Caller(Function<Heard.Reply, Step> reading) {
      super("caller");
      this.reading = reading;
    }

    @Override
    public Set<Field> fields() {
      return Set.of(Field.of("test.word"));
    }

    @Override
    public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
      if (questionsFail) {
        throw new IllegalStateException("our bug");
      }
      byte[] payload = stage.name().getBytes(US_ASCII);
      return List.of(new Ask.Datagram(device.getLocalPort(), payload, Duration.ofMillis(200)));
    }

    @Override
    public Step hear(Heard heard) {
      return heard.fold(reading, s -> Step.without(s), r -> Step.without(r));
    }
  }

  private static Step word(Heard.Reply reply) {
    return Step.learned(
        List.of(Fact.of(Field.of("test.word"), new String(reply.bytes(), US_ASCII))));
  }

  private Scan scan(Function<Heard.Reply, Step> reading) throws Exception {
    return scan(reading, Optional.empty());
  }

  private Scan scan(Function<Heard.Reply, Step> reading, Optional<Earlier> earlier)
      throws Exception {
    Scope scope = scope();
    ScanPlan plan =
        new ScanPlan(
            scope,
            List.of(new Caller(reading)),
            1_000,
            5,
            Set.of(),
            false,
            "camsweep/test",
            earlier);
    return new Scan(plan, sink, p -> {});
  }

  private static Scope scope() throws Exception {
    Network network =
        Networks.excluding(List.of("127.65.0.9"), "n", new Pace(1_000, 1_000, 2), "127.65.0.0/28");
    return Scope.demo(List.of(network));
  }

  @Test
  void everyAddressEndsInAStatedOutcome() throws Exception {
    ScanEnding ending = scan(ScanTest::word).run();
    assertThat(ending.complete()).isTrue();
    assertThat(outcomes).hasSize(16);
    assertThat(outcomes).containsEntry(Cidr.address(LIVING), AddressOutcome.ANSWERED);
    assertThat(outcomes.values()).filteredOn(AddressOutcome.SILENT::equals).hasSize(12);
    assertThat(outcomes.values()).filteredOn(AddressOutcome.EXCLUDED::equals).hasSize(3);
  }

  @Test
  void theLivingAreAskedAtEveryStageAndTheSilentOnce() throws Exception {
    ScanEnding ending = scan(ScanTest::word).run();
    assertThat(asked).as("at the first stage once more, for the proof").hasValue(4);
    assertThat(ending.counters()).containsEntry("sent.datagrams", 12L + 4);
    assertThat(observations)
        .hasSize(4)
        .allSatisfy(
            o -> {
              assertThat(o.outcome()).isEqualTo(Outcome.ANSWERED);
              assertThat(o.network()).contains("n");
              assertThat(o.first(Field.of("test.word"))).contains("camera");
              assertThat(o.rawSha256()).isPresent();
            });
  }

  @Test
  void whatTheLivingWereSentIsToldAndWhatTheSilentWereIsNot() throws Exception {
    scan(ScanTest::word).run();
    assertThat(sent)
        .containsOnly(Map.entry(Cidr.address(LIVING), Asked.by(ProbeId.of("caller"), 4, 4)));
  }

  @Test
  void aProbeThatThrowsEndsItsOwnQuestionOnly() throws Exception {
    ScanEnding ending =
        scan(reply -> {
              throw new IllegalStateException("our bug");
            })
            .run();
    assertThat(ending.complete()).isTrue();
    assertThat(ending.counters()).containsEntry("probe.failed", 4L);
    assertThat(observations).allMatch(o -> o.outcome() == Outcome.GARBLED);
    assertThat(outcomes).hasSize(16);
  }

  @Test
  void aProbeThatRunsOutOfMemoryEndsItsOwnQuestionOnly() throws Exception {
    ScanEnding ending =
        scan(reply -> {
              throw new OutOfMemoryError("of one probe");
            })
            .run();
    assertThat(ending.complete()).isTrue();
    assertThat(ending.counters()).containsEntry("probe.failed", 4L);
    assertThat(ending.remarks()).anyMatch(r -> r.startsWith("4 times a probe failed"));
    assertThat(outcomes).hasSize(16);
  }

  @Test
  void aProbeThatCannotSayWhatItAsksLeavesNoSilence() throws Exception {
    questionsFail = true;
    ScanEnding ending = scan(ScanTest::word).run();
    assertThat(outcomes).hasSize(16);
    assertThat(outcomes.values())
        .doesNotContain(AddressOutcome.SILENT)
        .filteredOn(AddressOutcome.NOT_ASKED::equals)
        .hasSize(13);
    assertThat(ending.counters()).containsEntry("probe.failed", 13L);
  }

  @Test
  void aClockThatWasSetIsToldAndASmallStepIsNot() {
    assertThat(Mishaps.clockMoved(Duration.ofDays(-1)))
        .hasValueSatisfying(r -> assertThat(r).contains("put back by about 86400 s"));
    assertThat(Mishaps.clockMoved(Duration.ofDays(1)))
        .hasValueSatisfying(r -> assertThat(r).contains("put forward"));
    assertThat(Mishaps.clockMoved(Duration.ofSeconds(2))).isEmpty();
  }

  @Test
  void aFollowUpElsewhereIsCountedNotSent() throws Exception {
    ScanEnding ending =
        scan(reply -> {
              Ask ask = new Ask.Datagram(device.getLocalPort(), new byte[1], Duration.ZERO);
              return new Step(
                  Outcome.ANSWERED,
                  List.of(),
                  List.of(
                      new Step.FollowUp(Cidr.address("127.99.0.1"), ask),
                      new Step.FollowUp(Cidr.address("8.8.8.8"), ask),
                      new Step.FollowUp(Cidr.address("127.65.0.9"), ask)));
            })
            .run();
    assertThat(asked).hasValue(4);
    assertThat(ending.counters())
        .containsEntry("sent.datagrams", 16L)
        .containsEntry("refused.follow-up.out-of-scope", 6L)
        .containsEntry("refused.follow-up.excluded", 3L);
  }

  @Test
  void aDeviceCannotDriveTheScanInCircles() throws Exception {
    ScanEnding ending =
        scan(reply -> {
              Ask ask = new Ask.Datagram(device.getLocalPort(), new byte[1], Duration.ofMillis(50));
              Step.FollowUp again = new Step.FollowUp(reply.from(), ask);
              return new Step(Outcome.ANSWERED, List.of(), List.of(again, again, again, again));
            })
            .run();
    // On a busy machine an answer that it may have dropped itself is asked for again, and a device
    // that seems to fall silent is looked at.
    long again = ending.counters().getOrDefault("asked-again.unheard", 0L);
    long looks = ending.counters().getOrDefault("health.looked", 0L) * HealthGuard.WAITS.size();
    assertThat(asked.get() - again - looks).isLessThanOrEqualTo(HostScan.MAX_ASKS);
    assertThat(ending.counters()).containsKey("limit.follow-up-depth");
  }

  @Test
  void aStoppedScanSaysSo() throws Exception {
    Scan scan = scan(ScanTest::word);
    scan.stop();
    ScanEnding ending = scan.run();
    assertThat(ending.complete()).isFalse();
    assertThat(ending.remarks()).contains("the scan was stopped before its end");
    assertThat(outcomes.values()).doesNotContain(AddressOutcome.SILENT);
  }

  @ParameterizedTest
  @EnumSource(Probe.Stage.class)
  void whoIsBeingAskedAtTheStopIsLeftAsNotAskedAndWhatHeSaidIsKept(Probe.Stage stage)
      throws Exception {
    AtomicReference<Scan> running = new AtomicReference<>();
    AtomicInteger replies = new AtomicInteger();
    Scan scan =
        scan(
            reply -> {
              if (replies.getAndIncrement() == place(stage)) {
                running.get().stop();
                pause(); // meanwhile the edge hands over that the question is done with
              }
              return word(reply);
            });
    running.set(scan);
    ScanEnding ending = scan.run();
    assertThat(ending.complete()).isFalse();
    assertThat(observations)
        .hasSize(place(stage) + 1)
        .allMatch(o -> o.outcome() == Outcome.ANSWERED);
    assertThat(outcomes).containsEntry(Cidr.address(LIVING), AddressOutcome.NOT_ASKED);
    assertThat(asked).as("nothing is sent after the stop").hasValue(place(stage) + 1);
    Asked told = Asked.by(ProbeId.of("caller"), place(stage) + 1, place(stage) + 1);
    assertThat(sent).containsOnly(Map.entry(Cidr.address(LIVING), told));
  }

  private static int place(Probe.Stage stage) {
    return List.of(Probe.Stage.values()).indexOf(stage);
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
  }

  @Test
  void aResumedScanDoesNotAskAgainWhatIsDone() throws Exception {
    Earlier earlier = new Earlier(scope(), 5);
    for (int i = 4; i < 16; i++) {
      earlier.done(Cidr.address("127.65.0." + i), AddressOutcome.SILENT);
    }
    earlier.observed("o700");
    scan(ScanTest::word, Optional.of(earlier)).run();
    assertThat(outcomes.keySet())
        .extracting(Address::toString)
        .containsExactlyInAnyOrder("127.65.0.0", "127.65.0.1", "127.65.0.2", LIVING);
    assertThat(observations)
        .extracting(o -> (int) Attempt.number(o.id()).orElseThrow())
        .hasSize(4)
        .doesNotHaveDuplicates()
        .allMatch(number -> number > 700);
  }

  @Test
  void whatAnInterruptedScanDidNotAskIsAskedWhenItGoesOn() throws Exception {
    Earlier earlier = new Earlier(scope(), 5);
    for (int i = 0; i < 16; i++) {
      earlier.done(Cidr.address("127.65.0." + i), AddressOutcome.SILENT);
    }
    earlier.done(Cidr.address(LIVING), AddressOutcome.NOT_ASKED);
    scan(ScanTest::word, Optional.of(earlier)).run();
    assertThat(outcomes).containsOnly(Map.entry(Cidr.address(LIVING), AddressOutcome.ANSWERED));
  }

  @Test
  void aHostFoundBeforeTheInterruptionIsRememberedAsThere() throws Exception {
    Earlier earlier = new Earlier(scope(), 5);
    earlier.done(Cidr.address(LIVING), AddressOutcome.ANSWERED);
    earlier.done(Cidr.address("127.65.0.4"), AddressOutcome.SILENT);
    assertThat(earlier.wasThere(Cidr.address(LIVING))).isTrue();
    assertThat(earlier.wasThere(Cidr.address("127.65.0.4"))).isFalse();
  }
}
