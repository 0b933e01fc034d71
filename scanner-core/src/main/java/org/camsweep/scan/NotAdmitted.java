package org.camsweep.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;

/**
 * Who was heard on a link and is outside the scope: listed, never asked. Bounded in number, since
 * anybody on a link can invent addresses.
 */
final class NotAdmitted {
  private static final int MAX = 65_536;

  private final Set<Address> heard = new HashSet<>();
  private final TreeMap<String, Set<Address>> linkLocal = new TreeMap<>();

  void heard(Observation observation) {
    Address address = observation.address();
    if (heard.size() >= MAX) {
      return;
    }
    heard.add(address);
    if (isLinkLocal6(address)) {
      linkLocal
          .computeIfAbsent(observation.via().orElse("?"), link -> new HashSet<>())
          .add(address);
    }
  }

  /** Whether a neighbour's hardware address is kept although nothing may be sent to it. */
  boolean keepsMac(Address address) {
    return isLinkLocal6(address) || heard.contains(address);
  }

  private static boolean isLinkLocal6(Address address) {
    return address.isLinkLocal6();
  }

  /** One line for each link with link-local addresses that spoke. */
  List<String> remarks() {
    return linkLocal.entrySet().stream()
        .map(
            link ->
                "%s: %d link-local IPv6 address%s heard and not asked: the scope names none; a device"
                        .formatted(
                            link.getKey(),
                            link.getValue().size(),
                            link.getValue().size() == 1 ? " was" : "es were")
                    + " that has no other address was not examined. To have them asked, add"
                    + " fe80::/64%"
                    + link.getKey()
                    + " to the cidr of a network, if you may inspect that link")
        .toList();
  }
}
