package org.camsweep.cli;

import java.util.List;
import org.camsweep.net.Nic;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/**
 * Whether the links that a scope names are links of this machine. A site file of another machine
 * names other interfaces; its link-local addresses would stay silent without a word.
 */
final class ScopeLinks {
  private ScopeLinks() {}

  /**
   * @param known the interfaces that are up
   * @throws StopException if a network is on the link of an interface that is not there
   */
  static void check(List<Network> networks, List<String> known) throws StopException {
    for (Network network : networks) {
      for (Cidr block : network.cidrs()) {
        String zone = block.base().zone().orElse("");
        if (!zone.isEmpty() && !known.contains(zone)) {
          throw StopException.wrongUse(
              "network " + network.id() + ": " + block + " is on the link of no interface here",
              known.isEmpty()
                  ? "none is up; bring '" + zone + "' up"
                  : "write one of these after the %: " + String.join(", ", known));
        }
      }
    }
  }

  static List<String> here() {
    return Nic.usable().stream().map(Nic::name).toList();
  }
}
