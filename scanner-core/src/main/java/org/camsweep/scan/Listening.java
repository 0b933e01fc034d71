package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camsweep.net.Listener;
import org.camsweep.net.Nic;
import org.camsweep.net.neighbours.Neighbour;
import org.camsweep.net.neighbours.NeighbourTable;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.dhcp.DhcpProbe;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;

/**
 * Listens and asks nothing: what devices announce, and what they answer to everybody when others
 * ask, goes through the same probes as the answers of a scan. All decisions are taken on the thread
 * that calls {@link #run}.
 */
public final class Listening {
  private static final ProbeId NEIGHBOUR = ProbeId.of("neighbour");
  private static final byte[] NOTHING = new byte[0];
  private static final Map<String, String> NOT_KEPT =
      new TreeMap<>(
          Map.of(
              "dropped.kernel", "came faster than this machine could take them in",
              "dropped.flood", "came faster than they could be understood",
              "dropped.sender-rate",
                  "were more than " + Intake.MAX_PER_SECOND + " a second from one sender",
              "dropped.junk", "were not understood, and beyond the number of such that is kept",
              "dropped.limit", "were beyond what is kept of one sender or in all"));

  /**
   * How far it is.
   *
   * @param senders addresses of which something is kept
   * @param kept what was said, each thing once
   */
  public record SoFar(long senders, long kept, long datagrams) {}

  private final ListenPlan plan;
  private final Consumer<SoFar> progress;
  private final Map<ProbeId, Probe> probes;
  private final Understanding understanding;
  private final Overheard overheard;
  private final Intake intake = new Intake(this::count);
  private final List<Nic> nics;
  private final Listener listener;
  private volatile boolean stopped;

  public Listening(ListenPlan plan, ScanSink sink, Consumer<SoFar> progress) {
    this.plan = plan;
    this.progress = progress;
    this.probes = plan.probes().stream().collect(Collectors.toMap(Probe::id, Function.identity()));
    this.understanding =
        new Understanding(
            address -> plan.scope().admit(address).map(t -> t.network().id()),
            () -> count("probe.failed"),
            0,
            1);
    this.overheard = new Overheard(sink, this::count);
    this.nics = Nic.usable().stream().filter(n -> plan.interfaces().contains(n.name())).toList();
    this.listener = new Listener(nics, plan.joins(), intake::put);
  }

  private void count(String what) {
    listener.counters().add(what, 1);
  }

  /** Ends it within a moment; {@link #run} then returns what was heard. Any thread may call. */
  public void stop() {
    stopped = true;
  }

  /** Listens for the planned time, or until {@link #stop}. */
  public ScanEnding run() {
    try (listener) {
      plan.probes().forEach(listener::open);
      Instant end = plan.span().map(listener.now()::plus).orElse(Instant.MAX);
      Set<Address> own = new HashSet<>();
      Nic.usable().forEach(n -> n.addresses().forEach(own::add));
      while (!stopped && listener.now().isBefore(end)) {
        work(own, Math.min(200, millisTo(end)));
      }
      listener.countDrops();
      neighbours(own);
      return ending();
    }
  }

  private long millisTo(Instant end) {
    return end.equals(Instant.MAX)
        ? Long.MAX_VALUE
        : Math.max(1, Duration.between(listener.now(), end).toMillis());
  }

  private void work(Set<Address> own, long millis) {
    try {
      Optional<Intake.Item> next = intake.take(millis);
      for (int n = 0; next.isPresent() && n < 512; n++) {
        hear(next.get(), own);
        next = intake.take(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
    progress.accept(
        new SoFar(
            overheard.senders(), overheard.kept(), listener.counters().get("heard.datagrams")));
  }

  private void hear(Intake.Item item, Set<Address> own) {
    Heard.Reply reply = item.reply();
    if (own.contains(reply.from())) {
      count("heard.own");
      return;
    }
    Optional<Heard.Reply> whose = sender(item);
    if (whose.isEmpty()) {
      count("heard.dhcp-without-address");
      return;
    }
    Hearing hearing = understanding.of(probes.get(item.probe()), whose.get());
    overheard.take(hearing.observation(), hearing.raw());
  }

  /** A DHCP request comes from 0.0.0.0 and tells whose it is within. */
  private static Optional<Heard.Reply> sender(Intake.Item item) {
    Heard.Reply reply = item.reply();
    return item.probe().name().equals("dhcp")
        ? DhcpProbe.address(reply.bytes()).map(a -> CaptureReading.from(a, reply))
        : Optional.of(reply);
  }

  /** What the system knows of its neighbours anyway; reading its table sends nothing. */
  private void neighbours(Set<Address> own) {
    for (Neighbour neighbour : NeighbourTable.read()) {
      Address address = neighbour.address();
      boolean here = nics.stream().anyMatch(n -> n.name().equals(neighbour.link()));
      if (here && !own.contains(address) && plan.scope().admit(address).isPresent()) {
        Observation seen =
            understanding.neighbour(
                NEIGHBOUR, address, neighbour.mac().text(), neighbour.link(), listener.now());
        overheard.take(seen, NOTHING);
      }
    }
  }

  private ScanEnding ending() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        plan.joins()
            ? "nothing was sent but the kernel's own group memberships (IGMP, MLD)"
            : "nothing was sent; without joined groups only broadcasts, and what other programs of"
                + " this machine had joined, could be heard");
    remarks.addAll(listener.trouble());
    Map<String, Long> counters = listener.counters().snapshot();
    NOT_KEPT.forEach(
        (name, why) -> {
          long n = counters.getOrDefault(name, 0L);
          if (n > 0) {
            remarks.add(
                n + (n == 1 ? " datagram was not kept: " : " datagrams were not kept: ") + why);
          }
        });
    return new ScanEnding(
        listener.now(), false, listener.listening(), counters, remarks, false, Optional.empty());
  }
}
