package org.camsweep.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Cidr;

/**
 * Literal addresses between the two forms that they have: with the name of an interface as zone, as
 * all else knows them, and with its number, as sockets do. Nothing here looks up a host's name.
 */
public final class Addresses {
  private Addresses() {}

  /** The wildcard of a family. */
  static Address any(boolean six) {
    return Cidr.address(six ? "::" : "0.0.0.0");
  }

  /** Where a socket sends to reach a host. */
  static InetSocketAddress socket(Address host, int port) {
    return new InetSocketAddress(inet(host), port);
  }

  /**
   * An address as sockets take it. One in the zone of an interface that is not there gets none, and
   * sending to it fails.
   */
  public static InetAddress inet(Address address) {
    Optional<NetworkInterface> device = address.zone().flatMap(Addresses::device);
    return device.isPresent() ? zoned(address, device.get().getIndex()) : address.inet();
  }

  /**
   * An address as the host of a URL: in brackets if it is of IPv6, its zone the interface's number,
   * which is not the name that this machine gives it, and which every reader of URLs takes.
   */
  public static String inUrl(Address address) {
    String host = AddressText.withoutZone(address);
    if (address.isV4()) {
      return host;
    }
    Optional<NetworkInterface> device = address.zone().flatMap(Addresses::device);
    return "[" + host + device.map(d -> "%" + d.getIndex()).orElse("") + "]";
  }

  private static Optional<NetworkInterface> device(String name) {
    try {
      return Optional.ofNullable(NetworkInterface.getByName(name));
    } catch (SocketException e) {
      return Optional.empty(); // interfaces cannot be listed: as if it was not there
    }
  }

  /** Who a socket says has sent something. */
  public static Address of(InetAddress inet) {
    Address address = Address.of(inet);
    if (!(inet instanceof Inet6Address six) || !address.isLinkLocal6() || six.getScopeId() == 0) {
      return address;
    }
    try {
      NetworkInterface device = NetworkInterface.getByIndex(six.getScopeId());
      return device == null ? address : address.on(device.getName());
    } catch (SocketException | IllegalArgumentException e) {
      return address; // an interface that went away, or has a name that no zone can have
    }
  }

  /** A group's literal address, with the number of the interface where the family needs it. */
  static InetAddress group(String literal, Nic nic) {
    Address address = Cidr.address(literal);
    return address.isV4() ? address.inet() : zoned(address, nic.device().getIndex());
  }

  private static InetAddress zoned(Address address, int zone) {
    try {
      return Inet6Address.getByAddress(null, address.bytes(), zone);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an IPv6 address", e);
    }
  }
}
