package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camsweep.net.neighbours.Neighbour;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;
import org.camsweep.site.Target;

/**
 * Addresses that no sweep comes to, waiting to be asked. A box of both families has three of them
 * or more, and what is kept for each address would be kept by none for the box: so they are asked
 * after the sweep, and of one hardware address one at a time. Bounded in number, since anybody on a
 * link can invent addresses.
 */
final class FacesInTurn {
  private static final int MAX = 65_536;

  /** So long the neighbour table may take to show an address that spoke. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private record Waiting(Target target, Instant since) {}

  private final Map<Address, Waiting> waiting = new LinkedHashMap<>();
  private final Map<Address, Mac> macs = new HashMap<>();
  private final Map<Mac, Set<Address>> faces = new HashMap<>();

  /** Whether nobody waits. */
  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether somebody waits whose box is not known yet. */
  boolean isPuzzled() {
    return waiting.keySet().stream().anyMatch(a -> !macs.containsKey(a));
  }

  void add(Target target, Instant now) {
    if (waiting.size() < MAX) {
      waiting.putIfAbsent(target.address(), new Waiting(target, now));
    }
  }

  /** The neighbour table shows which box an address is of. */
  void learn(Neighbour neighbour) {
    if (macs.size() < MAX) {
      macs.put(neighbour.address(), neighbour.mac());
      faces.computeIfAbsent(neighbour.mac(), m -> new HashSet<>()).add(neighbour.address());
    }
  }

  /**
   * Takes out those whose turn it is.
   *
   * @param asked whether an address is being asked now
   */
  List<Target> next(Instant now, Predicate<Address> asked) {
    List<Target> next = new ArrayList<>();
    Set<Mac> begun = new HashSet<>();
    for (Waiting one : List.copyOf(waiting.values())) {
      Address address = one.target().address();
      Optional<Mac> mac = Optional.ofNullable(macs.get(address));
      boolean known = mac.isPresent() || !now.isBefore(one.since().plus(PATIENCE));
      boolean busy =
          mac.map(m -> begun.contains(m) || faces.get(m).stream().anyMatch(asked)).orElse(false);
      if (known && !busy) {
        mac.ifPresent(begun::add);
        waiting.remove(address);
        next.add(one.target());
      }
    }
    return next;
  }

  /** Takes out all that still wait. */
  List<Target> leave() {
    List<Target> left = waiting.values().stream().map(Waiting::target).toList();
    waiting.clear();
    return left;
  }
}
