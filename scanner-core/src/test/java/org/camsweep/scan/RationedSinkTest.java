package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.report.Remarks;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

/** However much hosts say, what is kept of each is bounded, and no host takes another's share. */
class RationedSinkTest {
  private static final String LOUD = "192.0.2.7";
  private static final String QUIET = "192.0.2.8";

  private final List<Observation> kept = new ArrayList<>();
  private final List<Integer> bytes = new ArrayList<>();
  private final RationedSink sink =
      new RationedSink(
          new ScanSink() {
            @Override
            public void observed(Observation observation, byte[] raw) {
              kept.add(observation);
              bytes.add(raw.length);
            }

            @Override
            public void done(Address a, String network, AddressOutcome o, Set<String> probes) {
              kept.clear();
            }

            @Override
            public void asked(Address a, Asked what) {
              bytes.clear();
            }
          });

  private void say(String host, Endpoint at, int raw, Fact... facts) {
    sink.observed(
        new Observation(
            "o1",
            Cidr.address(host),
            Optional.of("lan"),
            ProbeId.of("http"),
            at,
            Optional.empty(),
            Instant.EPOCH,
            Outcome.ANSWERED,
            List.of(facts),
            Optional.empty()),
        new byte[raw]);
  }

  private static Fact body(int length) {
    return Fact.of(Field.of("http.body"), "x".repeat(length));
  }

  private static Fact title() {
    return Fact.of(Field.of("http.title"), "Camera");
  }

  private static Fact unasked() {
    return Fact.of(Observation.UNASKED, "announced");
  }

  private long characters(String host) {
    return kept.stream()
        .filter(o -> o.address().equals(Cidr.address(host)))
        .flatMap(o -> o.facts().stream())
        .filter(f -> f.field().name().startsWith("http."))
        .mapToLong(f -> f.value().length())
        .sum();
  }

  private Observation last() {
    return kept.get(kept.size() - 1);
  }

  @Test
  void whatOneHostSaysIsBoundedAndItsRemarkSaysSo() {
    for (int i = 0; i < 40; i++) {
      say(LOUD, Endpoint.tcp(8_000 + i), 100, Fact.of(Field.of("port.open"), "80"), body(60_000));
    }
    assertThat(characters(LOUD)).isBetween(400_000L, (long) RationedSink.MAX_SAID);
    assertThat(last().outcome()).isEqualTo(Outcome.CUT_SHORT);
    assertThat(last().facts())
        .containsExactly(
            Fact.of(Field.of("port.open"), "80"),
            Fact.of(Remarks.LIMIT, "characters that one host says over connections (524288)"));
    say(LOUD, Endpoint.tcp(80), 0, body(60_000), title());
    assertThat(last().facts()).as("what is short has room still").contains(title());
    say(QUIET, Endpoint.tcp(80), 100, body(60_000), title());
    assertThat(last().outcome()).as("each has its own share").isEqualTo(Outcome.ANSWERED);
    assertThat(last().facts()).containsExactly(body(60_000), title());
  }

  @Test
  void whoWritesAnothersAddressAsTheSenderTakesNothingOfItsConnections() {
    for (int i = 0; i < 20; i++) {
      say(QUIET, Endpoint.udp(3_702), 0, body(50_000), unasked());
      say(QUIET, Endpoint.udp(3_702), 0, body(50_000));
    }
    assertThat(characters(QUIET))
        .isLessThanOrEqualTo(RationedSink.MAX_UNASKED + RationedSink.MAX_DATAGRAMS);
    assertThat(kept.get(38).facts())
        .containsExactly(
            unasked(), Fact.of(Remarks.LIMIT, "characters that one host says unasked (65536)"));
    say(QUIET, Endpoint.tcp(80), 0, body(60_000), title());
    assertThat(last().facts()).containsExactly(body(60_000), title());
  }

  @Test
  void aFloodOfInventedSendersLeavesRoomForAnAnnouncementOfEach() {
    for (int i = 0; i < 2_000; i++) {
      say(
          "10.0.%d.%d".formatted(i / 250, i % 250),
          Endpoint.udp(1_900),
          0,
          body(60_000),
          unasked());
      if (last().outcome() == Outcome.CUT_SHORT) {
        kept.clear();
      }
    }
    say(QUIET, Endpoint.udp(1_900), 0, body(3_000), title(), unasked());
    assertThat(last().facts()).containsExactly(body(3_000), title(), unasked());
    say(QUIET, Endpoint.udp(1_900), 0, body(3_000), unasked());
    assertThat(last().facts())
        .contains(Fact.of(Remarks.LIMIT, "characters that one host says unasked (4096)"));
    assertThat(
            kept.stream().flatMap(o -> o.facts().stream()).mapToLong(f -> f.value().length()).sum())
        .isLessThan(RationedSink.ALL_UNASKED + 200_000);
  }

  @Test
  void theBytesOfOneHostAreBounded() {
    for (int i = 0; i < 80; i++) {
      say(LOUD, Endpoint.tcp(80), 64 * 1024, title());
    }
    assertThat(bytes.stream().mapToInt(b -> b).sum()).isEqualTo(RationedSink.MAX_BYTES);
    assertThat(last().facts())
        .containsExactly(
            title(), Fact.of(Remarks.LIMIT, "bytes kept of what one host says (4194304)"));
    sink.asked(Cidr.address(LOUD), Asked.NOTHING);
    assertThat(bytes).as("handed on").isEmpty();
    sink.done(Cidr.address(LOUD), "lan", AddressOutcome.ANSWERED, Set.of());
    assertThat(kept).as("handed on").isEmpty();
  }
}
