package org.camsweep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/**
 * Takes only some networks of a site file, or only some of their addresses. An address of no
 * network is refused: it was not authorised with the others.
 */
final class Narrowing {
  private final List<String> wanted;
  private final List<Cidr> only;
  private final Set<String> foundNetworks = new HashSet<>();
  private final Set<Cidr> foundBlocks = new HashSet<>();

  Narrowing(List<String> wanted, List<Cidr> only) {
    this.wanted = List.copyOf(wanted);
    this.only = List.copyOf(only);
  }

  List<Network> of(List<Network> networks) {
    List<Network> kept = new ArrayList<>();
    for (Network network : networks) {
      if (!wanted.isEmpty() && !wanted.contains(network.id())) {
        continue;
      }
      foundNetworks.add(network.id());
      if (only.isEmpty()) {
        kept.add(network);
        continue;
      }
      List<Cidr> within = only.stream().filter(b -> holds(network, b)).toList();
      foundBlocks.addAll(within);
      if (!within.isEmpty()) {
        kept.add(with(network, within));
      }
    }
    return kept;
  }

  private static boolean holds(Network network, Cidr block) {
    return network.cidrs().stream()
        .anyMatch(c -> c.prefix() <= block.prefix() && c.contains(block.base()));
  }

  private static Network with(Network n, List<Cidr> blocks) {
    return new Network(
        n.site(),
        n.id(),
        blocks,
        n.exclusions(),
        n.sensitive(),
        n.coreNetwork(),
        n.control(),
        n.ports(),
        n.pace(),
        n.regimes());
  }

  void checkAllFound(Path file) throws StopException {
    for (String id : wanted) {
      if (!foundNetworks.contains(id)) {
        throw StopException.wrongUse(
            file + " has no network '" + id + "'", "see 'camsweep site check " + file + "'");
      }
    }
    for (Cidr block : only) {
      if (!foundBlocks.contains(block)) {
        throw StopException.refused(
            block + " lies in no network of " + file, "add it there, or scan it without --site");
      }
    }
  }
}
