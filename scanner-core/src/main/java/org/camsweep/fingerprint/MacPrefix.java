package org.camsweep.fingerprint;

import java.util.Locale;
import org.camsweep.observe.Mac;

/**
 * A block of hardware addresses and who registered it.
 *
 * @param digits the block's leading hexadecimal digits, lower case: 6, 7 or 9 of them (MA-L, MA-M
 *     and MA-S of the IEEE registry)
 * @param maker id of the registrant
 * @param cameraSpecific whether the registrant makes little but video devices under it
 * @param verified whether the source was seen
 */
public record MacPrefix(
    String digits, String maker, boolean cameraSpecific, boolean verified, String source) {
  public MacPrefix {
    if (!digits.matches("[0-9a-f]{6}|[0-9a-f]{7}|[0-9a-f]{9}")) {
      throw new IllegalArgumentException("'" + digits + "' is not a registry block");
    }
  }

  /** Whether the address lies in the block. */
  public boolean holds(Mac mac) {
    return digits(mac).startsWith(digits);
  }

  static String digits(Mac mac) {
    return mac.text().replace(":", "");
  }

  /** Drops separators: {@code 00:11:22} is {@code 001122}; {@code 70:B3:D5:00:10:00/36} too. */
  static String normal(String written) {
    String digits = written.toLowerCase(Locale.ROOT).replaceAll("[:.\\-]", "");
    int slash = digits.indexOf('/');
    if (slash < 0) {
      return digits;
    }
    String bits = digits.substring(slash + 1);
    int length = bits.equals("24") ? 6 : bits.equals("28") ? 7 : bits.equals("36") ? 9 : 0;
    return digits.substring(0, Math.min(slash, length));
  }
}
