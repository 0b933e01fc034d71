package org.camsweep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camsweep.net.Budget;
import org.camsweep.net.Nic;
import org.camsweep.site.Cidr;
import picocli.CommandLine.Command;

/** Looks at this machine before a scan. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Check this machine before a scan: Java, interfaces, open files, neighbour table, clock.",
      "Sends nothing. A line that begins with 'note' says what to change, and why."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  camsweep doctor"})
final class DoctorCommand implements Callable<Integer> {
  private static final int FILES_WANTED = 2_600;
  private static final int NEIGHBOURS_USUAL = 1_024;
  private static final long MIB = 1024L * 1024;

  /** A check's answer. */
  private enum Sign {
    OK,
    NOTE
  }

  private final Terminal terminal;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    say(Sign.OK, "Java", Runtime.version() + " on " + System.getProperty("os.name"));
    long heap = Runtime.getRuntime().maxMemory() / MIB;
    say(
        heap < 200 ? Sign.NOTE : Sign.OK,
        "memory",
        "%,d MiB for Java%s"
            .formatted(heap, heap < 200 ? "; give more with CAMSWEEP_JAVA_OPTS=-Xmx512m" : ""));
    interfaces();
    openFiles();
    neighbourTable();
    KernelLimits limits = KernelLimits.here();
    limits.notes().forEach(note -> say(Sign.NOTE, note.what(), note.text()));
    limits.fine().forEach(fine -> say(Sign.OK, fine.what(), fine.text()));
    say(
        Sign.OK,
        "routers",
        "each is asked to carry %,d new connections and searches a second at most, whatever --rate"
                .formatted(Budget.ROUTER_FLOWS)
            + " says");
    say(Sign.OK, "clock", Instant.now() + " (UTC); a report is only as right as this");
    return ExitCode.DONE;
  }

  private void interfaces() {
    List<Nic> nics = Nic.usable();
    if (nics.isEmpty()) {
      say(
          Sign.NOTE,
          "interfaces",
          "none is up that can multicast: cameras are found by address only, not by announcement");
    }
    for (Nic nic : nics) {
      String blocks = nic.blocks().stream().map(Cidr::toString).collect(Collectors.joining(", "));
      say(Sign.OK, "interface", nic.name() + ": " + blocks);
    }
  }

  private void openFiles() {
    long limit = limit(Path.of("/proc/self/limits"), "Max open files");
    if (limit > 0 && limit < FILES_WANTED) {
      say(
          Sign.NOTE,
          "open files",
          "limit %,d is low for a fast scan; raise it with 'ulimit -n 4096'".formatted(limit));
    } else if (limit > 0) {
      say(Sign.OK, "open files", "limit %,d".formatted(limit));
    }
  }

  private void neighbourTable() {
    Path most = Path.of("/proc/sys/net/ipv4/neigh/default/gc_thresh3");
    try {
      if (Files.isReadable(most)) {
        int size = Integer.parseInt(firstLine(most));
        String cure =
            "; for an attached network of more addresses raise it:"
                + " sysctl net.ipv4.neigh.default.gc_thresh3=16384";
        say(
            size <= NEIGHBOURS_USUAL ? Sign.NOTE : Sign.OK,
            "neighbours",
            "the kernel keeps %,d%s".formatted(size, size <= NEIGHBOURS_USUAL ? cure : ""));
      }
    } catch (IOException | NumberFormatException e) {
      say(Sign.NOTE, "neighbours", "the kernel's table size cannot be read");
    }
  }

  /** Read at one go: a system control gives all it has to the first read, however short. */
  private static String firstLine(Path control) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(control)) {
      return String.valueOf(reader.readLine()).strip();
    }
  }

  private static long limit(Path file, String name) {
    try {
      return Files.isReadable(file)
          ? Files.readAllLines(file).stream()
              .filter(l -> l.startsWith(name))
              .map(l -> l.substring(name.length()).strip().replaceAll("\\s.*", ""))
              .filter(w -> w.matches("\\d{1,18}"))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElse(0)
          : 0;
    } catch (IOException e) {
      return 0; // not Linux, or not readable: nothing to say about it
    }
  }

  private void say(Sign sign, String what, String text) {
    terminal
        .out()
        .println("%-4s  %-11s %s".formatted(sign.name().toLowerCase(Locale.ROOT), what, text));
  }
}
