package org.camsweep.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camsweep.site.Address;

/**
 * Through which router an address is reached: by Linux's table of IPv4 routes ({@code
 * /proc/net/route}, proc(5)); where that does not tell, every IPv4 /24 and IPv6 /48 is taken to be
 * behind a router of its own, which errs on neither side by much.
 */
public final class Routes {
  private static final int UP = 1;

  /** One line of the table; numbers are the kernel's, in the order of the network. */
  private record Route(String device, int destination, int mask, int gateway) {}

  private final List<Route> routes;

  private Routes(List<Route> routes) {
    this.routes = routes;
  }

  /** The routes of this machine now. */
  public static Routes here() {
    Path table = Path.of("/proc/net/route");
    try {
      return Files.isReadable(table)
          ? read(Files.readString(table, StandardCharsets.ISO_8859_1))
          : new Routes(List.of());
    } catch (IOException e) {
      return new Routes(List.of()); // not told
    }
  }

  /** The routes of a table in the shape of {@code /proc/net/route}. */
  public static Routes read(String table) {
    List<Route> routes = new ArrayList<>();
    table
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+", -1))
        .filter(words -> words.length > 7)
        .forEach(words -> route(words).ifPresent(routes::add));
    routes.sort(Comparator.comparingInt((Route r) -> Integer.bitCount(r.mask())).reversed());
    return new Routes(List.copyOf(routes));
  }

  private static Optional<Route> route(String[] words) {
    try {
      boolean up = (Integer.parseInt(words[3], 16) & UP) != 0;
      return up
          ? Optional.of(new Route(words[0], number(words[1]), number(words[7]), number(words[2])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // a table of another shape
    }
  }

  /** The table shows network order as this machine reads it: little-endian on all that matter. */
  private static int number(String hex) {
    return Integer.reverseBytes(Integer.parseUnsignedInt(hex, 16));
  }

  /** By which interface an address is reached; empty if the table does not tell. */
  public Optional<String> device(Address address) {
    return address.isLoopback() ? Optional.empty() : route(address).map(Route::device);
  }

  private Optional<Route> route(Address address) {
    byte[] bytes = address.bytes();
    if (bytes.length != 4) {
      return Optional.empty();
    }
    int number = ByteBuffer.wrap(bytes).getInt();
    return routes.stream().filter(r -> (number & r.mask()) == r.destination()).findFirst();
  }

  /** Which router an address is behind, as a name; empty if it is on a link of this machine. */
  public Optional<String> gateway(Address address) {
    byte[] bytes = address.bytes();
    if (address.isLoopback() || address.isLinkLocal()) {
      return Optional.empty();
    }
    Optional<Route> known = route(address);
    if (known.isPresent()) {
      int router = known.get().gateway();
      return router == 0 ? Optional.empty() : Optional.of("via " + Integer.toHexString(router));
    }
    byte[] near = Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6);
    return Optional.of("near " + java.util.HexFormat.of().formatHex(near));
  }
}
