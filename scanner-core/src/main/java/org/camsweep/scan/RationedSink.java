package org.camsweep.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.report.Remarks;
import org.camsweep.site.Address;

/**
 * The door to the journal that keeps no more of one host than its share: many that each say as much
 * as a reply may hold, to every question, would else fill the disk, and the memory of the judging,
 * which holds all that was said. What is said over connections, what answers a question by
 * datagram, and what nobody asked for have shares of their own, so that whoever writes another's
 * address as the sender takes nothing of what that one says over a connection. Not thread-safe.
 */
public final class RationedSink implements ScanSink {
  /** Characters of facts that are kept of one host, said over connections. */
  static final int MAX_SAID = 512 * 1024;

  /** The same of what it says by datagram, when it is asked. */
  static final int MAX_DATAGRAMS = 128 * 1024;

  /** The same of what comes in its name unasked. */
  static final int MAX_UNASKED = 64 * 1024;

  /** Characters that are kept of what comes unasked, of all hosts, before each has less. */
  static final long ALL_UNASKED = 32L * 1024 * 1024;

  /** What each has then: an honest announcement is half as long. */
  static final int FEW_UNASKED = 4 * 1024;

  /** Bytes that are kept of one host's replies. */
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final byte[] NOTHING = new byte[0];

  private static final class Share {
    private int said;
    private int datagrams;
    private int unasked;
    private int bytes;
  }

  private final ScanSink journal;
  private final Map<Address, Share> shares = new HashMap<>();
  private long allUnasked;

  public RationedSink(ScanSink journal) {
    this.journal = journal;
  }

  @Override
  public void observed(Observation observation, byte[] raw) {
    if (observation.facts().isEmpty() && raw.length == 0) {
      journal.observed(observation, raw);
      return;
    }
    Share share = shares.computeIfAbsent(observation.address(), a -> new Share());
    List<String> met = new ArrayList<>();
    List<Fact> facts = facts(observation, share, met);
    boolean room = raw.length <= MAX_BYTES - share.bytes;
    share.bytes += room ? raw.length : 0;
    if (!room) {
      met.add("bytes kept of what one host says (" + MAX_BYTES + ")");
    }
    met.forEach(limit -> facts.add(Fact.of(Remarks.LIMIT, limit)));
    journal.observed(met.isEmpty() ? observation : with(observation, facts), room ? raw : NOTHING);
  }

  private List<Fact> facts(Observation observation, Share share, List<String> met) {
    boolean unasked = observation.isUnasked();
    boolean datagram = observation.endpoint().transport().equals("udp");
    int most = unasked ? mostUnasked() : datagram ? MAX_DATAGRAMS : MAX_SAID;
    int used = unasked ? share.unasked : datagram ? share.datagrams : share.said;
    List<Fact> kept = new ArrayList<>();
    int before = used;
    for (Fact fact : observation.facts()) {
      int length = fact.value().length();
      if (isOurs(fact)) {
        kept.add(fact);
      } else if (length <= most - used) {
        kept.add(fact);
        used += length;
      } else if (met.isEmpty()) {
        String how = unasked ? "unasked" : datagram ? "by datagram" : "over connections";
        met.add("characters that one host says " + how + " (" + most + ")");
      }
    }
    if (unasked) {
      share.unasked = used;
      allUnasked += used - before;
    } else if (datagram) {
      share.datagrams = used;
    } else {
      share.said = used;
    }
    return kept;
  }

  private int mostUnasked() {
    return allUnasked < ALL_UNASKED ? MAX_UNASKED : FEW_UNASKED;
  }

  /** The scan's own words, which are short, and by which it is told what happened. */
  private static boolean isOurs(Fact fact) {
    String field = fact.field().name();
    return field.startsWith("scan.")
        || field.equals("port.open")
        || field.equals("neighbour.mac")
        || field.endsWith(".outcome");
  }

  private static Observation with(Observation heard, List<Fact> facts) {
    Outcome outcome = heard.outcome() == Outcome.ANSWERED ? Outcome.CUT_SHORT : heard.outcome();
    return heard.with(outcome, facts, heard.rawSha256());
  }

  @Override
  public void done(Address address, String network, AddressOutcome outcome, Set<String> probes) {
    journal.done(address, network, outcome, probes);
  }

  @Override
  public void asked(Address address, Asked asked) {
    journal.asked(address, asked);
  }
}
