package org.camsweep.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Something that a station states of itself and that no other box should state.
 *
 * @param proved whether it took more than words to state it: a TLS handshake with the certificate's
 *     key
 */
record Claim(Kind kind, String value, boolean proved) implements Comparable<Claim> {
  enum Kind {
    HARDWARE_ADDRESS("hardware address"),
    ENDPOINT("endpoint identifier"),
    SERIAL("serial number"),
    CERTIFICATE("certificate"),
    UPNP_NAME("UPnP device name"),
    HOST_NAME("host name");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  private static final int LEAST = 4;

  /** Whether the text can tell one box from another at all. */
  boolean isSpecific() {
    String plain = plain();
    return plain.length() >= LEAST && plain.chars().distinct().count() > 2;
  }

  /** Those that are not the same thing said twice, as a UUID that ends in the hardware address. */
  static List<Claim> independent(Collection<Claim> claims) {
    List<Claim> kept = new ArrayList<>();
    for (Claim claim : claims.stream().sorted().toList()) {
      String text = claim.plain();
      boolean twice =
          kept.stream().anyMatch(k -> k.plain().contains(text) || text.contains(k.plain()));
      if (!twice) {
        kept.add(claim);
      }
    }
    return kept;
  }

  String text() {
    return kind.title + " " + value;
  }

  private String plain() {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
  }

  @Override
  public int compareTo(Claim other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : value.compareTo(other.value);
  }
}
