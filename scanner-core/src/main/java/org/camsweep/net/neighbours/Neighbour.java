package org.camsweep.net.neighbours;

import org.camsweep.observe.Mac;
import org.camsweep.site.Address;

/** One usable entry of the neighbour table. */
public record Neighbour(Address address, Mac mac, String link) {
  /** The same entry, with the address as this machine reaches it. */
  public Neighbour at(Address reached) {
    return new Neighbour(reached, mac, link);
  }
}
