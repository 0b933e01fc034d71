package org.camsweep.scan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Scope;

/** Plans for tests that care for scope, probes and pace, and for nothing else of a plan. */
public final class Plans {
  /** The order of the addresses. */
  static final long SEED = 5;

  private Plans() {}

  /** A new scan on every interface, not thorough. */
  public static ScanPlan of(Scope scope, int rate, List<? extends Probe> probes) {
    return new ScanPlan(
        scope, List.copyOf(probes), rate, SEED, Set.of(), false, "camsweep/test", Optional.empty());
  }
}
