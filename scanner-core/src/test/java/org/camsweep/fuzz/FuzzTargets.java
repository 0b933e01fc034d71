package org.camsweep.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeInputs;

/** Every parser, under the name of its folder of seeds. */
final class FuzzTargets {
  private FuzzTargets() {}

  static List<FuzzTarget> all() throws Exception {
    List<FuzzTarget> all = new ArrayList<>();
    for (Probe probe : ProbeCatalogue.all()) {
      ProbeInputs inputs = ProbeInputs.of(probe);
      all.add(new FuzzTarget("probe-" + probe.id().name(), inputs.seeds(), inputs::hear));
    }
    all.addAll(OperatorFiles.targets());
    all.addAll(PackParts.targets());
    all.addAll(BroughtFiles.targets());
    all.addAll(TrustedFiles.targets());
    return all;
  }

  static FuzzTarget named(String name) throws Exception {
    return name.equals(AllTargets.NAME) ? AllTargets.of(all()) : one(name);
  }

  private static FuzzTarget one(String name) throws Exception {
    return all().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no target '" + name + "'"));
  }
}
