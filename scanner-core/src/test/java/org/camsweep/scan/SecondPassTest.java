package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.camsweep.net.Edge;
import org.camsweep.net.ScriptedEdge;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** Silence that is not believed at once: asked again where packets get lost, and thoroughly. */
class SecondPassTest {
  /** Asked by no first question, and by the next ones. */
  private static final int LATE_PORT = 34_567;

  private static final Address SHY = Cidr.address("127.67.0.33");

  private final Map<Address, Integer> asks = new ConcurrentHashMap<>();
  private final Map<Address, Integer> firsts = new ConcurrentHashMap<>();
  private final KeptSink kept = new KeptSink();
  private final Map<Address, AddressOutcome> outcomes = kept.outcomes;
  private final AtomicReference<Edge> edge = new AtomicReference<>();

  private static Scope scope() throws Exception {
    return Scope.demo(List.of(Networks.paced("n", new Pace(20_000, 1_000, 2), "127.67.0.0/24")));
  }

  private ScanEnding scan(boolean thorough, ScriptedEdge.World world) throws Exception {
    List<Probe> probes = ProbeCatalogue.byDefault();
    ScanPlan plan = plan(probes, thorough);
    return new Scan(
            plan,
            kept,
            p -> {},
            HealthGuard.WAITS,
            strays -> {
              edge.set(
                  ScriptedEdge.open(
                      20_000,
                      strays,
                      (target, ask) -> {
                        asks.merge(target.address(), 1, Integer::sum);
                        if (isFirst(ask)) {
                          firsts.merge(target.address(), 1, Integer::sum);
                        }
                        return world.refuses(target, ask);
                      }));
              return edge.get();
            })
        .run();
  }

  private static boolean isFirst(Ask ask) {
    return ask.endpoint().transport().equals("tcp") && ask.endpoint().port() == 443;
  }

  private int questions(boolean thorough) throws Exception {
    Target target = scope().admit(SHY).orElseThrow();
    ScanPlan plan = plan(ProbeCatalogue.byDefault(), thorough);
    return Questions.to(target, plan).silent(thorough).size();
  }

  private static ScanPlan plan(List<Probe> probes, boolean thorough) throws Exception {
    return new ScanPlan(
        scope(), probes, 20_000, 5, Set.of(), thorough, "camsweep/test", Optional.empty());
  }

  @Test
  void silenceIsAskedOnceWhereNothingGetsLost() throws Exception {
    assertThat(scan(false, (target, ask) -> false).complete()).isTrue();
    assertThat(asks.values()).hasSize(254).containsOnly(questions(false));
    assertThat(outcomes).containsEntry(SHY, AddressOutcome.SILENT);
  }

  /** Loss is known after some have been given up: they, and all after them, are asked twice. */
  @Test
  void whereALossIsMeasuredEverySilentAddressIsAskedTwiceAndNoneOftener() throws Exception {
    ScanEnding ending =
        scan(
            false,
            (target, ask) -> {
              if (firsts.size() == 60) {
                ScriptedEdge.losesPackets(edge.get(), "n");
              }
              return target.address().equals(SHY) && firsts.getOrDefault(SHY, 0) > 1;
            });
    assertThat(ending.complete()).isTrue();
    assertThat(outcomes).containsEntry(SHY, AddressOutcome.PRESENT);
    firsts.remove(SHY);
    assertThat(firsts.values()).hasSize(253).containsOnly(2);
    assertThat(ending.counters()).containsEntry("asked-again", 254L);
    assertThat(ending.remarks()).anyMatch(r -> r.contains("silent addresses were asked again"));
  }

  @Test
  void aDeviceBehindALatePortIsFoundByAThoroughScanOnly() throws Exception {
    ScriptedEdge.World world =
        (target, ask) ->
            target.address().equals(SHY)
                && ask.endpoint().transport().equals("tcp")
                && ask.endpoint().port() == LATE_PORT;
    scan(false, world);
    assertThat(outcomes).containsEntry(SHY, AddressOutcome.SILENT);
    asks.clear();
    scan(true, world);
    assertThat(outcomes).containsEntry(SHY, AddressOutcome.PRESENT);
    asks.remove(SHY);
    assertThat(asks.values()).hasSize(253).containsOnly(questions(true));
    assertThat(questions(true)).isGreaterThan(questions(false));
  }
}
