package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device that answers after its address was left as silent is found all the same. */
class LateAnswerTest {
  private static final Address SLOW = Cidr.address("127.69.0.2");

  private final List<DatagramSocket> open = new ArrayList<>();
  private final KeptSink kept =
      new KeptSink() {
        @Override
        public void observed(Observation observation, byte[] raw) {
          if (observation.address().equals(SLOW)) {
            super.observed(observation, raw);
          }
        }
      };

  @AfterEach
  void close() {
    open.forEach(DatagramSocket::close);
  }

  /** Answers each datagram after a while; gives the port. */
  private int device(long millis) throws IOException {
    DatagramSocket socket = new DatagramSocket(new InetSocketAddress(SLOW.inet(), 0));
    open.add(socket);
    Thread thread =
        new Thread(
            () -> {
              byte[] buffer = new byte[64];
              try {
                while (true) {
                  DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                  socket.receive(packet);
                  Thread.sleep(millis);
                  socket.send(packet);
                }
              } catch (IOException | InterruptedException e) {
                // closed: the test is over
              }
            });
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  /** Asks everybody at some ports, and further at another where one answers. */
  private static final class Caller extends NamedProbe {
    private final List<Integer> ports;
    private final int further;

    private Caller(List<Integer> ports, int further) {
      super("caller");
      this.ports = ports;
      this.further = further;
    }

    private static Ask ask(int port) {
      return new Ask.Datagram(port, new byte[] {1}, Duration.ofMillis(1_500));
    }

    @Override
    public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
      return stage == Stage.KNOCK && known.isEmpty()
          ? ports.stream().map(Caller::ask).toList()
          : List.of();
    }

    @Override
    public Step hear(Heard heard) {
      return heard.fold(
          reply ->
              new Step(
                  Outcome.ANSWERED,
                  List.of(),
                  reply.endpoint().port() == further
                      ? List.of()
                      : List.of(new Step.FollowUp(reply.from(), ask(further)))),
          Step::without,
          Step::without);
    }
  }

  private ScanEnding scan(Caller caller) throws Exception {
    Scope scope = Scope.demo(List.of(Networks.of("127.69.0.0/30")));
    return new Scan(Plans.of(scope, 1_000, List.of(caller)), kept, p -> {}).run();
  }

  @Test
  void isFoundAndAskedFurther() throws Exception {
    int first = device(1_100);
    int further = device(0);
    ScanEnding ending = scan(new Caller(List.of(first), further));
    assertThat(ending.complete()).isTrue();
    assertThat(kept.outcomes).containsEntry(SLOW, AddressOutcome.ANSWERED);
    assertThat(ending.counters()).containsEntry("heard.late", 1L);
    assertThat(kept.sent)
        .as("with the question of the turn in which it was silent, and the proof")
        .containsEntry(SLOW, Asked.by(ProbeId.of("caller"), 3, 3));
    assertThat(kept.observations)
        .as("an answer, not an announcement")
        .filteredOn(o -> !o.isUnasked())
        .extracting(o -> o.endpoint().port())
        .contains(first, further);
  }

  /** It is known to live by another answer, and is waited for. */
  @Test
  void isNotCalledSilentWhileItIsKnownToLive() throws Exception {
    int quick = device(0);
    int slow = device(1_100);
    ScanEnding ending = scan(new Caller(List.of(quick, slow), quick));
    assertThat(kept.outcomes).containsEntry(SLOW, AddressOutcome.ANSWERED);
    assertThat(ending.counters()).doesNotContainKey("heard.late");
    assertThat(kept.observations)
        .filteredOn(o -> o.endpoint().port() == slow && !o.isUnasked())
        .extracting(Observation::outcome)
        .containsExactly(Outcome.ANSWERED);
  }
}
