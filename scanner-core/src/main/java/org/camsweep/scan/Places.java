package org.camsweep.scan;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.Endpoint;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;

/**
 * The places that one host has for questions. What meets a closed port asked nobody: its place goes
 * to a question that was held back, and the port is asked nothing more.
 */
final class Places {
  private final ArrayDeque<Runnable> held = new ArrayDeque<>();
  private final Set<Endpoint> closed = new HashSet<>();
  private int taken;

  /**
   * Whether the question may be put now.
   *
   * @param most how many may be put in all, up to now
   * @param again puts it once there is a place
   */
  boolean take(Ask ask, int most, Runnable again) {
    if (closed.contains(ask.endpoint())) {
      return false; // it said no once; a knock more is a packet more
    }
    if (taken >= most) {
      held.add(again);
      return false;
    }
    taken++;
    return true;
  }

  /** Whether the question met a closed port. */
  boolean givesBack(Heard.Refused no) {
    Optional<Ask> nobody = no.ask().filter(a -> no.isClosedPort());
    if (nobody.isPresent()) {
      closed.add(nobody.get().endpoint());
      taken--;
      Optional.ofNullable(held.poll()).ifPresent(Runnable::run);
    }
    return nobody.isPresent();
  }

  /** Gives up what was held back; says how many that were. */
  int clear() {
    int left = held.size();
    held.clear();
    return left;
  }
}
