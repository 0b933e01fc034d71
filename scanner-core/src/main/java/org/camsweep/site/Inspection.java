package org.camsweep.site;

import java.util.List;
import java.util.Optional;

/**
 * What the operator set out to do: who, by whose leave, and where.
 *
 * @param operator name of the person who runs the scan, if given
 * @param marking protective marking to print on every output, if given
 */
public record Inspection(
    Optional<String> operator,
    Authorisation authorisation,
    Optional<String> marking,
    List<Site> sites) {
  public Inspection {
    sites = List.copyOf(sites);
  }

  /** All networks of all sites, in the order written. */
  public List<Network> networks() {
    return sites.stream().flatMap(s -> s.networks().stream()).toList();
  }
}
