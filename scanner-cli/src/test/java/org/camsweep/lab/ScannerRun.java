package org.camsweep.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One scan by the real program, as its own process on the scanner's machine, and what it left.
 *
 * @param code the exit code
 * @param text what it printed
 * @param report the parsed {@code report.json}
 * @param observations the parsed lines of {@code observations.ndjson}
 * @param sent what really left the machine
 * @param outside what the router was handed for addresses outside the lab
 */
record ScannerRun(
    int code,
    String text,
    JsonNode report,
    List<JsonNode> observations,
    Outbound sent,
    List<String> outside) {
  /** Far beyond every scan of the lab: what reaches it hangs. */
  private static final Duration LIMIT = Duration.ofMinutes(9);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A name server outside the scope: a look-up would be a packet that should not be there. */
  private static final String NAME_SERVER =
      "mount -t tmpfs -o size=1m none /run && echo nameserver 198.51.100.53 > /run/resolv.conf"
          + " && { [ -h /etc/resolv.conf ] || mount --bind /run/resolv.conf /etc/resolv.conf; }"
          + " && exec \"$@\"";

  /**
   * How the program is started.
   *
   * @param environment as {@code NAME=value}
   * @param java further options of the virtual machine
   */
  record Start(List<String> environment, List<String> java) {}

  /** The result folder of a name. */
  static Path folder(String name) {
    return Path.of("target", "lab", Leftovers.prefix() + "results", name).toAbsolutePath();
  }

  /** Scans the blocks; {@code name} names the result folder. */
  static ScannerRun of(Lab lab, String name, List<String> scope, String... options) {
    return of(lab, name, scope, new Start(List.of(), List.of()), options);
  }

  static ScannerRun of(Lab lab, String name, List<String> scope, Start start, String... options) {
    return run(lab, name, scope, command(folder(name), scope, start, options));
  }

  /**
   * Scans from another machine than the lab's, whose router is not the lab's.
   *
   * @param broadcast the directed broadcast address of its link
   */
  static ScannerRun from(
      Netns scanner,
      String broadcast,
      String name,
      List<String> scope,
      Start start,
      String... options) {
    List<String> words = command(folder(name), scope, start, options);
    return run(scanner, broadcast, name, scope, words, List::of);
  }

  private static ScannerRun run(Lab lab, String name, List<String> scope, List<String> words) {
    lab.wiring().forgetOutside();
    String broadcast = Segment.SITE.address(255);
    return run(lab.scanner(), broadcast, name, scope, words, lab.wiring()::outside);
  }

  private static ScannerRun run(
      Netns scanner,
      String broadcast,
      String name,
      List<String> scope,
      List<String> words,
      Supplier<List<String>> outside) {
    Path folder = folder(name);
    Outbound sent = Outbound.watch(scanner, scope, broadcast);
    Command.Result result = scanner.run(LIMIT, words.toArray(String[]::new));
    try {
      Path report = folder.resolve("report.json");
      if (!Files.exists(report)) {
        throw new IllegalStateException(
            "no report; exit code " + result.code() + ": " + result.text());
      }
      List<JsonNode> observations = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("observations.ndjson"))) {
        observations.add(JSON.readTree(line));
      }
      JsonNode tree = JSON.readTree(report.toFile());
      return new ScannerRun(
          result.code(), result.text(), tree, observations, sent.now(), outside.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a scan would send, as the program prints it. */
  static String foretold(Lab lab, List<String> scope, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--dry-run");
    Start start = new Start(List.of(), List.of());
    List<String> words = command(folder("foretold"), scope, start, all.toArray(String[]::new));
    Command.Result result = lab.scanner().run(LIMIT, words.toArray(String[]::new));
    if (!result.ok()) {
      throw new IllegalStateException("no forecast: " + result.text());
    }
    return result.text();
  }

  /** Goes on with an earlier run of that name; what leaves the machine is counted anew. */
  static ScannerRun resumed(Lab lab, String name, List<String> scope, Start start) {
    List<String> words = started(start);
    words.addAll(List.of("--resume", folder(name).toString()));
    return run(lab, name, scope, words);
  }

  private static List<String> command(
      Path folder, List<String> scope, Start start, String... options) {
    List<String> words = started(start);
    words.addAll(scope);
    words.addAll(List.of("-d", folder.toString()));
    words.addAll(List.of(options));
    return words;
  }

  private static List<String> started(Start start) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", NAME_SERVER, "sh", "env"));
    words.addAll(start.environment());
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx512m");
    words.addAll(start.java());
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of("org.camsweep.cli.Main", "scan"));
    return words;
  }

  Stream<JsonNode> devices() {
    return StreamSupport.stream(report.path("devices").spliterator(), false);
  }

  /** The device with the address; textual forms of IPv6 may differ. */
  Optional<JsonNode> device(String address) {
    return devices().filter(d -> addresses(d).contains(plain(address))).findFirst();
  }

  /** What kind the report gives the device at the address; {@code none} if it lists no device. */
  String kind(String address) {
    return device(address).map(d -> d.path("kind").asText()).orElse("none");
  }

  /** The values of a field in what was heard from the address. */
  List<String> heard(String address, String field) {
    return observations.stream()
        .filter(o -> plain(o.path("address").asText("")).equals(plain(address)))
        .flatMap(o -> StreamSupport.stream(o.path("facts").path(field).spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  static List<String> addresses(JsonNode device) {
    return StreamSupport.stream(device.path("addresses").spliterator(), false)
        .map(a -> plain(a.asText()))
        .toList();
  }

  private static String plain(String address) {
    try {
      String text = address.replaceAll("%.*", "");
      return text.isEmpty() ? "" : InetAddress.getByName(text).getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
