package org.camsweep.nmap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;

/**
 * One host of a report.
 *
 * @param addresses IPv4 and IPv6
 * @param up whether Nmap found it there
 * @param scripts those that ran for the host as a whole
 */
public record NmapHost(
    List<Address> addresses,
    Optional<Mac> mac,
    boolean up,
    Instant at,
    List<Port> ports,
    List<Script> scripts) {
  public NmapHost {
    addresses = List.copyOf(addresses);
    ports = List.copyOf(ports);
    scripts = List.copyOf(scripts);
  }

  /**
   * One port that was found open.
   *
   * @param service the attributes of {@code <service>}: Nmap's own conclusion
   */
  public record Port(
      String transport, int number, Map<String, String> service, List<Script> scripts) {
    public Port {
      service = Map.copyOf(service);
      scripts = List.copyOf(scripts);
    }

    public Optional<Script> script(String id) {
      return scripts.stream().filter(s -> s.id().equals(id)).findFirst();
    }
  }

  /**
   * What a script printed.
   *
   * @param values {@code <elem>} texts by key, the first of each key
   */
  public record Script(String id, String output, Map<String, String> values) {
    public Script {
      values = Map.copyOf(values);
    }

    public Optional<String> value(String key) {
      return Optional.ofNullable(values.get(key));
    }

    /** Whether it printed only that it failed. */
    public boolean failed() {
      return output.strip().startsWith("ERROR:") || output.strip().equals("false");
    }
  }
}
