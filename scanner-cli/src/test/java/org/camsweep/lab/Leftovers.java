package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Ends what a lab started: its processes (those inside its own namespaces) and its namespaces. A
 * namespace's name holds the process id of its run, so that two runs never meet and a dead run's
 * remains are known.
 */
final class Leftovers {
  private static final String PREFIX = "camsweep-";

  /** Ends the namespaces whose names start with $1: first what runs inside, then themselves. */
  private static final String SWEEP =
      "for n in $(ip netns list | cut -d' ' -f1); do case $n in \"$1\"*)"
          + " for p in $(ip netns pids $n); do kill -9 $p 2>/dev/null; done;"
          + " ip netns del $n 2>/dev/null;; esac; done";

  private Leftovers() {}

  /** How the namespaces of this run are named. */
  static String prefix() {
    return prefix(ProcessHandle.current().pid());
  }

  private static String prefix(long pid) {
    return PREFIX + pid + "-";
  }

  /** Ends this run's namespaces. */
  static void endOwn() {
    sweep(prefix());
  }

  /** Ends namespaces of runs whose process is no more. */
  static void endDead() {
    Command.must("ip", "netns", "list")
        .lines()
        .filter(line -> line.matches(PREFIX + "[0-9]+-.*"))
        .map(line -> line.substring(PREFIX.length(), line.indexOf('-', PREFIX.length())))
        .map(Long::parseLong)
        .distinct()
        .filter(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty())
        .forEach(pid -> sweep(prefix(pid)));
  }

  /**
   * Starts a shell that waits for this process to be gone, however it went, and then ends its
   * namespaces. It waits on a pipe, whose other end this process holds.
   */
  static Process guard() {
    try {
      return new ProcessBuilder("setsid", "sh", "-c", "cat >/dev/null; " + SWEEP, "sh", prefix())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep(String prefix) {
    Command.run(Duration.ofSeconds(60), List.of("sh", "-c", SWEEP, "sh", prefix));
  }
}
