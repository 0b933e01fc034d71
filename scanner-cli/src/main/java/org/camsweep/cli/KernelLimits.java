package org.camsweep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Limits of the kernel that a scan can run into (Linux; elsewhere nothing is told): what each is,
 * what happens at it, and how to raise it.
 */
record KernelLimits(List<Line> notes, List<Line> fine) {
  private static final long PORTS_WANTED = 4_000;
  private static final long BUFFER_WANTED = 1 << 20;

  /** One line of the answer. */
  record Line(String what, String text) {}

  static KernelLimits here() {
    return read(Path.of("/proc/sys"));
  }

  static KernelLimits read(Path controls) {
    List<Line> notes = new ArrayList<>();
    List<Line> fine = new ArrayList<>();
    ports(numbers(controls.resolve("net/ipv4/ip_local_port_range")), notes, fine);
    buffer(numbers(controls.resolve("net/core/rmem_max")), notes, fine);
    return new KernelLimits(notes, fine);
  }

  private static void ports(List<Long> range, List<Line> notes, List<Line> fine) {
    if (range.size() != 2) {
      return;
    }
    long ports = range.get(1) - range.get(0) + 1;
    if (ports < PORTS_WANTED) {
      String text =
          "the kernel gives %,d; connections then wait for each other. Raise it:"
              + " sysctl net.ipv4.ip_local_port_range='32768 60999'";
      notes.add(new Line("local ports", text.formatted(ports)));
    } else {
      fine.add(new Line("local ports", "the kernel gives %,d".formatted(ports)));
    }
  }

  private static void buffer(List<Long> most, List<Line> notes, List<Line> fine) {
    if (most.size() != 1) {
      return;
    }
    if (most.get(0) < BUFFER_WANTED) {
      String text =
          "the kernel allows %,d bytes; many answers at once may find it full (counted in the"
              + " report, and asked again). Raise it: sysctl net.core.rmem_max=4194304";
      notes.add(new Line("receive", text.formatted(most.get(0))));
    } else {
      fine.add(
          new Line("receive", "the kernel allows buffers of %,d bytes".formatted(most.get(0))));
    }
  }

  private static List<Long> numbers(Path control) {
    if (!Files.isReadable(control)) {
      return List.of();
    }
    // Read at one go: a system control gives all it has to the first read, however short.
    try (BufferedReader reader = Files.newBufferedReader(control)) {
      List<Long> numbers = new ArrayList<>();
      for (String word : String.valueOf(reader.readLine()).strip().split("\\s+", -1)) {
        numbers.add(Long.parseLong(word));
      }
      return numbers;
    } catch (IOException | NumberFormatException e) {
      return List.of(); // not told
    }
  }
}
