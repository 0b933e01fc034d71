package org.camsweep.net;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camsweep.site.Cidr;

/**
 * One interface of this machine that can carry multicast.
 *
 * @param blocks the on-link blocks of its own addresses, both families
 * @param v4 its first IPv4 address
 * @param v6 its link-local IPv6 address, scoped
 */
public record Nic(
    NetworkInterface device,
    String name,
    List<Cidr> blocks,
    Optional<InetAddress> v4,
    Optional<InetAddress> v6) {

  /** Interfaces that are up and can multicast, sorted by name; loopback is none. */
  public static List<Nic> usable() {
    List<Nic> found = new ArrayList<>();
    try {
      for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (device.isUp() && !device.isLoopback() && device.supportsMulticast()) {
          found.add(of(device));
        }
      }
    } catch (SocketException e) {
      return List.of(); // a machine without interfaces: the report says that none listened
    }
    found.sort(Comparator.comparing(Nic::name));
    return List.copyOf(found);
  }

  /** The IPv4 addresses of an interface; empty if it is not there, or is not up and running. */
  public static Optional<Set<InetAddress>> running(String name) {
    try {
      NetworkInterface device = NetworkInterface.getByName(name);
      return device == null || !device.isUp()
          ? Optional.empty()
          : Optional.of(
              device
                  .inetAddresses()
                  .filter(Inet4Address.class::isInstance)
                  .collect(Collectors.toSet()));
    } catch (SocketException e) {
      return Optional.empty(); // it went away while it was looked at
    }
  }

  private static Nic of(NetworkInterface device) {
    List<Cidr> blocks = new ArrayList<>();
    Optional<InetAddress> v4 = Optional.empty();
    Optional<InetAddress> v6 = Optional.empty();
    for (InterfaceAddress own : device.getInterfaceAddresses()) {
      InetAddress address = own.getAddress();
      blocks.add(block(address, own.getNetworkPrefixLength()));
      if (v4.isEmpty() && address instanceof Inet4Address) {
        v4 = Optional.of(address);
      }
      if (v6.isEmpty() && address instanceof Inet6Address && address.isLinkLocalAddress()) {
        v6 = Optional.of(address);
      }
    }
    return new Nic(device, device.getName(), List.copyOf(blocks), v4, v6);
  }

  private static Cidr block(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    int bits = bytes.length * 8;
    int kept = Math.max(0, Math.min(bits, prefix));
    BigInteger mask =
        BigInteger.ONE
            .shiftLeft(bits)
            .subtract(BigInteger.ONE)
            .xor(BigInteger.ONE.shiftLeft(bits - kept).subtract(BigInteger.ONE));
    BigInteger base = new BigInteger(1, bytes).and(mask);
    String zero = bits == 32 ? "0.0.0.0" : "::";
    return new Cidr(Cidr.parse(zero + "/0").at(base), kept);
  }

  /** The directed broadcast addresses of its IPv4 blocks. */
  List<InetAddress> broadcasts() {
    return device.getInterfaceAddresses().stream()
        .map(InterfaceAddress::getBroadcast)
        .filter(java.util.Objects::nonNull)
        .distinct()
        .toList();
  }

  /** All addresses that this machine has on it. */
  public java.util.stream.Stream<InetAddress> addresses() {
    return device.inetAddresses();
  }

  /** Whether the address is this machine's own, on this interface. */
  public boolean has(InetAddress address) {
    return device.inetAddresses().anyMatch(address::equals);
  }

  /** Whether the address is on this interface's link. */
  public boolean onLink(InetAddress address) {
    if (address instanceof Inet6Address six && six.isLinkLocalAddress() && six.getScopeId() != 0) {
      return six.getScopeId() == device.getIndex();
    }
    return blocks.stream().anyMatch(b -> b.contains(address));
  }

  /** The address as it is reached by this interface: a link-local one of IPv6 gets its zone. */
  public InetAddress scoped(InetAddress address) {
    if (!(address instanceof Inet6Address && address.isLinkLocalAddress())) {
      return address;
    }
    return Addresses.zoned(address, device.getIndex());
  }
}
