package org.camsweep.net.neighbours;

import java.net.InetAddress;
import org.camsweep.observe.Mac;

/** One usable entry of the neighbour table. */
public record Neighbour(InetAddress address, Mac mac, String link) {
  /** The same entry, with the address as this machine reaches it. */
  public Neighbour at(InetAddress reached) {
    return new Neighbour(reached, mac, link);
  }
}
