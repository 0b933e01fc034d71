package org.camsweep.scan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Scope;

/**
 * What a scan is to do.
 *
 * @param probes in the order of their catalogue
 * @param rate packets per second in all
 * @param seed order of the addresses
 * @param interfaces names of the interfaces to ask links by; empty for all that the scope admits
 * @param thorough whether silent addresses are asked everything too
 * @param userAgent how HTTP questions present themselves
 * @param earlier what an interrupted scan had done already; none for a new one
 */
public record ScanPlan(
    Scope scope,
    List<Probe> probes,
    int rate,
    long seed,
    Set<String> interfaces,
    boolean thorough,
    String userAgent,
    Optional<Earlier> earlier) {
  public ScanPlan {
    probes = List.copyOf(probes);
    interfaces = Set.copyOf(interfaces);
  }

  List<Probe.Unicast> unicast() {
    return probes.stream()
        .filter(Probe.Unicast.class::isInstance)
        .map(Probe.Unicast.class::cast)
        .toList();
  }

  List<Probe.Multicast> multicast() {
    return probes.stream()
        .filter(Probe.Multicast.class::isInstance)
        .map(Probe.Multicast.class::cast)
        .toList();
  }
}
