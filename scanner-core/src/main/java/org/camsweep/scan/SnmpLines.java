package org.camsweep.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.journal.AddressLine;
import org.camsweep.net.snmp.SnmpAsker;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.snmp.SnmpProbe;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Target;

/** Writes what came of asking by SNMP into the journal. */
final class SnmpLines {
  private static final Endpoint AGENT = Endpoint.udp(161);

  private final ScanSink sink;
  private final SnmpProbe probe = new SnmpProbe();
  private long number;

  SnmpLines(ScanSink sink) {
    this.sink = sink;
  }

  /** Identifiers of an earlier run are not used again. */
  void remember(String id) {
    if (id.matches("s\\d{1,18}")) {
      number = Math.max(number, Long.parseLong(id.substring(1)));
    }
  }

  void ended(Target target, SnmpAsker.Told told) {
    switch (told.ending()) {
      case IN -> answered(target, told.pdu(), told.withheld());
      case REFUSED -> word(target, Outcome.REFUSED, SnmpWord.of(told.ending()), told.why());
      case NOT_UNDERSTOOD -> word(target, Outcome.GARBLED, SnmpWord.of(told.ending()), told.why());
      case NO_ANSWER, FAILED ->
          word(target, Outcome.SILENT, SnmpWord.of(told.ending()), told.why());
    }
  }

  private void answered(Target target, byte[] pdu, boolean withheld) {
    Instant now = Instant.now();
    Heard.Reply reply =
        new Heard.Reply(
            Optional.empty(),
            target.address(),
            AGENT,
            Optional.empty(),
            now,
            pdu,
            false,
            List.of(),
            Optional.empty());
    Step step = probe.hear(reply);
    List<Fact> facts = new ArrayList<>(step.facts());
    facts.add(Fact.of(SnmpWord.OUTCOME, SnmpWord.of(SnmpAsker.Ending.IN)));
    if (withheld) {
      facts.add(Fact.of(Observation.WITHHELD, "the key by which it was asked, in its answer"));
    }
    put(target, now, step.outcome(), facts, pdu);
  }

  /**
   * The address was asked one question more, and a host that had said nothing may have spoken.
   *
   * @param before how it ended so far; empty in a block too large to ask address by address
   */
  void asked(Target target, SnmpAsker.Ending ending, Optional<AddressLine> before) {
    if (before.isEmpty()) {
      return;
    }
    Set<String> probes = new TreeSet<>(before.get().probes());
    probes.add(probe.id().name());
    AddressOutcome outcome = before.get().outcome();
    boolean spoke = ending == SnmpAsker.Ending.IN && outcome == AddressOutcome.PRESENT;
    sink.done(
        target.address(),
        before.get().network(),
        spoke ? AddressOutcome.ANSWERED : outcome,
        probes);
  }

  /** So many datagrams carried the one question. */
  void sent(Target target, int datagrams) {
    sink.asked(target.address(), Asked.by(probe.id(), 1, datagrams));
  }

  void word(Target target, Outcome outcome, String word, String why) {
    List<Fact> facts = new ArrayList<>(List.of(Fact.of(SnmpWord.OUTCOME, word)));
    if (!why.isEmpty()) {
      facts.add(Fact.of(SnmpWord.WHY, why));
    }
    put(target, Instant.now(), outcome, facts, new byte[0]);
  }

  private void put(Target target, Instant at, Outcome outcome, List<Fact> facts, byte[] raw) {
    sink.observed(
        new Observation(
            "s" + ++number,
            target.address(),
            Optional.of(target.network().id()),
            probe.id(),
            AGENT,
            Optional.empty(),
            at,
            outcome,
            facts,
            raw.length == 0 ? Optional.empty() : Optional.of(Understanding.sha256(raw))),
        raw);
  }
}
