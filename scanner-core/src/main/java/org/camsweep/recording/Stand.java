package org.camsweep.recording;

import java.util.Locale;

/** What stands in place of a secret: alike in form, numbered in the order of first appearance. */
final class Stand {
  private Stand() {}

  /** An address for documentation (RFC 5737), beyond those one for measuring (RFC 2544). */
  static String ipv4(int number) {
    return number < 255
        ? "192.0.2." + number
        : "198.18." + ((number >> 8) & 0xff) + "." + (number & 0xff);
  }

  /** An address for documentation (RFC 3849). */
  static String ipv6(int number) {
    return "2001:db8::" + Integer.toHexString(number);
  }

  /**
   * Twelve digits of a hardware address.
   *
   * @param kept how many leading digits stay: those of the registry's block
   */
  static String mac(String digits, int kept, int number) {
    return digits.substring(0, kept) + hex(number, 12 - kept);
  }

  /**
   * A random UUID keeps its version; another keeps all but its node (RFC 9562, sections 5.1, 5.4).
   */
  static String uuid(String uuid, int number) {
    String head = uuid.charAt(14) == '4' ? "00000000-0000-4000-8000-" : uuid.substring(0, 24);
    return head.toLowerCase(Locale.ROOT) + hex(number, 12);
  }

  private static String hex(int number, int length) {
    String digits = String.format(Locale.ROOT, "%0" + length + "x", number);
    return digits.substring(digits.length() - length);
  }

  /** The first characters, and then zeros, As and as where digits and letters were, numbered. */
  static String shaped(String said, int kept, int number) {
    StringBuilder out = new StringBuilder(said);
    int left = number;
    for (int i = said.length() - 1; i >= kept; i--) {
      char c = said.charAt(i);
      if (c >= '0' && c <= '9') {
        out.setCharAt(i, (char) ('0' + left % 10));
        left /= 10;
      } else if (Character.isLetter(c)) {
        out.setCharAt(i, Character.isUpperCase(c) ? 'A' : 'a');
      }
    }
    return out.toString();
  }
}
