package org.camsweep.cli;

import java.util.List;
import org.camsweep.site.Inspection;
import org.camsweep.site.Scope;

/**
 * Where a scan may look.
 *
 * @param remarks what the operator should know, in plain words
 */
record Planned(Inspection inspection, Scope scope, List<String> remarks) {
  Planned {
    remarks = List.copyOf(remarks);
  }

  /** Packets per second in all: the slowest that a network of the scope allows. */
  int rate() {
    return scope.networks().stream().mapToInt(n -> n.pace().rate()).min().orElse(1);
  }
}
