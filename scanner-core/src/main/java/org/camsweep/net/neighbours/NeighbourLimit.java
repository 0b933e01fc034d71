package org.camsweep.net.neighbours;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many neighbours the kernel keeps. */
public final class NeighbourLimit {
  /** What Linux keeps unless told otherwise ({@code gc_thresh3}, arp(7)). */
  public static final int USUAL = 1_024;

  private static final Path CONTROL = Path.of("/proc/sys/net/ipv4/neigh/default/gc_thresh3");

  private NeighbourLimit() {}

  /** The limit; {@link #USUAL} where the system does not tell, as in a network namespace. */
  public static int read() {
    return read(CONTROL);
  }

  static int read(Path control) {
    if (!Files.isReadable(control)) {
      return USUAL;
    }
    // Read at one go: a system control gives all it has to the first read, however short.
    try (BufferedReader reader = Files.newBufferedReader(control)) {
      int limit = Integer.parseInt(String.valueOf(reader.readLine()).strip());
      return limit > 0 ? limit : USUAL;
    } catch (IOException | NumberFormatException e) {
      return USUAL; // not told
    }
  }
}
