package org.camsweep.journal;

import java.util.Set;
import java.util.TreeSet;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.site.Address;

/**
 * How one address ended. A later line for the same address replaces the earlier one.
 *
 * @param probes who asked it, sorted
 */
public record AddressLine(
    Address address, String network, AddressOutcome outcome, Set<String> probes) {
  public AddressLine {
    probes = java.util.Collections.unmodifiableSet(new TreeSet<>(probes));
  }
}
