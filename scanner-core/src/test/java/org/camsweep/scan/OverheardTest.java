package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

/** A link may shout as loud as it can: what is kept is bounded, and the rest is counted. */
class OverheardTest {
  private final List<Observation> kept = new ArrayList<>();
  private final List<Integer> rawSizes = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Overheard overheard =
      new Overheard(
          new ScanSink() {
            @Override
            public void observed(Observation observation, byte[] raw) {
              kept.add(observation);
              rawSizes.add(raw.length);
            }

            @Override
            public void done(Address a, String n, AddressOutcome o, Set<String> p) {}
          },
          name -> counts.merge(name, 1, Integer::sum));

  private void say(String from, Outcome outcome, boolean inside, String word) {
    say(from, outcome, inside, word, new byte[100]);
  }

  private void say(String from, Outcome outcome, boolean inside, String word, byte[] raw) {
    overheard.take(
        new Observation(
            "o1",
            Cidr.address(from),
            inside ? Optional.of("n") : Optional.empty(),
            ProbeId.of("ssdp"),
            Endpoint.udp(1900),
            Optional.empty(),
            Instant.EPOCH,
            outcome,
            word.isEmpty() ? List.of() : List.of(Fact.of(Field.of("ssdp.server"), word)),
            Optional.empty()),
        raw);
  }

  @Test
  void whatIsSaidAgainIsKeptOnce() {
    for (int i = 0; i < 50; i++) {
      say("10.0.0.5", Outcome.ANSWERED, true, "Camera/1");
    }
    say("10.0.0.5", Outcome.ANSWERED, true, "Camera/2");
    say("10.0.0.6", Outcome.ANSWERED, true, "Camera/1");
    assertThat(kept).hasSize(3);
    assertThat(counts).containsExactly(Map.entry("heard.repeated", 49));
  }

  @Test
  void junkCannotTakeTheRoomOfAnnouncements() {
    for (int i = 0; i < 20_000; i++) {
      say("10.0." + i / 250 + "." + (1 + i % 250), Outcome.GARBLED, true, "");
    }
    assertThat(kept).hasSize(Overheard.MAX_JUNK);
    say("10.9.9.9", Outcome.ANSWERED, true, "Camera/1");
    assertThat(kept).hasSize(Overheard.MAX_JUNK + 1);
    assertThat(counts).containsEntry("dropped.junk", 20_000 - Overheard.MAX_JUNK);
  }

  @Test
  void oneSenderCannotTakeTheRoomOfOthers() {
    for (int i = 0; i < 1_000; i++) {
      say("10.0.0.5", Outcome.ANSWERED, true, "Camera/" + i);
      say("10.0.0.5", Outcome.GARBLED, true, "");
    }
    assertThat(kept).hasSize(Overheard.MAX_OF_SENDER + Overheard.MAX_JUNK_OF_SENDER);
    say("10.0.0.6", Outcome.ANSWERED, true, "Camera/1");
    assertThat(kept.get(kept.size() - 1).address()).isEqualTo(Cidr.address("10.0.0.6"));
  }

  @Test
  void strangersCannotTakeTheRoomOfTheScope() {
    for (int i = 0; i < Overheard.MAX_OUTSIDE + 500; i++) {
      say("198.18." + i / 250 + "." + (1 + i % 250), Outcome.ANSWERED, false, "Camera/1");
    }
    assertThat(kept).hasSize(Overheard.MAX_OUTSIDE);
    say("10.0.0.6", Outcome.ANSWERED, true, "Camera/1");
    assertThat(kept).hasSize(Overheard.MAX_OUTSIDE + 1);
    assertThat(counts).containsEntry("dropped.limit", 500);
  }

  @Test
  void largeJunkLosesItsBytesAndLargeSendersAreCut() {
    say("10.0.0.5", Outcome.GARBLED, true, "", new byte[60_000]);
    assertThat(rawSizes).containsExactly(0);
    for (int i = 0; i < 100; i++) {
      say("10.0.0.6", Outcome.ANSWERED, true, "Camera/" + i, new byte[60_000]);
    }
    assertThat(kept.size()).isLessThan(1 + 36);
    assertThat(counts.get("dropped.limit")).isGreaterThan(60);
  }

  @Test
  void theQueueIsBoundedInCountBytesAndShare() throws InterruptedException {
    Intake intake = new Intake(name -> counts.merge(name, 1, Integer::sum));
    for (int i = 0; i < 200; i++) {
      intake.put(ProbeId.of("ssdp"), reply("10.0.0.5", 10));
    }
    assertThat(counts).containsEntry("dropped.sender-rate", 200 - Intake.MAX_PER_SECOND);
    for (int i = 0; i < 400; i++) {
      intake.put(ProbeId.of("ssdp"), reply("10.1." + i / 250 + "." + (1 + i % 250), 65_000));
    }
    int taken = 0;
    long bytes = 0;
    for (var next = intake.take(0); next.isPresent(); next = intake.take(0)) {
      taken++;
      bytes += next.get().reply().bytes().length;
    }
    assertThat(bytes).isLessThanOrEqualTo(Intake.MAX_BYTES);
    assertThat(taken).isGreaterThan(Intake.MAX_PER_SECOND);
    assertThat(counts.get("dropped.flood")).isEqualTo(400 + Intake.MAX_PER_SECOND - taken);
    intake.put(ProbeId.of("ssdp"), reply("10.2.0.1", 65_000));
    assertThat(intake.take(0)).as("room again once it is taken").isPresent();
  }

  private static Heard.Reply reply(String from, int bytes) {
    return new Heard.Reply(
        Optional.empty(),
        Cidr.address(from),
        Endpoint.udp(1900),
        Optional.empty(),
        Instant.EPOCH,
        new byte[bytes],
        false,
        List.of(),
        Optional.empty());
  }
}
