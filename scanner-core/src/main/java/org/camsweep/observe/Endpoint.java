package org.camsweep.observe;

/**
 * Where at a host an exchange took place.
 *
 * @param transport {@code tcp} or {@code udp}
 * @param port 1 to 65,535; for an announcement the port it came from
 */
public record Endpoint(String transport, int port) {
  public Endpoint {
    if (!transport.equals("tcp") && !transport.equals("udp")) {
      throw new IllegalArgumentException("transport " + transport);
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  public static Endpoint tcp(int port) {
    return new Endpoint("tcp", port);
  }

  public static Endpoint udp(int port) {
    return new Endpoint("udp", port);
  }

  @Override
  public String toString() {
    return transport + "/" + port;
  }
}
