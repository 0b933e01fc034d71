package org.camsweep.scan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a scan ended.
 *
 * @param complete whether every address got its outcome from the network
 * @param interfaces the links that really listened
 * @param remarks what went differently from the plan
 * @param devicesLost whether the scan stopped itself because devices ceased to answer
 * @param cutOff why this machine has no way to the scope any more, if that stopped the scan
 */
public record ScanEnding(
    Instant ended,
    boolean complete,
    List<String> interfaces,
    Map<String, Long> counters,
    List<String> remarks,
    boolean devicesLost,
    Optional<String> cutOff) {
  /** The same after a further stage, which ended now. */
  public ScanEnding with(boolean whole, Map<String, Long> counted, List<String> said) {
    return new ScanEnding(Instant.now(), whole, interfaces, counted, said, devicesLost, cutOff);
  }
}
