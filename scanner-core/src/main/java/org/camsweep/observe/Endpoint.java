package org.camsweep.observe;

/**
 * Where at a host an exchange took place.
 *
 * @param transport {@code tcp}, {@code udp}, or {@code link} for what the link itself told
 * @param port 1 to 65,535; for an announcement the port it came from; 0 for {@code link}
 */
public record Endpoint(String transport, int port) {
  public Endpoint {
    boolean link = transport.equals("link");
    if (!link && !transport.equals("tcp") && !transport.equals("udp")) {
      throw new IllegalArgumentException("transport " + transport);
    }
    if (link ? port != 0 : port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  public static Endpoint tcp(int port) {
    return new Endpoint("tcp", port);
  }

  public static Endpoint udp(int port) {
    return new Endpoint("udp", port);
  }

  public static Endpoint link() {
    return new Endpoint("link", 0);
  }

  @Override
  public String toString() {
    return transport + "/" + port;
  }
}
