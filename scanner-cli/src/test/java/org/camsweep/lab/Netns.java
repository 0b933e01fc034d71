package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One network namespace: a machine of the lab, with its own interfaces and processes. */
final class Netns {
  /**
   * Every server has its own /run, so that none leaves a file on the machine, and no name server to
   * wait for.
   */
  private static final String OWN_RUN =
      "mount -t tmpfs -o size=8m none /run && : > /run/resolv.conf"
          + " && { [ -h /etc/resolv.conf ] || mount --bind /run/resolv.conf /etc/resolv.conf; }"
          + " && exec \"$@\"";

  private static final String QUIET_IPV6 =
      "cd /proc/sys/net/ipv6/conf; for c in all default; do"
          + " echo 0 > $c/accept_dad; echo 0 > $c/accept_ra; done; ";

  private final String name;

  private Netns(String name) {
    this.name = name;
  }

  /** Makes the namespace; the loopback interface is up, nothing else is there. */
  static Netns make(String name) {
    Command.must("ip", "netns", "add", name);
    Netns made = new Netns(name);
    made.must("sh", "-c", QUIET_IPV6 + "ip link set lo up");
    return made;
  }

  String name() {
    return name;
  }

  /** Ends what runs inside, and the namespace. */
  void end() {
    Command.run(
        Duration.ofSeconds(20),
        List.of(
            "sh",
            "-c",
            "for p in $(ip netns pids $1); do kill -9 $p; done; ip netns del $1",
            "sh",
            name));
  }

  /** Runs a command in the namespace that must succeed. */
  String must(String... words) {
    return Command.must(inside(List.of(words)).toArray(String[]::new));
  }

  Command.Result run(Duration limit, String... words) {
    return Command.run(limit, inside(List.of(words)));
  }

  /** Starts a server in the namespace; what it prints goes to the file. */
  Process start(Path log, List<String> words) {
    List<String> all = new ArrayList<>(List.of("sh", "-c", OWN_RUN, "sh"));
    all.addAll(words);
    try {
      return new ProcessBuilder(inside(all))
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + words.get(0), e);
    }
  }

  /** Whether a socket of the kind (tcp listening, udp bound) has the port, in either family. */
  boolean listens(Process inside, String kind, int port) {
    Path table = Path.of("/proc", Long.toString(inside.pid()), "net");
    if (!arrived(inside)) {
      return false;
    }
    String local = String.format(":%04X", port);
    return Stream.of(kind, kind + "6").anyMatch(t -> holds(table.resolve(t), kind, local));
  }

  /** Before {@code ip netns exec} has moved it, a process still shows the machine's own sockets. */
  private boolean arrived(Process process) {
    try {
      Path its = Path.of("/proc", Long.toString(process.pid()), "ns", "net");
      return Files.getAttribute(its, "unix:ino")
          .equals(Files.getAttribute(Path.of("/run/netns", name), "unix:ino"));
    } catch (IOException e) {
      return false; // it ended
    }
  }

  private static boolean holds(Path table, String kind, String local) {
    try {
      return Files.readAllLines(table).stream()
          .map(line -> line.strip().split("\\s+", -1))
          .anyMatch(
              c ->
                  c.length > 3
                      && c[1].endsWith(local)
                      && (kind.equals("udp") || c[3].equals("0A"))); // 0A: TCP_LISTEN
    } catch (IOException e) {
      return false; // it ended
    }
  }

  /** The command line that runs the words inside. */
  List<String> inside(List<String> words) {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", name));
    all.addAll(words);
    return all;
  }
}
