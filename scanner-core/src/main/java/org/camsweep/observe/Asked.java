package org.camsweep.observe;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent to one host of its own: not the calls to whole links.
 *
 * @param questions how many were put, by the name of the probe; one that met a closed port counts,
 *     one that was put again counts again
 * @param packets as they were charged against the pace, acknowledgements of TCP with them
 */
public record Asked(Map<String, Long> questions, long packets) {
  public static final Asked NOTHING = new Asked(Map.of(), 0);

  public Asked {
    questions = Collections.unmodifiableMap(new TreeMap<>(questions));
  }

  /** So many questions of one probe. */
  public static Asked by(ProbeId probe, long questions, long packets) {
    return new Asked(Map.of(probe.name(), questions), packets);
  }

  /** Both together. */
  public Asked plus(Asked more) {
    Map<String, Long> all = new TreeMap<>(questions);
    more.questions.forEach((probe, n) -> all.merge(probe, n, Long::sum));
    return new Asked(all, packets + more.packets);
  }

  /** How many questions, of all probes. */
  public long count() {
    return questions.values().stream().mapToLong(Long::longValue).sum();
  }

  public boolean isNothing() {
    return packets == 0 && questions.isEmpty();
  }
}
