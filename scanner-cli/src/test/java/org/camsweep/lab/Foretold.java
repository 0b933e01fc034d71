package org.camsweep.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code --dry-run} says that a scan would cost.
 *
 * @param packets how many it would send
 * @param seconds how long it would take at most
 */
record Foretold(long packets, double seconds) {
  private static final Pattern PACKETS = Pattern.compile("Expected +([\\d,]+) packets");
  private static final Pattern MOST = Pattern.compile("at most about ([\\d.]+) (s|min)");

  /** Reads what was printed. */
  static Foretold read(String text) {
    Matcher packets = found(PACKETS, text);
    Matcher most = found(MOST, text);
    return new Foretold(
        Long.parseLong(packets.group(1).replace(",", "")),
        Double.parseDouble(most.group(1)) * (most.group(2).equals("min") ? 60 : 1));
  }

  private static Matcher found(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no forecast: " + text);
    }
    return found;
  }
}
