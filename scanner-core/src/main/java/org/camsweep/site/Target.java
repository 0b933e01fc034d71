package org.camsweep.site;

/**
 * Leave to send to one address. Only {@link Scope#admit} makes one; there is no other constructor,
 * so whoever holds a target has been through the scope.
 */
public final class Target {
  private final Address address;
  private final Network network;

  Target(Address address, Network network) {
    this.address = address;
    this.network = network;
  }

  public Address address() {
    return address;
  }

  public Network network() {
    return network;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Target t
        && t.address.equals(address)
        && t.network.id().equals(network.id());
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }

  @Override
  public String toString() {
    return address.toString() + " in " + network.id();
  }
}
