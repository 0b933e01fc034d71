package org.camsweep.house;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of rooms in ARCHITECTURE.md: who may use whom. */
final class Rooms {
  static final String ROOT = "org.camsweep";

  private static final Set<String> ASKING = Set.of("probe.spi", "observe", "site");
  private static final Set<String> BELIEVING =
      Set.of(
          "policy", "exposure", "identify", "fingerprint", "device", "observe", "site", "config");

  /** What each room may use beside itself; {@code X.*} stands for every room below X. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("config", Set.of()),
          entry("site", Set.of("config")),
          entry("observe", Set.of("site")),
          entry("probe.spi", Set.of("observe", "site")),
          entry("probe.*", ASKING),
          entry("probe", Set.of("probe.*", "probe.spi", "observe", "site")),
          entry("net", ASKING),
          entry("net.*", Set.of("net", "probe.spi", "observe", "site")),
          entry("interview", Set.of("probe.spi", "observe", "site", "config")),
          entry("capture", Set.of("probe.spi", "observe", "site", "config")),
          entry("nmap", Set.of("site", "observe", "config")),
          entry("journal", Set.of("observe", "site", "config")),
          entry("manifest", Set.of("journal", "observe", "config")),
          entry("device", Set.of("observe", "site")),
          entry("recording", Set.of("observe", "site")),
          entry("withhold", Set.of("observe")),
          entry("store", Set.of("manifest", "fingerprint", "config")),
          entry("exposure", Set.of("identify", "fingerprint", "device", "observe", "config")),
          entry("pattern", Set.of()),
          entry("fingerprint", Set.of("pattern", "observe", "config")),
          entry("identify", Set.of("fingerprint", "pattern", "device", "observe", "site")),
          entry("policy", Set.of("identify", "fingerprint", "device", "site", "config", "observe")),
          entry("report", BELIEVING),
          entry("export.spi", Set.of("report", "observe")),
          entry(
              "export.*",
              Set.of(
                  "export.spi",
                  "report",
                  "policy",
                  "exposure",
                  "identify",
                  "fingerprint",
                  "device",
                  "observe",
                  "site")),
          entry("export", Set.of("export.*", "export.spi", "report")),
          entry("scan", Set.of("*")));

  private Rooms() {}

  /** The room of a class, for example {@code probe.wsd}; empty for a class of no room. */
  static Optional<String> of(JavaClass c) {
    String name = c.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return Optional.empty();
    }
    String room = name.substring(ROOT.length() + 1);
    return key(room).isPresent() ? Optional.of(room) : Optional.empty();
  }

  static boolean mayUse(String from, String to) {
    Set<String> allowed = key(from).map(MAY_USE::get).orElse(Set.of());
    return from.equals(to)
        || allowed.contains("*")
        || allowed.contains(to)
        || key(to).filter(k -> k.endsWith(".*")).filter(allowed::contains).isPresent();
  }

  static String cure(String from) {
    return key(from)
        .map(k -> "room '" + from + "' may use " + sorted(MAY_USE.get(k)))
        .orElse("room '" + from + "' is not in the table");
  }

  private static String sorted(Set<String> rooms) {
    return rooms.isEmpty() ? "no other room" : String.join(", ", new java.util.TreeSet<>(rooms));
  }

  private static Optional<String> key(String room) {
    if (MAY_USE.containsKey(room)) {
      return Optional.of(room);
    }
    int dot = room.indexOf('.');
    String family = dot < 0 ? room : room.substring(0, dot) + ".*";
    boolean oneDeep = room.indexOf('.', dot + 1) < 0;
    return oneDeep && MAY_USE.containsKey(family) ? Optional.of(family) : Optional.empty();
  }
}
