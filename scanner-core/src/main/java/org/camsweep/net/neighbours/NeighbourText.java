package org.camsweep.net.neighbours;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/**
 * Reads the texts in which operating systems show their neighbours. Read by shape, not by words,
 * since Windows translates its headings. Incomplete and failed entries are no neighbours.
 */
final class NeighbourText {
  private static final int MAX_LINES = 200_000;

  /** {@code 10.0.0.7 dev eth0 lladdr 00:11:22:33:44:55 REACHABLE} (iproute2, both families). */
  private static final Pattern IPROUTE =
      Pattern.compile("^(\\S+) dev (\\S+) .*?lladdr ([0-9a-fA-F:]{17})(?: .*)?$");

  private static final Pattern IPROUTE_DEAD = Pattern.compile("\\b(?:FAILED|INCOMPLETE|NOARP)\\b");

  /** {@code 10.0.0.7 0x1 0x2 00:11:22:33:44:55 * eth0} (Linux, /proc/net/arp). */
  private static final Pattern PROC =
      Pattern.compile("^(\\S+)\\s+0x1\\s+0x([0-9a-f]+)\\s+([0-9a-f:]{17})\\s+\\S+\\s+(\\S+)\\s*$");

  /** {@code ? (10.0.0.7) at 0:11:22:33:44:55 on en0 …} (macOS drops leading zeros). */
  private static final Pattern BSD =
      Pattern.compile("\\((\\S+)\\) at ((?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2}) on (\\S+)");

  /** {@code fe80::7%en0 0:11:22:33:44:55 en0 23h59m58s S R} (macOS, ndp). */
  private static final Pattern NDP =
      Pattern.compile("^(\\S+)\\s+((?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2})\\s+(\\S+)\\s.*$");

  /**
   * {@code 10.0.0.7 00-11-22-33-44-55 dynamic} (Windows, headings in any language; netsh, which
   * shows IPv6, does not indent). An entry that has not come about has no hardware address, or
   * zeros.
   */
  private static final Pattern WINDOWS =
      Pattern.compile("^\\s*(\\S+)\\s+((?:[0-9a-f]{2}-){5}[0-9a-f]{2})\\s+\\S+.*$");

  private NeighbourText() {}

  static List<Neighbour> read(String text) {
    List<Neighbour> found = new ArrayList<>();
    text.lines().limit(MAX_LINES).forEach(line -> line(line).ifPresent(found::add));
    return List.copyOf(found);
  }

  private static Optional<Neighbour> line(String line) {
    Matcher iproute = IPROUTE.matcher(line);
    if (iproute.matches()) {
      return IPROUTE_DEAD.matcher(line).find()
          ? Optional.empty()
          : entry(iproute.group(1), iproute.group(3), iproute.group(2));
    }
    Matcher proc = PROC.matcher(line);
    if (proc.matches()) {
      boolean complete = (Integer.parseInt(proc.group(2), 16) & 2) != 0;
      return complete ? entry(proc.group(1), proc.group(3), proc.group(4)) : Optional.empty();
    }
    Matcher bsd = BSD.matcher(line);
    if (bsd.find()) {
      return entry(bsd.group(1), padded(bsd.group(2)), bsd.group(3));
    }
    Matcher ndp = NDP.matcher(line);
    if (ndp.matches()) {
      return entry(ndp.group(1), padded(ndp.group(2)), ndp.group(3));
    }
    Matcher windows = WINDOWS.matcher(line);
    return windows.matches() ? entry(windows.group(1), windows.group(2), "") : Optional.empty();
  }

  private static String padded(String mac) {
    return (":" + mac).replaceAll(":([0-9a-f])(?=:|$)", ":0$1").substring(1);
  }

  private static Optional<Neighbour> entry(String address, String mac, String link) {
    try {
      Address literal = Cidr.address(address);
      Address placed = link.isEmpty() ? literal : literal.on(link);
      return Mac.parse(mac).map(m -> new Neighbour(placed, m, link));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a name or a broken line: not an entry
    }
  }
}
