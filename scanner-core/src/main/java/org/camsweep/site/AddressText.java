package org.camsweep.site;

/**
 * How an address is written: IPv4 dotted, IPv6 as RFC 5952 section 4 says; behind a link-local one
 * of IPv6 its zone, as in {@code fe80::1%eth0} (RFC 4007 section 11).
 */
public final class AddressText {
  private AddressText() {}

  public static String of(Address address) {
    return withoutZone(address) + address.zone().map(zone -> "%" + zone).orElse("");
  }

  /** The same without the zone: for URLs, and for formats that know none. */
  public static String withoutZone(Address address) {
    byte[] bytes = address.bytes();
    return address.isV4() ? dotted(bytes) : colons(bytes);
  }

  private static String dotted(byte[] bytes) {
    StringBuilder out = new StringBuilder(15);
    for (byte b : bytes) {
      out.append(out.isEmpty() ? "" : ".").append(b & 0xff);
    }
    return out.toString();
  }

  private static String colons(byte[] bytes) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
    }
    int start = -1;
    int length = 1; // a single zero group is written out
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && groups[i + run] == 0) {
        run++;
      }
      if (run > length) {
        start = i;
        length = run;
      }
    }
    StringBuilder out = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        out.append("::");
        i += length - 1;
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
