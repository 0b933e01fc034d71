package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One host, asked by hand: the test is the network and the clock. */
class HostScanTest implements Whole {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final List<Ask> sent = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private final List<String> limits = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final List<Observation> recorded = new ArrayList<>();
  private final List<Heard> late = new ArrayList<>();
  private final ArrayDeque<Runnable> later = new ArrayDeque<>();
  private final Understanding understanding =
      new Understanding(a -> Optional.of("n"), () -> {}, 0L, 1);
  private final Caller caller = new Caller();
  private boolean timed;
  private boolean finished;
  private int unheard;
  private HostScan host;

  @BeforeEach
  void open() throws Exception {
    Network network = Networks.of("127.65.0.0/28");
    Target target = Scope.demo(List.of(network)).admit(Cidr.address("127.65.0.3")).orElseThrow();
    host = new HostScan(this, target, List.of());
    host.start();
  }

  @Test
  void whoAnsweredOnHisLinkOnlyIsPresent() {
    Observation echo = understanding.echo(host.target().address(), "eth0", NOW);
    HostScan present = new HostScan(this, host.target(), List.of(echo));
    assertThat(present.alive()).isTrue();
    assertThat(present.outcome()).isEqualTo(AddressOutcome.PRESENT);
  }

  /** Two questions at each stage. */
  private static final class Caller extends NamedProbe {
    private Caller() {
      super("caller");
    }

    @Override
    public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
      return List.of(
          new Ask.Datagram(9_001, new byte[] {1}, Duration.ofSeconds(1)),
          new Ask.Datagram(9_002, new byte[] {2}, Duration.ofSeconds(1)));
    }
  }

  @Override
  public void lives(HostScan host) {}

  private void ends(Ask ask, Heard heard) {
    host.heard(caller, heard, 0);
    host.ended();
    assertThat(ask).isNotNull();
  }

  private void silent(Ask ask) {
    ends(ask, new Heard.Silence(Optional.of(ask), host.target().address(), NOW));
  }

  private void unheard(Ask ask) {
    ends(
        ask,
        new Heard.Refused(
            Optional.of(ask), host.target().address(), NOW, Heard.Refused.UNHEARD, false));
  }

  private void answers(Ask ask) {
    ends(ask, Heard.Reply.plain(ask, host.target().address(), NOW, new byte[] {1}));
  }

  @Test
  void aQuestionWhoseAnswerMayHaveBeenDroppedIsPutAgainAndAnswered() {
    silent(sent.get(1));
    unheard(sent.get(0));
    assertThat(sent).hasSize(2);
    assertThat(finished).as("it waits to be asked again").isFalse();
    later.remove().run();
    assertThat(sent).hasSize(3);
    assertThat(sent.get(2)).isSameAs(sent.get(0));
    answers(sent.get(2));
    assertThat(host.outcome()).isEqualTo(AddressOutcome.ANSWERED);
    assertThat(unheard).isZero();
    assertThat(recorded).extracting(Observation::outcome).doesNotContainNull().hasSize(2);
  }

  @Test
  void whereAnswersAreDroppedAgainAndAgainNothingIsKnown() {
    silent(sent.get(1));
    unheard(sent.get(0));
    later.remove().run();
    unheard(sent.get(2));
    later.remove().run();
    unheard(sent.get(3));
    assertThat(later).isEmpty();
    assertThat(waits).isEqualTo(HostScan.AGAIN);
    assertThat(finished).isTrue();
    assertThat(unheard).isEqualTo(1);
    assertThat(host.outcome()).as("not silent").isEqualTo(AddressOutcome.NOT_ASKED);
  }

  @Test
  void aHostThatHadItsTimeIsAskedNothingMoreAndTheReportIsTold() {
    assertThat(timed).isFalse();
    answers(sent.get(0));
    assertThat(timed).as("its time begins with its first sign of life").isTrue();
    answers(sent.get(1));
    assertThat(sent).as("the next stage").hasSize(4);
    host.timeIsUp();
    assertThat(limits).containsExactly("time-per-host");
    assertThat(dropped).hasSize(1);
    assertThat(host.limits()).containsExactly("seconds that a living host is asked (180)");
    answers(sent.get(2));
    answers(sent.get(3));
    assertThat(finished).isTrue();
    assertThat(sent).as("no further stage").hasSize(4);
    assertThat(host.outcome()).isEqualTo(AddressOutcome.ANSWERED);
  }

  @Test
  void aHostThatIsDoneMeetsNoLimitOfTime() {
    silent(sent.get(0));
    silent(sent.get(1));
    assertThat(finished).isTrue();
    host.timeIsUp();
    assertThat(limits).isEmpty();
    assertThat(dropped).isEmpty();
  }

  @Test
  void whatComesAfterItsHostWasLeftIsHandedOn() {
    silent(sent.get(0));
    silent(sent.get(1));
    Heard reply = Heard.Reply.plain(sent.get(0), host.target().address(), NOW, new byte[] {1});
    host.heard(caller, reply, 0);
    assertThat(late).containsExactly(reply);
    assertThat(host.outcome()).as("as it was counted").isEqualTo(AddressOutcome.SILENT);
  }

  @Override
  public List<Probe.Unicast> probes() {
    return List.of(caller);
  }

  @Override
  public boolean thorough() {
    return false;
  }

  @Override
  public void send(Probe.Unicast probe, Ask ask, HostScan asked, int depth) {
    sent.add(ask);
  }

  @Override
  public Optional<List<Ask>> questions(
      Probe.Unicast probe, HostScan asked, List<Observation> known) {
    return Optional.of(probe.open(asked.stage(), asked.target(), known, new UUID(0, 0)));
  }

  @Override
  public Hearing understand(Probe probe, Heard heard) {
    return understanding.of(probe, heard);
  }

  @Override
  public void record(Observation observation, byte[] raw) {
    recorded.add(observation);
  }

  @Override
  public void elsewhere(Probe.Unicast probe, Step.FollowUp next, int depth, HostScan asker) {
    throw new AssertionError("nobody points elsewhere");
  }

  @Override
  public void finished(HostScan done) {
    finished = true;
  }

  @Override
  public void late(HostScan left, Probe.Unicast probe, Heard heard, int depth) {
    late.add(heard);
  }

  @Override
  public void limited(HostScan limited, String counter) {
    limits.add(counter);
  }

  @Override
  public void later(Duration wait, Runnable what) {
    waits.add(wait);
    later.add(what);
  }

  @Override
  public void unheard() {
    unheard++;
  }

  @Override
  public void limitTime(HostScan living) {
    timed = true;
  }

  @Override
  public void drop(Target target, String why) {
    dropped.add(why);
  }

  @Override
  public boolean losesPackets(Target target) {
    return false;
  }

  @Override
  public void check(HostScan doubtful, Pulse pulse, Consumer<Boolean> verdict) {
    verdict.accept(true);
  }
}
