package org.camsweep.scan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camsweep.config.YamlValue;
import org.camsweep.net.Edge;
import org.camsweep.net.mdns.Service;
import org.camsweep.net.neighbours.Neighbour;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;
import org.camsweep.site.Refusal;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/**
 * What shows of hosts without a question to each: answers to a call on the link, announcements, the
 * neighbour table. Lives on the scan's own thread.
 */
final class Announcements {
  private static final ProbeId NEIGHBOUR = ProbeId.of("neighbour");
  private static final byte[] NOTHING = new byte[0];

  private final Scope scope;
  private final Map<ProbeId, Probe> probes;
  private final ScanSink sink;
  private final Edge edge;
  private final Understanding understanding;
  private final OwnAddresses own;
  private final Hosts hosts;
  private final Sweep sweep;
  private final NotAdmitted notAdmitted = new NotAdmitted();
  private final FacesInTurn faces = new FacesInTurn();
  private Instant quietSince = Instant.MAX;
  private Instant lastLook = Instant.MIN;

  Announcements(
      ScanPlan plan,
      ScanSink sink,
      Edge edge,
      Understanding understanding,
      OwnAddresses own,
      Hosts hosts,
      Sweep sweep) {
    this.scope = plan.scope();
    this.probes = plan.probes().stream().collect(Collectors.toMap(Probe::id, Function.identity()));
    this.sink = sink;
    this.edge = edge;
    this.understanding = understanding;
    this.own = own;
    this.hosts = hosts;
    this.sweep = sweep;
  }

  /** Something that nobody was waiting for. */
  void stray(ProbeId probe, Heard.Reply reply) {
    Hearing hearing = understanding.of(probes.get(probe), reply);
    if (!own.contains(reply.from())) { // else our own question, come back
      announce(hearing.observation(), hearing.raw());
    }
  }

  /** A service that was announced on a link. */
  void service(Service service) {
    announce(understanding.service(service, edge.now()), NOTHING);
  }

  /**
   * A host that answered when all nodes of a link were asked for an echo. Of one outside the scope
   * nothing is kept: it was neither asked nor heard to say anything.
   */
  void echo(Address address, String link) {
    Optional<Refusal> refusal = scope.refusal(address);
    if (refusal.isPresent()) {
      refused(refusal.get());
    } else if (!own.contains(address)) {
      announce(understanding.echo(address, link, edge.now()), NOTHING);
    }
  }

  private void refused(Refusal refusal) {
    edge.counters().add("heard.not-admitted." + YamlValue.word(refusal), 1);
  }

  private void announce(Observation observation, byte[] raw) {
    Address from = observation.address();
    sink.observed(observation, raw);
    Optional<Target> target = scope.admit(from);
    if (target.isEmpty()) {
      notAdmitted.heard(observation);
      scope.refusal(from).ifPresent(this::refused);
      return;
    }
    boolean swept = isSwept(from);
    hosts.announced(target.get(), observation, swept && sweep.passed(from), swept);
    inTurn(target.get(), swept);
  }

  private boolean isSwept(Address address) {
    return scope.sweptBlocks().stream().anyMatch(b -> b.contains(address));
  }

  private void inTurn(Target target, boolean swept) {
    if (!swept && !own.contains(target.address()) && !hosts.knows(target.address())) {
      faces.add(target, edge.now());
    }
  }

  /** Whether addresses that no sweep comes to wait to be asked. */
  boolean areWaiting() {
    return !faces.isEmpty();
  }

  /** Whether a look at the neighbour table is awaited. */
  boolean wantsLook() {
    boolean quiet = !faces.isEmpty() && !quietSince.equals(Instant.MAX);
    return quiet && (faces.isPuzzled() || isStale());
  }

  /** The neighbour table was looked at; what is new in it was told. */
  void looked(Instant at) {
    lastLook = at;
  }

  /**
   * Asks those that wait and whose turn it is: none while the sweep goes on, or while somebody is
   * knocked at whose box the neighbour table cannot show yet.
   */
  void askWaiting() {
    if (faces.isEmpty() || sweep.hasNext() || isKnocking()) {
      quietSince = Instant.MAX;
      return;
    }
    quietSince = quietSince.equals(Instant.MAX) ? edge.now() : quietSince;
    if (!isStale()) {
      faces.next(edge.now(), a -> hosts.roll().of(a).isPresent()).stream()
          .filter(t -> !hosts.knows(t.address()))
          .forEach(hosts::open);
    }
  }

  private boolean isStale() {
    return lastLook.isBefore(quietSince);
  }

  private boolean isKnocking() {
    return scope.networks().stream().anyMatch(n -> hosts.roll().knocking(n.id()) > 0);
  }

  /** The scan ends now: who still waits was not asked. */
  void leave() {
    for (Target target : faces.leave()) {
      String network = target.network().id();
      sink.done(target.address(), network, AddressOutcome.NOT_ASKED, Set.of());
    }
  }

  /**
   * This machine's neighbour table has the address, in its zone. One that no sweep will come to is
   * knocked at in its turn; whether it is there still, shows.
   */
  void seen(Neighbour neighbour) {
    faces.learn(neighbour);
    Address address = neighbour.address();
    scope.admit(address).ifPresent(target -> inTurn(target, isSwept(address)));
  }

  /**
   * An entry of this machine's neighbour table, on a link of the scope. Of what is outside the
   * scope, the hardware address is kept where it tells which box it is: of link-local faces, which
   * nobody but this link has, and of what was heard.
   */
  void neighbour(Neighbour neighbour) {
    Address address = neighbour.address();
    Optional<Target> target = scope.admit(address);
    if (target.isEmpty() && !notAdmitted.keepsMac(address)) {
      return;
    }
    sink.observed(
        understanding.neighbour(
            NEIGHBOUR, address, neighbour.mac().text(), neighbour.link(), edge.now()),
        NOTHING);
    if (target.isPresent() && !hosts.isFound(address) && sweep.passed(address)) {
      String network = target.get().network().id();
      sink.done(address, network, AddressOutcome.PRESENT, Set.of(NEIGHBOUR.name()));
    }
  }

  /** What is to be said of those that were heard and not asked. */
  List<String> remarks() {
    return notAdmitted.remarks();
  }
}
