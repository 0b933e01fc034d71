package org.camsweep.journal;

import java.net.InetAddress;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.observe.AddressOutcome;

/**
 * How one address ended. A later line for the same address replaces the earlier one.
 *
 * @param probes who asked it, sorted
 */
public record AddressLine(
    InetAddress address, String network, AddressOutcome outcome, Set<String> probes) {
  public AddressLine {
    probes = java.util.Collections.unmodifiableSet(new TreeSet<>(probes));
  }
}
