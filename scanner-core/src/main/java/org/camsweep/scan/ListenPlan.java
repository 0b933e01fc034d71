package org.camsweep.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Scope;

/**
 * What is to be listened to.
 *
 * @param scope what the heard addresses are judged as; nothing is sent to it
 * @param interfaces names of the interfaces, at least one
 * @param joins whether multicast groups are joined, which the kernel tells the link
 * @param span how long; empty until stopped
 */
public record ListenPlan(
    Scope scope,
    List<Probe> probes,
    Set<String> interfaces,
    boolean joins,
    Optional<Duration> span) {
  public ListenPlan {
    probes = List.copyOf(probes);
    interfaces = Set.copyOf(interfaces);
    if (interfaces.isEmpty()) {
      throw new IllegalArgumentException("no interface to listen on");
    }
  }
}
