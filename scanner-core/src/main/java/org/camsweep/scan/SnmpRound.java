package org.camsweep.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.journal.AddressLine;
import org.camsweep.net.snmp.SnmpAsker;
import org.camsweep.net.snmp.SnmpKey;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.scan.SnmpPlaces.Place;
import org.camsweep.site.Address;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/**
 * The stage after a scan's sweep that asks the living devices of networks whose owner gave a key by
 * SNMP. What they say is read by the probe that reads SNMP in captures. Everything is written by
 * the thread that calls {@link #run}. One attempt per device and scan: it is in the journal before
 * the first question is sent, so that a scan taken up again does not repeat it.
 */
public final class SnmpRound {
  /** An agent on a small device takes its time. */
  private static final long TIMEOUT_MILLIS = 2_000;

  private static final int RATE_FOR_EACH_PLACE = 10;

  private final Map<String, SnmpKey> keys;
  private final SnmpPlaces places;
  private final SnmpLines lines;
  private final SnmpDesk.Asking asking;
  private final int rate;
  private final Map<Address, AddressLine> ended = new TreeMap<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final RefusalGuard guard = new RefusalGuard();
  private volatile boolean stopped;

  /**
   * @param keys by network; the caller closes them
   * @param rate packets per second in all
   */
  public SnmpRound(Scope scope, Map<String, SnmpKey> keys, int rate, ScanSink sink) {
    this(scope, keys, rate, sink, pace -> new SnmpAsker(pace::take, TIMEOUT_MILLIS)::ask);
  }

  /**
   * @param asking makes what asks a device, at a pace
   */
  SnmpRound(
      Scope scope,
      Map<String, SnmpKey> keys,
      int rate,
      ScanSink sink,
      Function<InterviewPace, SnmpDesk.Asking> asking) {
    this.keys = Map.copyOf(keys);
    this.places = new SnmpPlaces(scope, keys.keySet());
    this.lines = new SnmpLines(sink);
    this.rate = rate;
    this.asking = asking.apply(new InterviewPace(rate, () -> stopped));
  }

  /**
   * How it went.
   *
   * @param complete whether nobody was left out because of a stop
   * @param counters devices by outcome, and packets sent
   */
  public record Ended(boolean complete, Map<String, Long> counters) {}

  /** Stops within a moment. Any thread may call. */
  public void stop() {
    stopped = true;
  }

  /**
   * Runs to the end, or until {@link #stop}.
   *
   * @param heard all that the journal holds of the scan
   * @param addresses how each ended, in the order stored
   */
  public Ended run(List<Observation> heard, List<AddressLine> addresses) {
    heard.forEach(o -> lines.remember(o.id()));
    addresses.forEach(l -> ended.put(l.address(), l));
    Map<Address, AddressOutcome> outcomes = new TreeMap<>();
    ended.forEach((a, l) -> outcomes.put(a, l.outcome()));
    Deque<Place> waiting =
        new ArrayDeque<>(places.of(DeviceAssembler.assemble(heard), outcomes, heard));
    try (SnmpDesk desk = new SnmpDesk(asking, rate / RATE_FOR_EACH_PLACE)) {
      work(desk, waiting);
    }
    waiting.forEach(p -> notTried(p, "the scan was stopped"));
    counts.putIfAbsent("snmp.packets", 0L);
    return new Ended(waiting.isEmpty(), counts);
  }

  private void work(SnmpDesk desk, Deque<Place> waiting) {
    List<SnmpDesk.Done> done = new ArrayList<>();
    while (desk.busy() > 0 || (!stopped && !waiting.isEmpty())) {
      for (int n = waiting.size(); n > 0 && !stopped && desk.isFree(); n--) {
        ask(waiting.remove(), desk, waiting);
      }
      if (stopped) {
        desk.stop();
      }
      desk.await(done);
      done.forEach(this::heard);
      done.clear();
    }
  }

  private void ask(Place next, SnmpDesk desk, Deque<Place> waiting) {
    String network = next.target().network().id();
    if (guard.isSpent(network)) {
      notTried(next, RefusalGuard.MOST + " devices refused this key and none took it");
    } else if (guard.isDoubted(network) && !guard.mayAsk(network)) {
      waiting.add(next);
    } else {
      guard.asking(network);
      lines.word(next.target(), Outcome.SILENT, SnmpWord.BEGAN, "");
      desk.ask(
          next,
          keys.get(network),
          word -> next.device().filter(d -> InterviewWord.said(d, word)).isPresent());
    }
  }

  private void notTried(Place place, String why) {
    counts.merge("snmp." + SnmpWord.NOT_TRIED, 1L, Long::sum);
    lines.word(place.target(), Outcome.NOT_ASKED, SnmpWord.NOT_TRIED, why);
  }

  private void heard(SnmpDesk.Done done) {
    SnmpAsker.Told told = done.told();
    Target target = done.place().target();
    guard.answered(
        target.network().id(),
        told.ending() == SnmpAsker.Ending.IN,
        told.ending() == SnmpAsker.Ending.REFUSED);
    counts.merge("snmp." + SnmpWord.of(told.ending()), 1L, Long::sum);
    counts.merge("snmp.packets", (long) told.datagrams(), Long::sum);
    lines.ended(target, told);
    if (told.datagrams() > 0) {
      lines.sent(target, told.datagrams());
      lines.asked(target, told.ending(), Optional.ofNullable(ended.get(target.address())));
    }
  }
}
