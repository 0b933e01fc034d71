package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.net.Edge;
import org.camsweep.net.Links;
import org.camsweep.net.Nic;
import org.camsweep.net.neighbours.Neighbour;
import org.camsweep.net.neighbours.NeighbourTable;

/**
 * The entries of this machine's neighbour table that are on links of the scope. Looked at on the
 * way: at the end of a long scan many are forgotten.
 */
final class LinkNeighbours {
  /** The kernel forgets a neighbour that is not spoken to for a minute, where there are many. */
  private static final Duration OFTEN = Duration.ofSeconds(15);

  /** While addresses wait for it to show whose they are. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** Entries that are remembered; more than any link has. */
  private static final int MOST = 65_536;

  private final Links links;
  private final Edge edge;
  private final Announcements announcements;
  private final Set<Neighbour> found = new LinkedHashSet<>();
  private Instant last = Instant.MIN;

  LinkNeighbours(Edge edge, Announcements announcements) {
    this.links = edge.links();
    this.edge = edge;
    this.announcements = announcements;
  }

  /** Looks if it is time to. */
  void look() {
    Duration every = announcements.wantsLook() ? SOON : OFTEN;
    if (last.equals(Instant.MIN) || !edge.now().isBefore(last.plus(every))) {
      lookNow();
    }
  }

  void lookNow() {
    last = edge.now();
    List<Neighbour> table = links.nics().isEmpty() ? List.of() : NeighbourTable.read();
    for (Neighbour neighbour : table) {
      placed(neighbour)
          .filter(n -> found.size() < MOST && found.add(n))
          .ifPresent(announcements::seen);
    }
    announcements.looked(last);
  }

  /** Hands over all that were found. */
  void tell() {
    found.forEach(announcements::neighbour);
  }

  private Optional<Neighbour> placed(Neighbour neighbour) {
    return links.nics().stream()
        .filter(n -> isOf(n, neighbour))
        .findFirst()
        .map(n -> neighbour.at(n.scoped(neighbour.address())));
  }

  /** Every link has the block of link-local addresses: there the interface's name decides. */
  private static boolean isOf(Nic nic, Neighbour neighbour) {
    boolean named = neighbour.link().isEmpty() || nic.name().equals(neighbour.link());
    return named && nic.onLink(nic.scoped(neighbour.address()));
  }
}
