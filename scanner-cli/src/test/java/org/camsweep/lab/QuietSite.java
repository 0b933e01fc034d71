package org.camsweep.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.cli.TimelessReport;

/**
 * A routed block of 256 addresses on which six cameras answer and nobody else says anything, with a
 * kernel's count of the questions that reach it.
 */
final class QuietSite implements AutoCloseable {
  static final String BLOCK = "10.200.0.0/24";
  static final List<String> CAMERAS =
      List.of(
          "10.200.0.7",
          "10.200.0.45",
          "10.200.0.90",
          "10.200.0.133",
          "10.200.0.170",
          "10.200.0.201");

  /** Packets a second: slow enough that a scan can be met in its middle. */
  static final int RATE = 400;

  /** SYNs, datagrams and data; no acknowledgements, and no good-byes of the kernel. */
  private static final String RULES =
      """
      table ip site {
        counter questions { }
        chain arriving {
          type filter hook prerouting priority -300;
          ip daddr != %1$s accept
          ip protocol udp counter name questions
          tcp flags & (syn | ack) == syn counter name questions
          tcp flags & psh == psh counter name questions
          ip daddr != { %2$s } drop
        }
      }
      """;

  private static final Pattern COUNT = Pattern.compile("packets (\\d+)");

  private final Pair pair;

  private QuietSite(Pair pair) {
    this.pair = pair;
  }

  static QuietSite open(String name) {
    Requirements.check(List.of(Pair.TOOLS));
    QuietSite site = new QuietSite(Pair.open(name));
    try {
      site.wayOut();
      site.pair.there().must("ip", "route", "add", "local", BLOCK, "dev", "lo");
      site.pair.there().must("nft", RULES.formatted(BLOCK, String.join(", ", CAMERAS)));
      List<String> words =
          new ArrayList<>(List.of("/usr/bin/python3", Cameras.source("faults/cameras.py")));
      words.addAll(CAMERAS);
      Process serving = site.pair.startThere(words.toArray(String[]::new));
      site.pair.await("the cameras", () -> site.pair.there().listens(serving, "tcp", 80));
      return site;
    } catch (RuntimeException e) {
      site.close();
      throw e;
    }
  }

  Pair pair() {
    return pair;
  }

  /** The route, which a kernel forgets with its interface or address. */
  void wayOut() {
    pair.here().must("ip", "route", "replace", BLOCK, "via", Pair.THERE, "dev", "eth0");
  }

  /** Questions that arrived up to now. */
  long questions() {
    Matcher count =
        COUNT.matcher(pair.there().must("nft", "list", "counter", "ip", "site", "questions"));
    if (!count.find()) {
      throw new IllegalStateException("no count");
    }
    return Long.parseLong(count.group(1));
  }

  /** The words of a scan of the site. */
  static List<String> scan(Path out) {
    return List.of(
        "scan",
        BLOCK,
        "--sensitive=owner-decision",
        "--operator=Lab",
        "--authorisation=LAB-1",
        "--rate=" + RATE,
        "--no-progress",
        "-d",
        out.toString());
  }

  static List<String> resume(Path out) {
    return List.of("scan", "--no-progress", "--resume", out.toString());
  }

  /** A camsweep that runs, and the file to which it prints. */
  record Started(Process process, Path printed) {
    /** Waits for its end. */
    int code() {
      try {
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
          throw new IllegalStateException("it does not end: " + text());
        }
        return process.exitValue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    String text() {
      try {
        return Files.readString(printed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Starts camsweep; {@code before} is run first, and may hold a limit or a variable. */
  Started start(String before, List<String> words) {
    try {
      Path printed = Files.createTempFile(pair.file("."), "printed", "");
      // Whoever is started in the background ignores Ctrl-C, and Java with him.
      List<String> all = new ArrayList<>(List.of("env", "--default-signal=INT"));
      all.addAll(List.of("sh", "-c", before + " exec \"$@\"", "sh"));
      all.addAll(Pair.command(List.of(), words.toArray(String[]::new)));
      return new Started(pair.here().start(printed, all), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the middle of a scan: something is on record, and much is left. */
  void awaitMiddle(Started scan, Path out, long questionsBefore) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos(); // Java may start slowly
    while (observations(out) < 3 || questions() - questionsBefore < 400) {
      if (!scan.process().isAlive() || System.nanoTime() > end) {
        scan.process().destroyForcibly();
        throw new IllegalStateException("no middle of the scan was met: " + scan.text());
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  static long observations(Path out) {
    try {
      Path file = out.resolve("observations.ndjson");
      return Files.exists(file) ? Files.readString(file).lines().count() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String report(Path out) {
    try {
      return Files.readString(out.resolve("report.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What must be the same however often a scan was cut off. */
  static JsonNode timeless(Path out) {
    return TimelessReport.of(report(out));
  }

  @Override
  public void close() {
    pair.close();
  }
}
