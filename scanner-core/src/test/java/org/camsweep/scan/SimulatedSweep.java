package org.camsweep.scan;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import org.camsweep.net.ScriptedEdge;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.report.CoverageCount;
import org.camsweep.site.Address;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;

/**
 * A program of its own, to be run with little memory: a whole scan of a large block by a simulated
 * edge. Its words are the block and one living host in how many.
 */
public final class SimulatedSweep {
  private SimulatedSweep() {}

  public static void main(String[] words) throws Exception {
    Network network = Networks.paced("large", Pace.STANDARD, words[0]);
    int living = Integer.parseInt(words[1]);
    Scope scope = Scope.demo(List.of(network));
    ScanPlan plan = Plans.of(scope, Pace.STANDARD.rate(), ProbeCatalogue.byDefault());
    CoverageCount count = new CoverageCount(List.of(network), Plans.SEED);
    long began = System.nanoTime();
    ScanEnding ending =
        new Scan(
                plan,
                counting(count),
                p -> {},
                HealthGuard.WAITS,
                strays ->
                    ScriptedEdge.open(
                        Pace.STANDARD.rate(),
                        strays,
                        (target, ask) ->
                            ask.endpoint().transport().equals("tcp")
                                && target.address().hashCode() % living == 7))
            .run();
    System.out.printf(
        "%s complete=%s seconds=%d heap=%d MiB%n",
        count.sums().get(0),
        ending.complete(),
        (System.nanoTime() - began) / 1_000_000_000,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax() >> 20);
  }

  private static ScanSink counting(CoverageCount count) {
    return new ScanSink() {
      @Override
      public void observed(Observation observation, byte[] raw) {}

      @Override
      public void done(Address address, String net, AddressOutcome outcome, Set<String> probes) {
        count.add(address, net, outcome);
      }
    };
  }
}
