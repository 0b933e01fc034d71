package org.camsweep.site;

import java.util.List;
import java.util.Optional;

/** A place with networks. */
public record Site(
    String id, Optional<String> name, Optional<String> address, List<Network> networks) {
  public Site {
    networks = List.copyOf(networks);
  }
}
