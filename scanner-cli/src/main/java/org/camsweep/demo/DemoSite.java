package org.camsweep.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camsweep.config.ConfigException;
import org.camsweep.site.Cidr;

/**
 * The simulated site, running: two networks of devices on addresses of 127.0.0.0/8, reached over
 * real sockets of this machine and of no other. Needs no privilege: all ports are above 1023.
 */
public final class DemoSite implements AutoCloseable {
  /** Held while a site runs, so that a second one says so in place of sharing its addresses. */
  private static final InetSocketAddress DOOR = at("127.77.0.1", 17_701);

  private static final List<Ports> PORTS =
      List.of(new Ports(8080, 8443, 8554), new Ports(8081, 18_443, 10_554));

  /** Where the site's web pages, web pages inside TLS, and streams are. */
  record Ports(int web, int tls, int stream) {
    List<Integer> all() {
      return List.of(web, tls, stream);
    }

    Words words() {
      return new Words(
          Map.of(
              "web", Integer.toString(web),
              "tls", Integer.toString(tls),
              "stream", Integer.toString(stream)));
    }
  }

  private final Switchboard switchboard;
  private final Ports ports;
  private final List<DemoDevice> devices;

  private DemoSite(Switchboard switchboard, Ports ports, List<DemoDevice> devices) {
    this.switchboard = switchboard;
    this.ports = ports;
    this.devices = devices;
  }

  /**
   * Starts every device.
   *
   * @throws IOException in one line what to do, if this machine cannot run the site: an address
   *     that it does not have, a port that is taken
   */
  public static DemoSite start() throws IOException {
    return start(Clock.systemUTC());
  }

  static DemoSite start(Clock clock) throws IOException {
    List<DemoDevice> devices = readDevices();
    IOException failure = new IOException("no ports");
    for (Ports ports : PORTS) {
      Switchboard switchboard = new Switchboard();
      try {
        takeDoor(switchboard);
        new DeviceStarter(switchboard, ports, clock).start(devices);
        switchboard.start();
        return new DemoSite(switchboard, ports, devices);
      } catch (PortTakenException e) {
        switchboard.close();
        failure = e;
      } catch (IOException e) {
        switchboard.close();
        throw e;
      }
    }
    throw new IOException(
        "the demo cannot start: " + failure.getMessage() + "; stop what uses that port", failure);
  }

  private static void takeDoor(Switchboard switchboard) throws IOException {
    try (ServerSocket any = new ServerSocket()) {
      any.bind(new InetSocketAddress(DOOR.getAddress(), 0));
    } catch (IOException e) {
      throw new IOException(
          "the demo cannot start: this system has no address 127.77.0.1 (macOS gives programs"
              + " 127.0.0.1 only); run the demo on Linux or Windows",
          e);
    }
    try {
      switchboard.hole(DOOR);
    } catch (PortTakenException e) {
      throw new IOException(
          "the demo cannot start: another one is running on this machine; stop it first", e);
    }
  }

  /** The site file that an operator would write for this site. */
  public byte[] siteFile() {
    String text = new String(resource("site.yaml"), StandardCharsets.UTF_8);
    return ports.words().fill(text).getBytes(StandardCharsets.UTF_8);
  }

  /** The TCP ports that its devices use. */
  public List<Integer> ports() {
    return ports.all();
  }

  /** All devices, the silent ones too, in the order of their addresses. */
  public List<DemoDevice> devices() {
    return devices;
  }

  @Override
  public void close() {
    switchboard.close();
  }

  private static List<DemoDevice> readDevices() {
    try {
      return DeviceFile.read(resource("voices.yaml"), resource("devices.yaml"));
    } catch (ConfigException e) {
      throw new IllegalStateException(e.getMessage(), e); // the file is ours: our bug
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = DemoSite.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name + " from the jar", e);
    }
  }

  private static InetSocketAddress at(String address, int port) {
    return new InetSocketAddress(Cidr.address(address).inet(), port);
  }
}
