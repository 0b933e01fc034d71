package org.camsweep.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.site.Address;
import org.camsweep.site.AddressSet;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;

/**
 * What an interrupted scan had done already: which addresses came to their end, and the number of
 * its last observation. Takes memory for the hosts found, not for the addresses swept. Not
 * thread-safe.
 */
public final class Earlier {
  private final Scope scope;
  private final Map<String, AddressSet> done = new HashMap<>();
  private final Set<Address> there = new HashSet<>();
  private long lastNumber;
  private int attempts = 1;

  /**
   * Nothing yet.
   *
   * @param seed of the order in which the addresses were asked
   */
  public Earlier(Scope scope, long seed) {
    this.scope = scope;
    scope.networks().forEach(n -> done.put(n.id(), new AddressSet(n, seed)));
  }

  /** How an address ended; a later call replaces an earlier one. One not asked is still to be. */
  public void done(Address address, AddressOutcome outcome) {
    there.remove(address);
    Optional<AddressSet> set = setOf(address).filter(s -> s.takes(address));
    if (outcome == AddressOutcome.NOT_ASKED) {
      set.ifPresent(s -> s.remove(address));
    } else {
      set.ifPresent(s -> s.add(address));
    }
    if (set.isPresent() && isThere(outcome)) {
      there.add(address);
    }
  }

  private Optional<AddressSet> setOf(Address address) {
    return scope.networkOf(address).map(Network::id).map(done::get);
  }

  private static boolean isThere(AddressOutcome outcome) {
    return outcome == AddressOutcome.ANSWERED || outcome == AddressOutcome.PRESENT;
  }

  /** Whether a host was found at the address, and asked to the end. */
  boolean wasThere(Address address) {
    return there.contains(address);
  }

  /** An observation was made; its number, and those before it, must not be given again. */
  public void observed(String id) {
    Attempt.number(id).ifPresent(number -> lastNumber = Math.max(lastNumber, number));
    attempts = Math.max(attempts, Attempt.of(id));
  }

  /** The number of the attempt that goes on from here: 2 for the first that is taken up again. */
  int nextAttempt() {
    return attempts + 1;
  }

  boolean isDone(Address address) {
    return setOf(address).map(s -> s.contains(address)).orElse(false);
  }

  long lastNumber() {
    return lastNumber;
  }
}
