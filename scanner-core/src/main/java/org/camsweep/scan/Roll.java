package org.camsweep.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camsweep.site.Address;

/** The hosts that are being asked now, counted by network. */
final class Roll {
  private final Map<Address, HostScan> hosts = new HashMap<>();
  private final Map<String, Integer> perNetwork = new HashMap<>();
  private final Map<String, Integer> knocking = new HashMap<>();

  void enter(HostScan host) {
    hosts.put(host.target().address(), host);
    perNetwork.merge(network(host), 1, Integer::sum);
    knocking.merge(network(host), host.alive() ? 0 : 1, Integer::sum);
  }

  /** It is known from now on that somebody is there. */
  void lives(HostScan host) {
    knocking.merge(network(host), -1, Integer::sum);
  }

  void leave(HostScan host) {
    hosts.remove(host.target().address());
    perNetwork.merge(network(host), -1, Integer::sum);
    knocking.merge(network(host), host.alive() ? 0 : -1, Integer::sum);
  }

  private static String network(HostScan host) {
    return host.target().network().id();
  }

  Optional<HostScan> of(Address address) {
    return Optional.ofNullable(hosts.get(address));
  }

  Collection<HostScan> all() {
    return hosts.values();
  }

  boolean isEmpty() {
    return hosts.isEmpty();
  }

  int size() {
    return hosts.size();
  }

  /** How many of a network. */
  int size(String network) {
    return perNetwork.getOrDefault(network, 0);
  }

  /** How many of a network are not known to be there. */
  int knocking(String network) {
    return knocking.getOrDefault(network, 0);
  }
}
