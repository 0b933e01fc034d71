package org.camsweep.net.mdns;

import java.util.List;
import org.camsweep.site.Address;

/**
 * A service that somebody on a link announced.
 *
 * @param address that the announcement names; jmDNS does not tell who sent it, so this is a claim
 * @param link name of the interface
 * @param type for example {@code _axis-video._tcp}
 * @param host the target's name as announced; never looked up
 * @param text {@code key=value} pairs
 */
public record Service(
    Address address,
    String link,
    String type,
    String instance,
    String host,
    int port,
    List<String> text) {
  public Service {
    text = List.copyOf(text);
  }
}
