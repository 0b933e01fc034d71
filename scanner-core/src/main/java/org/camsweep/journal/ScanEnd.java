package org.camsweep.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a scan ended. A result without it was cut off.
 *
 * @param complete whether every address got its outcome from the network
 * @param interfaces the links that really listened
 * @param counters packets, connections and refusals by name
 * @param remarks what went differently from the plan, in plain words
 */
public record ScanEnd(
    Instant ended,
    boolean complete,
    List<String> interfaces,
    Map<String, Long> counters,
    List<String> remarks) {
  public ScanEnd {
    interfaces = List.copyOf(interfaces);
    counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    remarks = List.copyOf(remarks);
  }
}
