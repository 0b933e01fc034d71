package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camsweep.config.YamlValue;
import org.camsweep.net.Ear;
import org.camsweep.net.Edge;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.report.Unheard;
import org.camsweep.site.Address;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Target;

/** The hosts of a scan: those being asked now, and those found. */
final class Hosts implements Whole {
  private final ScanPlan plan;
  private final List<Probe.Unicast> probes;
  private final ScanSink sink;
  private final Edge edge;
  private final Understanding understanding;
  private final Consumer<Runnable> inbox;
  private final HealthGuard guard;
  private final Roll roll = new Roll();
  private final AskedTwice askedTwice = new AskedTwice();
  private final Map<Address, List<Observation>> announced = new HashMap<>();
  private final Set<Address> found = new HashSet<>();
  private final Lately lately = new Lately();
  private long done;
  private long living;
  private final Map<Address, Instant> begun = new HashMap<>();
  private Optional<Duration> quickest = Optional.empty();

  /**
   * @param inbox takes what is to be done on the scan's own thread
   */
  Hosts(
      ScanPlan plan,
      ScanSink sink,
      Edge edge,
      Understanding understanding,
      Consumer<Runnable> inbox,
      HealthGuard guard) {
    this.plan = plan;
    this.probes = plan.unicast();
    this.sink = sink;
    this.edge = edge;
    this.understanding = understanding;
    this.inbox = inbox;
    this.guard = guard;
  }

  /** Those that are being asked. */
  Roll roll() {
    return roll;
  }

  /** A host that was silent when packets got lost is asked once more. */
  void openAgain(Target target) {
    done--; // it gets its outcome anew
    edge.counters().add("asked-again", 1);
    HostScan host = scanOf(target);
    host.isSecondPass();
    open(host);
  }

  /** From now on it is known that a network loses packets. */
  void lossIsKnown(String network) {
    askedTwice.lossIsKnown(
        network,
        roll.all().stream()
            .map(HostScan::target)
            .filter(t -> t.network().id().equals(network))
            .map(Target::address)
            .toList());
  }

  /** Whether the silence of a host was asked twice in its own turn. */
  boolean wasAskedTwice(Address address) {
    return askedTwice.contains(address);
  }

  long done() {
    return done;
  }

  long living() {
    return living;
  }

  /** How long the living host that took least was asked. */
  Optional<Duration> quickest() {
    return quickest;
  }

  /** Whether the host is being asked, or was found and asked to the end. */
  boolean knows(Address address) {
    return roll.of(address).isPresent() || found.contains(address);
  }

  /** Whether a host was found there and asked to the end, now or before an interruption. */
  boolean isFound(Address address) {
    return found.contains(address) || plan.earlier().map(e -> e.wasThere(address)).orElse(false);
  }

  void open(Target target) {
    open(scanOf(target));
  }

  private HostScan scanOf(Target target) {
    return new HostScan(this, target, announced.getOrDefault(target.address(), List.of()));
  }

  private void open(HostScan host) {
    enter(host);
    host.start();
  }

  /**
   * A host said something without having been asked for it.
   *
   * @param hadItsTurn whether nobody would ask it later
   * @param counted whether its address was counted as done before
   */
  void announced(Target target, Observation observation, boolean hadItsTurn, boolean counted) {
    Address address = target.address();
    Optional<HostScan> host = roll.of(address);
    if (host.isPresent()) {
      host.get().announced(observation);
      return;
    }
    announced.computeIfAbsent(address, a -> new ArrayList<>()).add(observation);
    if (hadItsTurn && !isFound(address)) {
      done -= counted ? 1 : 0; // it gets its outcome anew
      open(target);
    }
  }

  private void enter(HostScan host) {
    begun.put(host.target().address(), edge.now());
    roll.enter(host);
  }

  /** Who answers after he was left as silent is asked on. */
  @Override
  public void late(HostScan host, Probe.Unicast probe, Heard heard, int depth) {
    Target target = host.target();
    boolean isReply = heard.fold(reply -> true, silence -> false, refused -> false);
    Optional<HostScan> now = roll.of(target.address());
    if (now.isPresent()) {
      now.get().heard(probe, heard, depth);
    } else if (!isReply) {
      unheard();
      if (!found.contains(target.address())) { // its silence proves nothing any more
        String network = target.network().id();
        sink.done(target.address(), network, AddressOutcome.NOT_ASKED, host.askedBy());
      }
    } else if (found.contains(target.address())) {
      Hearing hearing = understand(probe, heard);
      record(hearing.observation(), hearing.raw());
    } else if (!edge.isStopped()) {
      done--; // it gets its outcome anew
      edge.counters().add("heard.late", 1);
      enter(host);
      host.goesOn(probe, heard, depth);
    }
  }

  /**
   * The way out is gone, and was perhaps some moments before that was seen: who came to his end
   * lately was not asked to the end.
   */
  void takeBack() {
    for (Target target : lately.since(edge.now())) {
      sink.done(target.address(), target.network().id(), AddressOutcome.NOT_ASKED, Set.of());
    }
  }

  /** The scan ends now: those that are still being asked were not asked to the end. */
  void leave() {
    for (HostScan host : roll.all()) {
      Network network = host.target().network();
      tellLimits(host);
      tellAsked(host);
      sink.done(host.target().address(), network.id(), AddressOutcome.NOT_ASKED, host.askedBy());
    }
  }

  /** What a host was sent that nobody answered for is what every such address is. */
  private void tellAsked(HostScan host) {
    host.wasSent(edge.takeAsked(host.target().address()));
    if (host.alive() && !host.sent().isNothing()) {
      sink.asked(host.target().address(), host.sent());
    }
  }

  private void tellLimits(HostScan host) {
    Set<String> limits = new TreeSet<>(host.limits());
    if (edge.hasFlooded(host.target().address())) {
      limits.add(Edge.FLOODED);
    }
    if (!limits.isEmpty()) {
      sink.observed(understanding.limits(host.target().address(), limits, edge.now()), new byte[0]);
    }
  }

  @Override
  public List<Probe.Unicast> probes() {
    return probes;
  }

  @Override
  public boolean thorough() {
    return plan.thorough();
  }

  @Override
  public void send(Probe.Unicast probe, Ask ask, HostScan host, int depth) {
    if (edge.isStopped()) {
      return; // the host waits for it, and is not asked to the end
    }
    edge.ask(
        host.target(),
        probe.id(),
        ask,
        host.alive(),
        new Ear() {
          @Override
          public void heard(Heard heard) {
            inbox.accept(() -> host.heard(probe, heard, depth));
          }

          @Override
          public void ended() {
            inbox.accept(host::ended);
          }

          @Override
          public boolean isPatient() {
            return host.alive();
          }
        });
  }

  @Override
  public Hearing understand(Probe probe, Heard heard) {
    return understanding.of(probe, heard);
  }

  @Override
  public Optional<List<Ask>> questions(
      Probe.Unicast probe, HostScan host, List<Observation> known) {
    return understanding.questions(
        probe, () -> plan.asks(probe, host.stage(), host.target(), known, edge.uuid()));
  }

  @Override
  public void record(Observation observation, byte[] raw) {
    sink.observed(observation, raw);
  }

  @Override
  public void elsewhere(Probe.Unicast probe, Step.FollowUp next, int depth, HostScan asker) {
    // A host in scope is asked in its own right, never on another device's word.
    String reason = plan.scope().refusal(next.host()).map(YamlValue::word).orElse("other-host");
    edge.counters().add("refused.follow-up." + reason, 1);
  }

  @Override
  public void lives(HostScan host) {
    roll.lives(host);
  }

  @Override
  public void finished(HostScan host) {
    if (edge.isStopped()) {
      return; // perhaps not all was put to it
    }
    Address address = host.target().address();
    roll.leave(host);
    Instant since = begun.remove(address);
    done++;
    if (host.alive()) {
      living++;
      Duration took = Duration.between(since, edge.now());
      quickest = quickest.filter(q -> q.compareTo(took) <= 0).or(() -> Optional.of(took));
      found.add(address);
    }
    askedTwice.ended(address, host.target().network().id(), host.knockedAgain());
    lately.ended(host.target(), edge.now());
    tellLimits(host);
    tellAsked(host);
    sink.done(address, host.target().network().id(), host.outcome(), host.askedBy());
  }

  @Override
  public void check(HostScan host, Pulse pulse, Consumer<Boolean> verdict) {
    guard.check(host.target(), pulse, verdict);
  }

  @Override
  public boolean losesPackets(Target target) {
    boolean loses = edge.loss().matters(target.network().id());
    edge.counters().add("asked-again", loses ? 1 : 0);
    return loses;
  }

  @Override
  public void later(Duration wait, Runnable what) {
    edge.counters().add("asked-again.unheard", 1);
    edge.later(wait, () -> inbox.accept(what));
  }

  @Override
  public void unheard() {
    edge.counters().add(Unheard.QUESTIONS, 1);
  }

  @Override
  public void limitTime(HostScan host) {
    edge.later(longest(plan.rate(), host.target().network()), () -> inbox.accept(host::timeIsUp));
  }

  /** At a slower pace than the usual a host waits longer for its turn, and has longer. */
  static Duration longest(int inAll, Network network) {
    int rate = Math.max(1, Math.min(inAll, network.pace().rate()));
    return Duration.ofSeconds(HostScan.MAX_SECONDS)
        .multipliedBy(Math.max(1, Pace.STANDARD.rate() / rate));
  }

  @Override
  public void drop(Target target, String why) {
    edge.drop(target, why);
  }

  @Override
  public void limited(HostScan host, String counter) {
    edge.counters().add("limit." + counter, 1);
  }
}
