package org.camsweep.scan;

import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
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
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.SensitiveReason;

/**
 * Observations that somebody else made, without a scan around them. They are given the one network
 * that they show: the addresses that were heard, and nothing else, so that the coverage claims
 * nothing about addresses of which the file is silent.
 */
final class Loose {
  private static final String NETWORK = "observations";

  /** What the person who brings them says of the place they come from. */
  record Place(Optional<SensitiveReason> sensitive, boolean coreNetwork) {}

  private final List<Observation> observations;
  private final Network network;

  Loose(List<Observation> heard, Place place) {
    Set<InetAddress> addresses =
        new TreeSet<>(
            Comparator.comparingInt((InetAddress a) -> a.getAddress().length)
                .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned));
    heard.forEach(o -> addresses.add(o.address()));
    List<Cidr> blocks =
        addresses.stream().map(a -> new Cidr(a, a.getAddress().length * 8)).toList();
    this.network =
        new Network(
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
    this.observations = heard.stream().map(this::inside).toList();
  }

  private Observation inside(Observation o) {
    return new Observation(
        o.id(),
        o.address(),
        Optional.of(NETWORK),
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
  ScanHeader header(String file, String tool, List<String> commandLine) {
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
        file,
        first,
        Optional.empty(),
        Authorisation.NONE,
        Optional.empty(),
        commandLine,
        tool,
        List.of(network),
        0,
        LocalDate.ofInstant(last, ZoneOffset.UTC));
  }

  CoverageCount count() {
    CoverageCount count = new CoverageCount(List.of(network));
    Map<InetAddress, AddressOutcome> outcomes =
        new TreeMap<>(Comparator.comparing(InetAddress::getHostAddress));
    for (Observation o : observations) {
      outcomes.merge(o.address(), outcome(o), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    outcomes.forEach((address, outcome) -> count.add(address, NETWORK, outcome));
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
