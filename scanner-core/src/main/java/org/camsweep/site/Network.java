package org.camsweep.site;

import java.util.List;
import java.util.Optional;

/**
 * One network of a site: the addresses that may be asked, and what the owner says about it.
 *
 * @param site identifier of the site
 * @param id identifier of the network, unique in the inspection
 * @param cidrs what belongs to it, at least one
 * @param exclusions what must not be asked although it belongs to it
 * @param sensitive why it is sensitive; absent if it is not
 * @param coreNetwork whether it is a core network of the organisation
 * @param control who runs it: own, landlord or contractor, as written by the owner
 * @param ports TCP ports to ask; empty for the product's own camera ports
 * @param pace how fast it may be asked
 * @param regimes restriction regimes to judge by; empty for all that ship switched on
 */
public record Network(
    String site,
    String id,
    List<Cidr> cidrs,
    List<Cidr> exclusions,
    Optional<SensitiveReason> sensitive,
    boolean coreNetwork,
    Optional<String> control,
    List<Integer> ports,
    Pace pace,
    List<String> regimes) {
  public Network {
    cidrs = List.copyOf(cidrs);
    exclusions = List.copyOf(exclusions);
    ports = List.copyOf(ports);
    regimes = List.copyOf(regimes);
    if (cidrs.isEmpty()) {
      throw new IllegalArgumentException("network " + id + " has no addresses");
    }
  }

  /** Whether the address belongs to the network, excluded or not. */
  public boolean contains(Address address) {
    return cidrs.stream().anyMatch(c -> c.contains(address));
  }

  /** Whether the owner excluded the address. */
  public boolean excludes(Address address) {
    return exclusions.stream().anyMatch(c -> c.contains(address));
  }
}
