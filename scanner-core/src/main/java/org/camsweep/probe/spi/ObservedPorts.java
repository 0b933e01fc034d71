package org.camsweep.probe.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.site.Network;
import org.camsweep.site.Ports;

/** Which TCP ports of a host are worth a question, from the site file and from what is known. */
public final class ObservedPorts {
  private ObservedPorts() {}

  /** The ports of a protocol's own set that the network's owner allows, ascending. */
  public static List<Integer> allowed(Network network, Collection<Integer> own) {
    Set<Integer> ports = new TreeSet<>(own);
    if (!network.ports().isEmpty()) {
      ports.retainAll(network.ports());
    }
    return List.copyOf(ports);
  }

  /**
   * Ports where web pages may be: the owner's list, or the default, less the ports where another
   * protocol is at home.
   */
  public static List<Integer> web(Network network) {
    Set<Integer> ports =
        new TreeSet<>(network.ports().isEmpty() ? Ports.WEB : Set.copyOf(network.ports()));
    ports.removeIf(ObservedPorts::isStream);
    ports.removeAll(Ports.CONNECT_ONLY);
    ports.removeAll(Set.of(21, 22, 23));
    return List.copyOf(ports);
  }

  /** Ports where streams may be: the owner's, as far as RTSP is usual there, or the default. */
  public static List<Integer> streams(Network network) {
    return network.ports().isEmpty()
        ? allowed(network, Ports.STREAM)
        : network.ports().stream().filter(ObservedPorts::isStream).sorted().limit(4).toList();
  }

  /** Whether RTSP is usual at a port: 554, 8554, 10554 and their like. */
  private static boolean isStream(int port) {
    return port % 1_000 == 554;
  }

  /** Whether TLS is usual at a port. */
  public static boolean isTls(int port) {
    return port % 1_000 == 443;
  }

  /** Ports stated in a field by what is known, for example {@code sadp.http-port}. */
  public static List<Integer> stated(List<Observation> known, String... fields) {
    List<Integer> ports = new ArrayList<>();
    for (String field : fields) {
      values(known, field).stream()
          .filter(v -> v.matches("\\d{1,5}"))
          .map(Integer::valueOf)
          .filter(p -> p > 0 && p < 65_536 && !Ports.isLeftAlone(p))
          .forEach(ports::add);
    }
    return ports;
  }

  /** All values of a field in what is known. */
  public static List<String> values(List<Observation> known, String field) {
    Field wanted = Field.of(field);
    return known.stream()
        .flatMap(o -> o.facts().stream())
        .filter(f -> f.field().equals(wanted))
        .map(f -> f.value())
        .distinct()
        .toList();
  }

  /** Whether something is known of the TCP port from a probe. */
  public static boolean heardAt(List<Observation> known, String probe, int port) {
    Endpoint endpoint = Endpoint.tcp(port);
    return known.stream()
        .anyMatch(o -> o.probe().name().equals(probe) && o.endpoint().equals(endpoint));
  }
}
