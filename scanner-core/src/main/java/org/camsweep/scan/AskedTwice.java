package org.camsweep.scan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.camsweep.site.Address;

/**
 * Whom the second pass through a network need not ask: those that were being asked when it was
 * found that packets get lost, and were knocked at twice in their own turn. Holds no more than were
 * open at that time, for those that are opened later belong to no second pass.
 */
final class AskedTwice {
  private final Set<String> known = new HashSet<>();
  private final Set<Address> open = new HashSet<>();
  private final Set<Address> twice = new HashSet<>();

  /** From now on it is known that a network loses packets; these of it are being asked. */
  void lossIsKnown(String network, Collection<Address> asked) {
    known.add(network);
    open.addAll(asked);
  }

  /** A host has come to its end. */
  void ended(Address address, String network, boolean knockedAgain) {
    boolean before = open.remove(address) || !known.contains(network);
    if (before && knockedAgain) {
      twice.add(address);
    }
  }

  boolean contains(Address address) {
    return twice.contains(address);
  }
}
