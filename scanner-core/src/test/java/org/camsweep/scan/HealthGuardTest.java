package org.camsweep.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.site.Address;
import org.camsweep.site.Candidates;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Devices that die while they are asked, and devices that only seem to. */
class HealthGuardTest {
  private static final int PORT = 47_611;
  private static final List<Duration> LOOKS =
      List.of(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(100));

  private final List<Device> devices = new ArrayList<>();
  private final KeptSink kept = new KeptSink();
  private final Map<Address, AddressOutcome> outcomes = kept.outcomes;

  /** Answers so many datagrams, then none for a while. */
  private static final class Device {
    private final DatagramSocket socket;
    private final int answersFirst;
    private final int ignores;
    private final AtomicInteger asked = new AtomicInteger();

    Device(String address, int answersFirst, int ignores) throws IOException {
      this.socket = new DatagramSocket(new InetSocketAddress(Cidr.address(address).inet(), PORT));
      this.answersFirst = answersFirst;
      this.ignores = ignores;
      Thread thread = new Thread(this::answer, "device " + address);
      thread.setDaemon(true);
      thread.start();
    }

    private void answer() {
      byte[] buffer = new byte[512];
      while (!socket.isClosed()) {
        try {
          DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
          socket.receive(packet);
          int n = asked.incrementAndGet();
          if (n <= answersFirst || n > answersFirst + ignores) {
            socket.send(
                new DatagramPacket("here".getBytes(US_ASCII), 4, packet.getSocketAddress()));
          }
        } catch (IOException e) {
          return;
        }
      }
    }
  }

  /** Asks one datagram at each stage. */
  private static final class Caller extends NamedProbe {
    private Caller() {
      super("caller");
    }

    @Override
    public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
      return List.of(new Ask.Datagram(PORT, new byte[] {1}, Duration.ofMillis(150)));
    }
  }

  private void device(String address, int answersFirst, int ignores) throws IOException {
    devices.add(new Device(address, answersFirst, ignores));
  }

  @AfterEach
  void close() {
    devices.forEach(d -> d.socket.close());
  }

  private static Network network(String block, int rate) {
    return Networks.paced("n", new Pace(rate, 1_000, 2), block);
  }

  private ScanEnding scan(String block, int rate) throws Exception {
    Scope scope = Scope.demo(List.of(network(block, rate)));
    ScanPlan plan = Plans.of(scope, rate, List.of(new Caller()));
    return new Scan(plan, kept, p -> {}, LOOKS).run();
  }

  @Test
  void theFirstDeviceThatDiesSlowsTheScanAndIsNamed() throws Exception {
    device("127.64.0.3", 1, 1_000);
    ScanEnding ending = scan("127.64.0.0/29", 1_000);
    assertThat(ending.complete()).isTrue();
    assertThat(ending.devicesLost()).isFalse();
    assertThat(ending.counters())
        .containsEntry("health.ceased", 1L)
        .containsEntry("health.slowed", 1L);
    assertThat(ending.remarks())
        .anyMatch(
            r ->
                r.startsWith("127.64.0.3 ceased to answer: last answered caller at udp/" + PORT)
                    && r.contains("first unanswered caller at udp/" + PORT)
                    && r.contains("3 further looks found nothing"));
    assertThat(devices.get(0).asked)
        .as("answered, no proof in two turns, unanswered, three looks")
        .hasValue(7);
    assertThat(outcomes).containsEntry(Cidr.address("127.64.0.3"), AddressOutcome.ANSWERED);
  }

  @Test
  void theSecondStopsItAndNothingUnaskedIsCalledSilent() throws Exception {
    List<String> early = early("127.64.0.0/20");
    device(early.get(0), 1, 1_000);
    device(early.get(1), 1, 1_000);
    ScanEnding ending = scan("127.64.0.0/20", 200);
    assertThat(ending.devicesLost()).isTrue();
    assertThat(ending.complete()).isFalse();
    assertThat(ending.remarks())
        .filteredOn(r -> r.contains("ceased to answer"))
        .hasSize(2)
        .anyMatch(r -> r.startsWith(early.get(0) + " "))
        .anyMatch(r -> r.startsWith(early.get(1) + " "));
    long silent = outcomes.values().stream().filter(AddressOutcome.SILENT::equals).count();
    assertThat(silent).isLessThan(ending.counters().get("sent.datagrams"));
    assertThat(outcomes.size()).as("it stopped long before the end").isLessThan(2_000);
  }

  /** The hosts that are asked first. */
  private static List<String> early(String block) throws Exception {
    Scope scope = Scope.demo(List.of(network(block, 1)));
    Candidates order = scope.candidates(scope.networks().get(0), Plans.SEED);
    return java.util.stream.Stream.generate(order::next)
        .filter(a -> scope.admit(a).isPresent())
        .limit(2)
        .map(Address::toString)
        .toList();
  }

  @Test
  void aDeviceThatOnlyLimitsItsAnswersIsNotCalledDead() throws Exception {
    device("127.64.0.4", 1, 4);
    ScanEnding ending = scan("127.64.0.0/29", 1_000);
    assertThat(ending.counters()).doesNotContainKey("health.ceased");
    assertThat(ending.counters()).containsEntry("health.looked", 1L);
    assertThat(ending.complete()).isTrue();
    assertThat(devices.get(0).asked).as("and it is asked to the end").hasValue(7);
  }
}
