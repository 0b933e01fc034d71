package org.camsweep.probe.spi;

import java.util.List;
import java.util.TreeSet;

/** Which limits ended the reading of one reply, each named once with its value. */
public final class Cuts {
  private final TreeSet<String> named = new TreeSet<>();

  /**
   * A limit was met.
   *
   * @param what it limits, as {@code docs/robustness.md} names it
   */
  public void at(String what, long most) {
    named.add(what + " (" + most + ")");
  }

  void addAll(List<String> others) {
    named.addAll(others);
  }

  boolean isEmpty() {
    return named.isEmpty();
  }

  /** For example {@code headers of a reply (100)}. */
  public List<String> named() {
    return List.copyOf(named);
  }
}
