package org.camsweep.net.neighbours;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Asks the operating system for its neighbours: {@code ip neigh} or {@code /proc/net/arp} on Linux,
 * {@code arp -an} and {@code ndp -an} on macOS, {@code arp -a} and {@code netsh} on Windows. Needs
 * no privilege and sends nothing.
 */
public final class NeighbourTable {
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private NeighbourTable() {}

  /** The usable entries now; none where the system does not tell. */
  public static List<Neighbour> read() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("linux")) {
      String text = output(List.of("ip", "neigh", "show"));
      return NeighbourText.read(text.isEmpty() ? file(Path.of("/proc/net/arp")) : text);
    }
    boolean windows = os.startsWith("windows"); // and not "darwin"
    List<String> four = windows ? List.of("arp", "-a") : List.of("arp", "-an");
    List<String> six =
        windows
            ? List.of("netsh", "interface", "ipv6", "show", "neighbors")
            : List.of("ndp", "-an");
    return NeighbourText.read(output(four) + "\n" + output(six));
  }

  private static String output(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      try (InputStream in = process.getInputStream()) {
        byte[] bytes = in.readNBytes(MAX_BYTES);
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
      }
    } catch (IOException e) {
      return ""; // no such program here: the caller reads another source
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String file(Path path) {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // not told: the report shows no hardware addresses
    }
  }
}
