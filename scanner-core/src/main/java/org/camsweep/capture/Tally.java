package org.camsweep.capture;

import java.util.Map;
import java.util.TreeMap;

/** What became of the frames of a capture, by name: nothing is passed over without a count. */
public final class Tally {
  private final Map<String, Long> counts = new TreeMap<>();

  public void add(String name) {
    add(name, 1);
  }

  public void add(String name, long n) {
    counts.merge(name, n, Long::sum);
  }

  public long get(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** A sorted copy. */
  public Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }
}
