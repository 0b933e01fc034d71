package org.camsweep.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/**
 * What a scan is to do.
 *
 * @param probes in the order of their catalogue
 * @param rate packets per second in all
 * @param seed order of the addresses
 * @param interfaces names of the interfaces to ask links by; empty for all that the scope admits
 * @param thorough whether silent addresses are asked everything too
 * @param userAgent how HTTP questions present themselves
 * @param onlyLiving names of probes that ask only the living, though they could ask everybody
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
    Set<String> onlyLiving,
    Optional<Earlier> earlier) {
  public ScanPlan {
    probes = List.copyOf(probes);
    interfaces = Set.copyOf(interfaces);
    onlyLiving = Set.copyOf(onlyLiving);
  }

  /** A plan in which every probe asks whom it can. */
  public ScanPlan(
      Scope scope,
      List<Probe> probes,
      int rate,
      long seed,
      Set<String> interfaces,
      boolean thorough,
      String userAgent,
      Optional<Earlier> earlier) {
    this(scope, probes, rate, seed, interfaces, thorough, userAgent, Set.of(), earlier);
  }

  /** The same, in which these probes ask only the living. */
  public ScanPlan withOnlyLiving(Set<String> names) {
    return new ScanPlan(scope, probes, rate, seed, interfaces, thorough, userAgent, names, earlier);
  }

  /** What a reader of the report must know of the plan, in plain words. */
  List<String> remarks() {
    List<String> names =
        unicast().stream().map(p -> p.id().name()).filter(onlyLiving::contains).toList();
    return names.isEmpty()
        ? List.of()
        : List.of(
            ("%s asked only addresses that gave another sign of life: a device that answers"
                    + " nothing else was counted as silent; --thorough asks everybody")
                .formatted(String.join(", ", names)));
  }

  /**
   * What a probe asks at a stage; what one that asks only the living would have asked everybody
   * comes a stage later.
   */
  List<Ask> asks(
      Probe.Unicast probe,
      Probe.Stage stage,
      Target target,
      List<Observation> known,
      UUID messageId) {
    List<Ask> asks = probe.open(stage, target, known, messageId);
    if (!onlyLiving.contains(probe.id().name())) {
      return asks;
    }
    return switch (stage) {
      case KNOCK -> List.of();
      case ASK -> {
        List<Ask> late = new ArrayList<>(probe.open(Probe.Stage.KNOCK, target, known, messageId));
        late.addAll(asks);
        yield List.copyOf(late);
      }
      case INTERVIEW -> asks;
    };
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
