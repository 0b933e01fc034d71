package org.camsweep.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.camsweep.site.Cidr;

/** Literal addresses as values; nothing here looks up a name. */
final class Addresses {
  private Addresses() {}

  /** The wildcard of a family. */
  static InetAddress any(boolean six) {
    return Cidr.address(six ? "::" : "0.0.0.0");
  }

  /** A group's literal address, scoped to a link where the family needs it. */
  static InetAddress group(String literal, Nic nic) {
    InetAddress address = Cidr.address(literal);
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    return zoned(address, nic.device().getIndex());
  }

  /** An IPv6 address in the zone of the interface with that number. */
  static InetAddress zoned(InetAddress address, int zone) {
    try {
      return Inet6Address.getByAddress(null, address.getAddress(), zone);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an IPv6 address", e);
    }
  }
}
