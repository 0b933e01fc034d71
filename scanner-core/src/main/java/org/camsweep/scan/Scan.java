package org.camsweep.scan;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camsweep.net.Ear;
import org.camsweep.net.Edge;
import org.camsweep.net.Links;
import org.camsweep.net.Nic;
import org.camsweep.net.mdns.Browser;
import org.camsweep.net.neighbours.Neighbour;
import org.camsweep.net.neighbours.NeighbourTable;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Candidates;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/**
 * One scan: first everybody on the links is asked to announce himself, meanwhile every address of
 * the scope is knocked at, and the living are asked further. All decisions are taken on the thread
 * that calls {@link #run}; the edge only hands over what it heard.
 */
public final class Scan {
  /** A responder may wait half a second before it answers; four seconds are SOAP-over-UDP's own. */
  private static final Duration LISTEN = Duration.ofMillis(4_500);

  private static final ProbeId NEIGHBOUR = ProbeId.of("neighbour");

  private static final byte[] NOTHING = new byte[0];

  private final ScanPlan plan;
  private final ScanSink sink;
  private final Consumer<Progress> listener;
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final Map<InetAddress, HostScan> active = new HashMap<>();
  private final Map<InetAddress, List<Observation>> announced = new HashMap<>();
  private final Set<InetAddress> finished = new HashSet<>();
  private final Map<ProbeId, Probe> probes;
  private final Scope scope;
  private final Understanding understanding;
  private final Candidates candidates;
  private final Whole whole = new Whole();
  private final List<String> remarks = new ArrayList<>();
  private Edge edge;
  private Set<InetAddress> own = Set.of();
  private long done;
  private long living;
  private volatile boolean stopped;

  public Scan(ScanPlan plan, ScanSink sink, Consumer<Progress> listener) {
    this.plan = plan;
    this.sink = sink;
    this.listener = listener;
    this.scope = plan.scope();
    this.candidates = scope.candidates(plan.seed());
    this.probes = plan.probes().stream().collect(Collectors.toMap(Probe::id, Function.identity()));
    this.understanding =
        new Understanding(
            address -> scope.admit(address).map(t -> t.network().id()),
            () -> edge.counters().add("probe.failed", 1),
            plan.earlier().map(Earlier::lastNumber).orElse(0L));
  }

  /**
   * Stops sending within a moment; {@link #run} then returns what was heard. Any thread may call.
   */
  public void stop() {
    stopped = true;
    inbox.add(() -> {});
  }

  /** Runs to the end, or until {@link #stop}. */
  public ScanEnding run() {
    edge =
        Edge.open(
            Edge.Settings.at(plan.rate(), plan.userAgent()), scope, plan.interfaces(), this::stray);
    try {
      own = ownAddresses();
      Links links = edge.links();
      plan.probes().forEach(edge::open);
      Optional<Browser> browser = browse(links);
      Instant until = edge.now().plus(callLinks(links));
      while (!stopped
          && (candidates.hasNext() || !active.isEmpty() || edge.now().isBefore(until))) {
        fill();
        work();
      }
      browser.ifPresent(this::close);
      if (!stopped) {
        neighbours(links);
      }
      return ending(links);
    } finally {
      edge.close();
    }
  }

  /** Browses DNS-SD on the links, unless the operator switched mDNS off. */
  private Optional<Browser> browse(Links links) {
    if (links.nics().isEmpty() || !probes.containsKey(Understanding.MDNS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Browser(
            links.nics(),
            service ->
                inbox.add(() -> announce(understanding.service(service, edge.now()), NOTHING))));
  }

  private void close(Browser browser) {
    remarks.addAll(browser.trouble());
    browser.close();
  }

  private Duration callLinks(Links links) {
    Duration longest = Duration.ZERO;
    if (links.nics().isEmpty()) {
      remarks.add("no interface of this machine is on a link of the scope: nothing was multicast");
    }
    for (Probe.Multicast probe : plan.multicast()) {
      Duration sending = links.call(probe, edge::uuid);
      longest = sending.compareTo(longest) > 0 ? sending : longest;
    }
    return links.listening().isEmpty() ? Duration.ZERO : longest.plus(LISTEN);
  }

  /** Opens as many hosts as can usefully wait for their turn at the allowed rate. */
  private void fill() {
    int most = Math.max(64, Math.min(8_192, plan.rate() * 2));
    int budget = 256; // what was heard meanwhile must not wait for the whole block
    while (active.size() < most && candidates.hasNext() && budget-- > 0) {
      InetAddress address = candidates.next();
      Optional<Target> target = scope.admit(address);
      if (plan.earlier().map(e -> e.isDone(address)).orElse(false)) {
        done++;
      } else if (target.isEmpty() || own.contains(address)) {
        done++;
        scope
            .networkOf(address)
            .ifPresent(n -> sink.done(address, n.id(), AddressOutcome.EXCLUDED, Set.of()));
      } else if (!active.containsKey(address) && !finished.contains(address)) {
        open(target.get());
      }
    }
  }

  private void open(Target target) {
    HostScan host =
        new HostScan(whole, target, announced.getOrDefault(target.address(), List.of()));
    active.put(target.address(), host);
    host.start();
  }

  private void work() {
    try {
      Runnable next = inbox.poll(50, TimeUnit.MILLISECONDS);
      for (int n = 0; next != null && n < 512; n++) {
        next.run();
        next = n < 511 ? inbox.poll() : null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
    listener.accept(
        new Progress(
            Math.min(done, candidates.total()), candidates.total(), living, active.size()));
  }

  /** On the edge's thread: something that nobody was waiting for. */
  private void stray(ProbeId probe, Heard.Reply reply) {
    inbox.add(() -> announce(probes.get(probe), reply));
  }

  private void announce(Probe probe, Heard.Reply reply) {
    HostScan.Hearing hearing = understanding.of(probe, reply);
    if (own.contains(reply.from())) {
      return; // our own question, come back
    }
    announce(hearing.observation(), hearing.raw());
  }

  private void announce(Observation observation, byte[] raw) {
    InetAddress from = observation.address();
    sink.observed(observation, raw);
    Optional<Target> target = scope.admit(from);
    if (target.isEmpty()) {
      scope.refusal(from).ifPresent(r -> edge.counters().add("heard.not-admitted." + word(r), 1));
      return;
    }
    HostScan host = active.get(from);
    if (host != null) {
      host.announced(observation);
      return;
    }
    announced.computeIfAbsent(from, a -> new ArrayList<>()).add(observation);
    boolean swept = scope.sweptBlocks().stream().anyMatch(b -> b.contains(from));
    if (!isFinished(from) && (!swept || candidates.passed(from))) {
      done -= swept ? 1 : 0; // it gets its outcome anew
      open(target.get());
    }
  }

  /** Whether a host was found there and asked to the end, now or before an interruption. */
  private boolean isFinished(InetAddress address) {
    return finished.contains(address) || plan.earlier().map(e -> e.wasThere(address)).orElse(false);
  }

  private static String word(Enum<?> constant) {
    return org.camsweep.config.YamlValue.word(constant);
  }

  /** This machine's addresses in the scope: it does not ask itself, and the report says so. */
  private Set<InetAddress> ownAddresses() {
    Set<InetAddress> found = new HashSet<>();
    for (Nic nic : Nic.usable()) {
      nic.addresses().forEach(found::add);
    }
    found.stream()
        .filter(a -> scope.admit(a).isPresent())
        .map(InetAddress::getHostAddress)
        .sorted()
        .forEach(a -> remarks.add(a + " is the machine that scans; it was not asked"));
    return Set.copyOf(found);
  }

  private void neighbours(Links links) {
    for (Neighbour neighbour : NeighbourTable.read()) {
      InetAddress address = neighbour.address();
      Optional<Target> target = scope.admit(address);
      boolean onLink = links.nics().stream().anyMatch(n -> n.onLink(address));
      if (target.isEmpty() || !onLink) {
        continue;
      }
      sink.observed(
          understanding.neighbour(
              NEIGHBOUR, address, neighbour.mac().text(), neighbour.link(), edge.now()),
          new byte[0]);
      if (!isFinished(address) && candidates.passed(address)) {
        String network = target.get().network().id();
        sink.done(address, network, AddressOutcome.PRESENT, Set.of(NEIGHBOUR.name()));
      }
    }
  }

  private ScanEnding ending(Links links) {
    for (HostScan host : active.values()) {
      Network network = host.target().network();
      sink.done(host.target().address(), network.id(), AddressOutcome.NOT_ASKED, host.askedBy());
    }
    edge.counters().add("transport." + edge.transportName(), 1);
    remarks.addAll(links.trouble());
    if (stopped) {
      remarks.add("the scan was stopped before its end");
    }
    return new ScanEnding(
        edge.now(), !stopped, links.listening(), edge.counters().snapshot(), List.copyOf(remarks));
  }

  private final class Whole implements HostScan.Whole {

    @Override
    public List<Probe.Unicast> probes() {
      return plan.unicast();
    }

    @Override
    public boolean thorough() {
      return plan.thorough();
    }

    @Override
    public void send(Probe.Unicast probe, Ask ask, HostScan host, int depth) {
      edge.ask(
          host.target(),
          probe.id(),
          ask,
          host.alive(),
          new Ear() {
            @Override
            public void heard(Heard heard) {
              inbox.add(() -> host.heard(probe, heard, depth));
            }

            @Override
            public void ended() {
              inbox.add(host::ended);
            }
          });
    }

    @Override
    public HostScan.Hearing understand(Probe probe, Heard heard) {
      return understanding.of(probe, heard);
    }

    @Override
    public void record(Observation observation, byte[] raw) {
      sink.observed(observation, raw);
    }

    @Override
    public void elsewhere(Probe.Unicast probe, Step.FollowUp next, int depth, HostScan asker) {
      // A host in scope is asked in its own right, never on another device's word.
      String reason = scope.refusal(next.host()).map(Scan::word).orElse("other-host");
      edge.counters().add("refused.follow-up." + reason, 1);
    }

    @Override
    public UUID messageId() {
      return edge.uuid();
    }

    @Override
    public void finished(HostScan host) {
      InetAddress address = host.target().address();
      active.remove(address);
      done++;
      if (host.alive()) {
        living++;
        finished.add(address);
      }
      AddressOutcome outcome =
          host.answered()
              ? AddressOutcome.ANSWERED
              : host.alive()
                  ? AddressOutcome.PRESENT
                  : host.unsent() ? AddressOutcome.NOT_ASKED : AddressOutcome.SILENT;
      sink.done(address, host.target().network().id(), outcome, host.askedBy());
    }

    @Override
    public void limited(InetAddress host, String limit) {
      edge.counters().add("limit." + limit, 1);
    }
  }
}
