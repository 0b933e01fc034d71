package org.camsweep.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the kernel threw away, by its own count (Linux; elsewhere nothing is told). Answers that
 * found a full receive buffer, and packets for which the neighbour table had no place, look like
 * silence from the far side of a socket.
 *
 * @param counts by the name of the report's counter
 */
public record KernelCounts(Map<String, Long> counts) {
  /** Datagrams that came to our own sockets and found no room. */
  public static final String DATAGRAMS = "kernel.datagrams-dropped";

  /** Packets that could not leave because the neighbour table was full. */
  public static final String NEIGHBOURS = "kernel.neighbour-table-full";

  public KernelCounts {
    counts = Map.copyOf(counts);
  }

  /**
   * The counts now.
   *
   * @param ports local UDP ports of our own sockets
   */
  static KernelCounts now(Set<Integer> ports) {
    return read(Path.of("/proc/net"), ports);
  }

  static KernelCounts read(Path folder, Set<Integer> ports) {
    Map<String, Long> counts = new TreeMap<>();
    if (Files.isReadable(folder.resolve("udp"))) {
      counts.put(DATAGRAMS, dropped(folder, ports));
    }
    counts.put(
        NEIGHBOURS,
        column(folder.resolve("stat/arp_cache"), "table_fulls")
            + column(folder.resolve("stat/ndisc_cache"), "table_fulls"));
    return new KernelCounts(counts);
  }

  /** Whether this system tells at all which datagrams it dropped. */
  public boolean told() {
    return counts.containsKey(DATAGRAMS);
  }

  /** What was added since; counts that did not grow are left out. */
  public Map<String, Long> since(KernelCounts before) {
    Map<String, Long> grown = new TreeMap<>();
    counts.forEach(
        (name, n) -> {
          long more = n - before.counts.getOrDefault(name, 0L);
          if (more > 0) {
            grown.put(name, more);
          }
        });
    return grown;
  }

  /** Datagrams dropped so far at each of the ports. */
  static Map<Integer, Long> drops(Path folder, Set<Integer> ports) {
    Map<Integer, Long> drops = new TreeMap<>();
    for (String table : List.of("udp", "udp6")) {
      lines(folder.resolve(table)).stream()
          .skip(1)
          .map(l -> l.strip().split("\\s+", -1))
          .filter(p -> p.length > 12 && ports.contains(port(p[1])))
          .forEach(p -> drops.merge(port(p[1]), number(p[p.length - 1], 10), Long::sum));
    }
    return drops;
  }

  /** The last column of our own sockets: {@code sl local_address … drops}. */
  private static long dropped(Path folder, Set<Integer> ports) {
    return drops(folder, ports).values().stream().mapToLong(Long::longValue).sum();
  }

  private static int port(String local) {
    return (int) number(local.substring(local.lastIndexOf(':') + 1), 16);
  }

  /** A heading, and below it a line of hexadecimal numbers for each processor. */
  private static long column(Path file, String name) {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      return 0;
    }
    int at = List.of(lines.get(0).strip().split("\\s+", -1)).indexOf(name);
    return lines.stream()
        .skip(1)
        .map(l -> l.strip().split("\\s+", -1))
        .filter(p -> at >= 0 && at < p.length)
        .mapToLong(p -> number(p[at], 16))
        .sum();
  }

  private static long number(String text, int radix) {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      return 0; // a kernel that writes it otherwise: not told
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isReadable(file)
          ? Files.readAllLines(file, StandardCharsets.ISO_8859_1)
          : List.of();
    } catch (IOException e) {
      return List.of(); // not this system, or not for us: not told
    }
  }
}
