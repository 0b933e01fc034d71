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
    try {
      return Inet6Address.getByAddress(null, address.getAddress(), nic.device().getIndex());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an IPv6 address", e);
    }
  }
}
