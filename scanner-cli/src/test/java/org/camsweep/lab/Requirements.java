package org.camsweep.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.house.NotRun;

/** Whether this machine can hold the lab; a machine that cannot is told so loudly. */
final class Requirements {
  private static final List<String> TOOLS =
      List.of("ip", "nft", "setsid", "mount", "openssl", "curl", "nc", "avahi-browse", "snmpget");

  private Requirements() {}

  /** Ends the test unless the lab can stand. */
  static void check(List<Peer> peers) {
    Optional<String> missing = missing(peers);
    NotRun.unless(
        missing.isEmpty(),
        "the network lab: "
            + missing.orElse("")
            + " (see scanner-cli/src/test/lab/install, run as root on Linux)");
  }

  private static Optional<String> missing(List<Peer> peers) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("it needs Linux's network namespaces");
    }
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("only root can make network namespaces");
    }
    List<String> absent =
        Stream.concat(TOOLS.stream(), peers.stream().flatMap(p -> p.needs().stream()))
            .distinct()
            .filter(need -> !present(need))
            .toList();
    if (!absent.isEmpty()) {
      return Optional.of("not installed: " + String.join(", ", absent));
    }
    return namespaces();
  }

  /** A container may be root and yet not be allowed to make one. */
  private static Optional<String> namespaces() {
    Command.Result result =
        Command.run(
            Duration.ofSeconds(10),
            List.of("unshare", "--net", "--mount", "nft", "list", "tables"));
    return result.ok()
        ? Optional.empty()
        : Optional.of("this machine lets nobody make network namespaces: " + result.text().strip());
  }

  private static boolean present(String need) {
    if (need.startsWith("/")) {
      return Files.exists(Path.of(need));
    }
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.concat(Stream.of(path.split(":", -1)), Stream.of("/usr/sbin", "/sbin"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, need)));
  }
}
