package org.camsweep.observe;

import java.util.Locale;
import java.util.Optional;

/**
 * A 48-bit hardware address, written {@code aa:bb:cc:dd:ee:ff}.
 *
 * @param text lower case, colons
 */
public record Mac(String text) implements Comparable<Mac> {
  public Mac {
    if (!text.matches("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}")) {
      throw new IllegalArgumentException("'" + text + "' is not a hardware address");
    }
  }

  /**
   * Reads the forms devices use: colons, dashes, dots or nothing between the digits. All-zero,
   * all-ones and multicast addresses are nobody's and give an empty answer.
   */
  public static Optional<Mac> parse(String said) {
    String digits = said.strip().replaceAll("[:.\\- ]", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{12}") || digits.matches("0{12}|f{12}")) {
      return Optional.empty();
    }
    Mac mac = new Mac(digits.replaceAll("(..)(?!$)", "$1:"));
    return mac.isMulticast() ? Optional.empty() : Optional.of(mac);
  }

  public boolean isMulticast() {
    return (firstOctet() & 1) != 0;
  }

  /** Whether the address was made up locally: its prefix then names nobody. */
  public boolean isLocallyAdministered() {
    return (firstOctet() & 2) != 0;
  }

  private int firstOctet() {
    return Integer.parseInt(text.substring(0, 2), 16);
  }

  @Override
  public int compareTo(Mac other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
