package org.camsweep.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/**
 * Two machines on one cable and nothing else: small enough that every packet on it is accounted
 * for.
 */
final class Pair implements AutoCloseable {
  static final String HERE = "10.78.1.1";
  static final String THERE = "10.78.1.2";
  static final String THERE_MAC = "02:78:01:00:00:02";

  /** Programs that make and read the inputs of these tests. */
  static final Peer TOOLS =
      new Peer(
          "tools",
          Segment.SITE,
          0,
          List.of(
              "tcpdump",
              "dumpcap",
              "text2pcap",
              "nmap",
              "snmpd",
              "/usr/bin/python3",
              "/usr/lib/python3/dist-packages/scapy"),
          Peer.Preparation.NONE,
          folder -> List.of(),
          List.of());

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process guard;
  private final Path folder;
  private final Netns here;
  private final Netns there;
  private final List<Process> started = new ArrayList<>();

  private Pair(String name) {
    Leftovers.endDead();
    this.guard = Leftovers.guard();
    this.folder = Path.of("target", "lab", Leftovers.prefix() + name).toAbsolutePath();
    this.here = Netns.make(Leftovers.prefix() + name + "-a");
    this.there = Netns.make(Leftovers.prefix() + name + "-b");
  }

  static Pair open(String name) {
    Pair pair = new Pair(name);
    try {
      Files.createDirectories(pair.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Command.must(
        ("ip link add eth0 address 02:78:01:00:00:01 netns " + pair.here.name())
            .concat(" type veth peer name eth0 address " + THERE_MAC)
            .concat(" netns " + pair.there.name())
            .split(" ", -1));
    up(pair.here, HERE, "fd78::1");
    up(pair.there, THERE, "fd78::2");
    return pair;
  }

  private static void up(Netns host, String four, String six) {
    host.must(
        "sh",
        "-c",
        "ip addr add %s/24 brd + dev eth0; ip addr add %s/64 dev eth0 nodad".formatted(four, six)
            + "; ip link set eth0 up; ip route add default dev eth0");
  }

  /** Where the tests run camsweep. */
  Netns here() {
    return here;
  }

  /** Where the others stand. */
  Netns there() {
    return there;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Starts a program of the other machine. */
  Process startThere(String... words) {
    return start(there, words);
  }

  Process startHere(String... words) {
    return start(here, words);
  }

  private Process start(Netns where, String... words) {
    Process process = where.start(file("log"), List.of(words));
    started.add(process);
    return process;
  }

  String log() {
    try {
      return Files.readString(file("log"));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  /** Waits until something is so, for half a minute at most. */
  void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(what + " did not come: " + log());
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Runs camsweep here. */
  Command.Result camsweep(String... words) {
    return camsweep(List.of(), words);
  }

  /**
   * Runs camsweep here.
   *
   * @param environment as {@code NAME=value}
   */
  Command.Result camsweep(List<String> environment, String... words) {
    return here.run(LIMIT, command(environment, words).toArray(String[]::new));
  }

  static List<String> command(List<String> environment, String... words) {
    List<String> all = new ArrayList<>(List.of("env"));
    all.addAll(environment);
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    all.add("org.camsweep.cli.Main");
    all.addAll(List.of(words));
    return all;
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All values of a field in a result folder's observations of one address. */
  static List<String> heard(Path result, String address, String field) {
    try {
      List<String> values = new ArrayList<>();
      for (String line : Files.readAllLines(result.resolve("observations.ndjson"))) {
        JsonNode one = JSON.readTree(line);
        if (one.path("address").asText().equals(address)) {
          StreamSupport.stream(one.path("facts").path(field).spliterator(), false)
              .map(JsonNode::asText)
              .forEach(values::add);
        }
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    List.of(here, there).forEach(Netns::end);
    guard.destroy();
  }
}
