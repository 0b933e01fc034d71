package org.camsweep.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camsweep.journal.ScanHeader;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.report.CoverageCount;
import org.camsweep.site.Address;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;

/**
 * Observations that somebody else made, without a scan around them. They are given the one network
 * that they show: the addresses that were heard, and nothing else, so that the coverage claims
 * nothing about addresses of which the file is silent.
 */
final class Loose {
  private static final String NETWORK = "observations";

  private final List<Observation> observations;
  private final List<Network> networks;

  Loose(List<Observation> heard, Foreign.Place place) {
    this.networks = place.networks().isEmpty() ? List.of(shown(heard, place)) : place.networks();
    this.observations = heard.stream().map(this::inside).toList();
  }

  /** The one network that the observations show. */
  private static Network shown(List<Observation> heard, Foreign.Place place) {
    Set<Address> addresses = new TreeSet<>();
    heard.forEach(o -> addresses.add(o.address()));
    List<Cidr> blocks = addresses.stream().map(Cidr::only).toList();
    return new Network(
        NETWORK,
        NETWORK,
        blocks.isEmpty() ? List.of(Cidr.parse("192.0.2.0")) : blocks,
        List.of(),
        place.sensitive(),
        place.coreNetwork(),
        Optional.empty(),
        List.of(),
        Pace.STANDARD,
        List.of());
  }

  private Optional<String> networkOf(Address address) {
    return networks.stream()
        .filter(n -> n.contains(address) && !n.excludes(address))
        .map(Network::id)
        .findFirst();
  }

  private Observation inside(Observation o) {
    return new Observation(
        o.id(),
        o.address(),
        networkOf(o.address()),
        o.probe(),
        o.endpoint(),
        o.via(),
        o.at(),
        o.outcome(),
        o.facts(),
        o.rawSha256());
  }

  List<Observation> observations() {
    return observations;
  }

  /** A header that says where the observations come from; its times are those of the file. */
  ScanHeader header(Foreign foreign, String tool) {
    Instant first =
        observations.stream()
            .map(Observation::at)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Instant last =
        observations.stream()
            .map(Observation::at)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return new ScanHeader(
        foreign.name(),
        first,
        Optional.empty(),
        Authorisation.NONE,
        Optional.empty(),
        List.of(),
        tool,
        networks,
        0,
        LocalDate.ofInstant(last, ZoneOffset.UTC),
        foreign.listened());
  }

  /** Nothing counts as asked where nothing was. */
  CoverageCount count(Foreign foreign) {
    CoverageCount count = new CoverageCount(networks);
    if (foreign.listened()) {
      return count;
    }
    Map<Address, AddressOutcome> outcomes = new TreeMap<>();
    for (Observation o : observations) {
      outcomes.merge(o.address(), outcome(o), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    outcomes.forEach(
        (address, outcome) ->
            networkOf(address).ifPresent(network -> count.add(address, network, outcome)));
    return count;
  }

  private static AddressOutcome outcome(Observation o) {
    if (o.outcome() == Outcome.SILENT) {
      return AddressOutcome.SILENT;
    }
    if (o.outcome() == Outcome.NOT_ASKED) {
      return AddressOutcome.NOT_ASKED;
    }
    return o.outcome() == Outcome.REFUSED ? AddressOutcome.PRESENT : AddressOutcome.ANSWERED;
  }
}
