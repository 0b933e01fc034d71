package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.journal.AddressLine;
import org.camsweep.net.snmp.SnmpAsker.Ending;
import org.camsweep.net.snmp.SnmpAsker.Told;
import org.camsweep.net.snmp.SnmpKey;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.report.SnmpSentences;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.SnmpAccess;
import org.junit.jupiter.api.Test;

/** Who is asked by SNMP, how often, and what is written of it. */
class SnmpRoundTest {
  /** A response PDU: sysName is "gate". */
  private static final byte[] PDU = {
    (byte) 0xa2,
    27,
    2,
    1,
    1,
    2,
    1,
    0,
    2,
    1,
    0,
    0x30,
    16,
    0x30,
    14,
    6,
    8,
    0x2b,
    6,
    1,
    2,
    1,
    1,
    5,
    0,
    4,
    2,
    'g',
    'a'
  };

  private static final SnmpKey KEY =
      new SnmpKey(
          new SnmpAccess(
              SnmpAccess.Version.V2C,
              new Credential.Reference("env", "X"),
              Optional.empty(),
              Optional.empty()),
          "secret-9".toCharArray(),
          Optional.empty(),
          Optional.empty());

  private final List<String> ended = new ArrayList<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private final KeptSink sink =
      new KeptSink() {
        @Override
        public void done(Address a, String network, AddressOutcome o, Set<String> probes) {
          ended.add(a.toString() + " " + o + " " + probes);
        }
      };
  private final List<Observation> written = sink.observations;
  private final Map<Address, Asked> sent = sink.sent;

  private static Network network(String id, String block, List<String> exclusions) {
    return Networks.excluding(exclusions, id, Pace.STANDARD, block);
  }

  private SnmpRound round(SnmpDesk.Asking asking) throws Exception {
    Scope scope =
        Scope.demo(
            List.of(
                network("cctv", "127.64.0.0/24", List.of("127.64.0.9")),
                network("office", "127.65.0.0/24", List.of())));
    SnmpDesk.Asking noted =
        (target, key, saidBefore) -> {
          asked.add(target.address().toString());
          return asking.ask(target, key, saidBefore);
        };
    return new SnmpRound(scope, Map.of("cctv", KEY), 1_000, sink, pace -> noted);
  }

  private static Told told(Ending ending) {
    return new Told(ending, ending == Ending.IN ? PDU.clone() : new byte[0], "", 1);
  }

  private static Observation heard(String id, String address, String mac) {
    return new Observation(
        id,
        Cidr.address(address),
        Optional.of(address.startsWith("127.64") ? "cctv" : "office"),
        ProbeId.of("neighbour"),
        Endpoint.link(),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        List.of(
            Fact.of(Field.of("neighbour.mac"), mac),
            Fact.of(Field.of("sadp.serial"), "SERIAL-OF-" + mac)),
        Optional.empty());
  }

  private static AddressLine line(String address, AddressOutcome outcome) {
    return new AddressLine(Cidr.address(address), "cctv", outcome, Set.of("wsd"));
  }

  private List<String> words() {
    return written.stream()
        .map(o -> o.address().toString() + " " + o.first(SnmpWord.OUTCOME).orElse("-"))
        .toList();
  }

  @Test
  void theLivingOfTheNetworkAreAskedOnceAndNobodyElse() throws Exception {
    List<Observation> heard =
        List.of(
            heard("o1", "127.64.0.1", "02:00:00:00:00:01"),
            heard("o2", "127.64.0.2", "02:00:00:00:00:01"), // the same box
            heard("o3", "127.64.0.9", "02:00:00:00:00:03"), // excluded
            heard("o4", "127.65.0.4", "02:00:00:00:00:04")); // another network
    List<AddressLine> lines =
        List.of(
            line("127.64.0.1", AddressOutcome.ANSWERED),
            line("127.64.0.2", AddressOutcome.ANSWERED),
            line("127.64.0.5", AddressOutcome.PRESENT),
            line("127.64.0.6", AddressOutcome.SILENT),
            line("127.64.0.7", AddressOutcome.PRESENT),
            line("127.64.0.7", AddressOutcome.NOT_ASKED));
    SnmpRound.Ended end = round((t, k, s) -> told(Ending.IN)).run(heard, lines);
    assertThat(asked).containsExactlyInAnyOrder("127.64.0.1", "127.64.0.5");
    assertThat(words())
        .containsExactlyInAnyOrder(
            "127.64.0.1 began", "127.64.0.5 began", "127.64.0.1 in", "127.64.0.5 in");
    assertThat(ended)
        .as("both were asked one question more, and the silent one said something")
        .containsExactlyInAnyOrder(
            "127.64.0.1 ANSWERED [snmp, wsd]", "127.64.0.5 ANSWERED [snmp, wsd]");
    Asked one = Asked.by(ProbeId.of("snmp"), 1, 1);
    assertThat(sent)
        .containsOnly(
            Map.entry(Cidr.address("127.64.0.1"), one), Map.entry(Cidr.address("127.64.0.5"), one));
    assertThat(end.complete()).isTrue();
    assertThat(end.counters()).containsEntry("snmp.in", 2L).containsEntry("snmp.packets", 2L);
    assertThat(written.get(3).facts()).contains(Fact.of(Field.of("snmp.sysname"), "ga"));

    List<Observation> all = new ArrayList<>(heard);
    all.addAll(written.subList(0, 2)); // killed before any answer was written
    asked.clear();
    round((t, k, s) -> told(Ending.IN)).run(all, lines);
    assertThat(asked).as("taken up again").isEmpty();
  }

  @Test
  void whatWasWithheldFromAnAnswerIsSaid() throws Exception {
    round(
            (t, k, s) ->
                new Told(Ending.IN, PDU.clone(), "", 1, t.address().toString().endsWith("5")))
        .run(
            List.of(),
            List.of(
                line("127.64.0.5", AddressOutcome.PRESENT),
                line("127.64.0.6", AddressOutcome.PRESENT)));
    List<String> said =
        written.stream()
            .filter(o -> o.first(Observation.WITHHELD).isPresent())
            .map(o -> o.address() + ": " + o.first(Observation.WITHHELD).get())
            .toList();
    assertThat(said).containsExactly("127.64.0.5: the key by which it was asked, in its answer");
  }

  @Test
  void aLinkLocalAddressIsAskedOnItsLinkAndNotWhereTheLinkIsNotKnown() throws Exception {
    Scope scope = Scope.of(List.of(network("cctv", "fe80::/64%eth0", List.of())), List.of());
    Map<org.camsweep.site.Address, AddressOutcome> ended =
        Map.of(
            Cidr.address("fe80::7%eth0"), AddressOutcome.PRESENT,
            Cidr.address("fe80::7%eth1"), AddressOutcome.PRESENT,
            Cidr.address("fe80::7"), AddressOutcome.PRESENT);
    assertThat(new SnmpPlaces(scope, Set.of("cctv")).of(List.of(), ended, List.of()))
        .extracting(p -> p.target().address().toString())
        .containsExactly("fe80::7%eth0");
  }

  @Test
  void theJournalHasTheAttemptBeforeItIsMade() throws Exception {
    List<String> before = new ArrayList<>();
    round(
            (t, k, s) -> {
              before.addAll(words());
              return told(Ending.NO_ANSWER);
            })
        .run(List.of(), List.of(line("127.64.0.5", AddressOutcome.PRESENT)));
    assertThat(before).containsExactly("127.64.0.5 began");
    assertThat(written.get(1).outcome()).isEqualTo(Outcome.SILENT);
    assertThat(ended).containsExactly("127.64.0.5 PRESENT [snmp, wsd]");
    assertThat(SnmpSentences.of(written))
        .containsExactly(
            "Network cctv: 0 of 1 living hosts answered SNMP with the owner's key (1 no answer);"
                + " what only SNMP shows is not known of the others.");
  }

  @Test
  void aStopLeavesTheRestUnaskedAndSaysSo() throws Exception {
    SnmpRound round = round((t, k, s) -> told(Ending.IN));
    round.stop();
    SnmpRound.Ended end = round.run(List.of(), List.of(line("127.64.0.5", AddressOutcome.PRESENT)));
    assertThat(asked).isEmpty();
    assertThat(words()).containsExactly("127.64.0.5 not-tried");
    assertThat(end.complete()).isFalse();
    asked.clear();
    List<Observation> earlier = List.copyOf(written);
    round((t, k, s) -> told(Ending.IN))
        .run(earlier, List.of(line("127.64.0.5", AddressOutcome.PRESENT)));
    assertThat(asked).as("taken up again, it is asked").containsExactly("127.64.0.5");
    assertThat(written).extracting(Observation::id).doesNotHaveDuplicates();
  }

  @Test
  void aKeyThatThreeRefuseAndNobodyTakesIsNotTriedAtTheRest() throws Exception {
    List<AddressLine> lines = new ArrayList<>();
    for (int host = 10; host < 110; host++) {
      lines.add(line("127.64.0." + host, AddressOutcome.PRESENT));
    }
    SnmpRound.Ended end = round((t, k, s) -> told(Ending.REFUSED)).run(List.of(), lines);
    assertThat(asked).hasSizeBetween(RefusalGuard.MOST, SnmpDesk.PLACES);
    assertThat(end.counters()).containsEntry("snmp.not-tried", 100L - asked.size());
    assertThat(end.complete()).isTrue();
    assertThat(SnmpSentences.of(written).get(0)).contains("refused", "not tried", "is not known");
    asked.clear();
    round((t, k, s) -> told(Ending.NO_ANSWER)).run(List.of(), lines);
    assertThat(asked).as("silence refuses nothing").hasSize(100);
  }

  @Test
  void outOfMemoryAtOneDeviceEndsThatDeviceAndNotTheRound() throws Exception {
    List<SnmpRound> running = new ArrayList<>();
    SnmpRound round =
        round(
            (t, k, s) -> {
              if (t.address().toString().endsWith("5")) {
                throw new OutOfMemoryError("as thrown by an answer");
              }
              running.get(0).stop(); // or a round that waits for the first would never end
              return told(Ending.IN);
            });
    running.add(round);
    round.run(
        List.of(),
        List.of(
            line("127.64.0.5", AddressOutcome.PRESENT),
            line("127.64.0.6", AddressOutcome.PRESENT)));
    assertThat(written)
        .extracting(o -> o.first(SnmpWord.WHY).orElse(""))
        .contains("a fault in camsweep itself: OutOfMemoryError");
  }

  @Test
  void aFaultOfOursEndsOneDeviceOnly() throws Exception {
    round(
            (t, k, s) -> {
              throw new IllegalStateException("with secret-9 in its text");
            })
        .run(List.of(), List.of(line("127.64.0.5", AddressOutcome.PRESENT)));
    assertThat(written.get(1).first(SnmpWord.WHY))
        .contains("a fault in camsweep itself: IllegalStateException");
  }
}
