package org.camsweep.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many datagrams the kernel dropped because this process did not read them in time (Linux: the
 * last column of {@code /proc/net/udp}, for the sockets that this process holds).
 */
public final class KernelDrops {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d{1,18})\\]");
  private static final int INODE = 9;
  private static final int DROPS = 12;

  private static final int LOCAL = 1;

  private KernelDrops() {}

  /** The sum so far; empty where the system does not tell. */
  static OptionalLong count() {
    return count("");
  }

  /** Those at the sockets of one local port, also a library's. */
  public static OptionalLong at(int port) {
    return count(":%04X".formatted(port));
  }

  private static OptionalLong count(String port) {
    Path net = Path.of("/proc/self/net");
    if (!Files.isReadable(net.resolve("udp"))) {
      return OptionalLong.empty();
    }
    try {
      Set<String> own = own(Path.of("/proc/self/fd"));
      long sum = 0;
      for (String table : List.of("udp", "udp6")) {
        if (Files.isReadable(net.resolve(table))) {
          sum += of(Files.readString(net.resolve(table), StandardCharsets.US_ASCII), own, port);
        }
      }
      return OptionalLong.of(sum);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static Set<String> own(Path descriptors) throws IOException {
    Set<String> own = new HashSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
      for (Path one : all) {
        inode(one).ifPresent(own::add);
      }
    }
    return own;
  }

  /** Empty for what is no socket, or was closed meanwhile: it drops nothing any more. */
  private static Optional<String> inode(Path descriptor) {
    try {
      Matcher socket = SOCKET.matcher(Files.readSymbolicLink(descriptor).toString());
      return socket.matches() ? Optional.of(socket.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The drops of the table's lines whose inode is among these and whose place ends so. */
  static long of(String table, Set<String> inodes, String port) {
    long sum = 0;
    for (String line : table.lines().toList()) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length > DROPS
          && columns[LOCAL].endsWith(port)
          && inodes.contains(columns[INODE])
          && columns[DROPS].matches("\\d{1,18}")) {
        sum += Long.parseLong(columns[DROPS]);
      }
    }
    return sum;
  }
}
