package org.camsweep.net;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/**
 * One interface of this machine that can carry multicast.
 *
 * @param blocks the on-link blocks of its own addresses, both families; link-local ones in its zone
 * @param v4 its first IPv4 address
 * @param v6 its link-local IPv6 address, in its zone
 */
public record Nic(
    NetworkInterface device,
    String name,
    List<Cidr> blocks,
    Optional<Address> v4,
    Optional<Address> v6) {

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
  public static Optional<Set<Address>> running(String name) {
    try {
      NetworkInterface device = NetworkInterface.getByName(name);
      return device == null || !device.isUp()
          ? Optional.empty()
          : Optional.of(
              device
                  .inetAddresses()
                  .map(Address::of)
                  .filter(Address::isV4)
                  .collect(Collectors.toSet()));
    } catch (SocketException e) {
      return Optional.empty(); // it went away while it was looked at
    }
  }

  private static Nic of(NetworkInterface device) {
    List<Cidr> blocks = new ArrayList<>();
    Optional<Address> v4 = Optional.empty();
    Optional<Address> v6 = Optional.empty();
    for (InterfaceAddress own : device.getInterfaceAddresses()) {
      Address address = zoned(Address.of(own.getAddress()), device.getName());
      int prefix = Math.max(0, Math.min(address.bits(), own.getNetworkPrefixLength()));
      blocks.add(Cidr.around(address, prefix));
      if (v4.isEmpty() && address.isV4()) {
        v4 = Optional.of(address);
      }
      if (v6.isEmpty() && address.isLinkLocal6()) {
        v6 = Optional.of(address);
      }
    }
    return new Nic(device, device.getName(), List.copyOf(blocks), v4, v6);
  }

  /** A name that no zone can have leaves the address without one: it is not asked then. */
  private static Address zoned(Address address, String name) {
    try {
      return address.on(name);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /** The directed broadcast addresses of its IPv4 blocks. */
  List<InetAddress> broadcasts() {
    return device.getInterfaceAddresses().stream()
        .map(InterfaceAddress::getBroadcast)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** All addresses that this machine has on it. */
  public Stream<Address> addresses() {
    return device.inetAddresses().map(Address::of).map(this::scoped);
  }

  /** Whether the address is this machine's own, on this interface. */
  public boolean has(Address address) {
    return addresses().anyMatch(scoped(address)::equals);
  }

  /** Whether the address is on this interface's link. */
  public boolean onLink(Address address) {
    return blocks.stream().anyMatch(b -> b.contains(address));
  }

  /** The address as it is reached by this interface: a link-local one of IPv6 gets its zone. */
  public Address scoped(Address address) {
    return zoned(address, name);
  }
}
