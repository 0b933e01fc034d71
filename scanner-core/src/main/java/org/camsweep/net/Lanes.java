package org.camsweep.net;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camsweep.site.Network;
import org.camsweep.site.Target;

/** Which limits a target shares with which others. Touched only on the edge's event loop. */
final class Lanes {
  private final Pacing.Nanos clock;
  private final Map<String, Lane> lanes = new HashMap<>();

  Lanes(Pacing.Nanos clock) {
    this.clock = clock;
  }

  Lane of(Target target) {
    Network network = target.network();
    return lanes.computeIfAbsent(
        network.id(),
        id -> new Lane(new TokenBucket(network.pace().rate(), clock.nanos()), Optional.empty()));
  }
}
