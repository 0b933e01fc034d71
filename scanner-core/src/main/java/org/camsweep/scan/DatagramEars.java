package org.camsweep.scan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camsweep.capture.Packet;
import org.camsweep.observe.Endpoint;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;

/** Which probes may understand a captured datagram, by the ports that it went from and to. */
final class DatagramEars {
  private final Map<Integer, Set<Probe>> byPort = new TreeMap<>();
  private final Map<Integer, Set<Probe>> bySource = new TreeMap<>();

  DatagramEars(List<Probe> probes) {
    for (Probe probe : probes) {
      probe.overheard().forEach(l -> add(l.port(), probe));
      probe
          .answersFrom()
          .forEach(p -> bySource.computeIfAbsent(p, n -> new LinkedHashSet<>()).add(probe));
      if (probe instanceof Probe.Multicast asks) {
        asks.call(new UUID(0, 0)).forEach(a -> add(a.port(), probe));
      }
    }
  }

  private void add(int port, Probe probe) {
    byPort.computeIfAbsent(port, p -> new LinkedHashSet<>()).add(probe);
  }

  Set<Probe> of(Packet packet) {
    Set<Probe> all = new LinkedHashSet<>(byPort.getOrDefault(packet.fromPort(), Set.of()));
    all.addAll(byPort.getOrDefault(packet.toPort(), Set.of()));
    all.addAll(bySource.getOrDefault(packet.fromPort(), Set.of()));
    return all;
  }

  static Heard.Reply reply(Packet packet) {
    return new Heard.Reply(
        Optional.empty(),
        packet.from(),
        Endpoint.udp(packet.fromPort()),
        Optional.empty(),
        packet.at(),
        packet.payload(),
        packet.cut(),
        List.of(),
        Optional.empty());
  }
}
