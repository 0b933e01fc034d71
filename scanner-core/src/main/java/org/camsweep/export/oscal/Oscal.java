package org.camsweep.export.oscal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.camsweep.observe.Plain;

/** OSCAL's data types: one-line strings, tokens, UUIDs, properties. */
final class Oscal {
  static final String VERSION = "1.1.2";

  /** The name space of the properties that OSCAL does not know. */
  static final String OURS = "urn:camsweep:oscal";

  private Oscal() {}

  /** A string without blanks around it and never empty, as {@code StringDatatype} asks. */
  static String line(String said) {
    String line = Plain.of(said).replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    return line.isEmpty() ? "(empty)" : line;
  }

  /** A token: a letter first, then letters, digits, dots, hyphens and low lines. */
  static String token(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    return "cs-" + plain;
  }

  /** A UUID made from a name (RFC 9562, version 5), so that the same result has the same ones. */
  static String uuid(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((OURS + " " + name).getBytes(StandardCharsets.UTF_8));
      hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
      hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
      String hex = HexFormat.of().formatHex(hash, 0, 16);
      return String.join(
          "-",
          hex.substring(0, 8),
          hex.substring(8, 12),
          hex.substring(12, 16),
          hex.substring(16, 20),
          hex.substring(20));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  /** A property that OSCAL defines; left out where there is no value. */
  static void known(ArrayNode properties, String name, String value) {
    if (!value.isBlank()) {
      properties.addObject().put("name", name).put("value", line(value));
    }
  }

  /** A property of our own. */
  static void own(ArrayNode properties, String name, String value) {
    if (!value.isBlank()) {
      properties.addObject().put("name", name).put("ns", OURS).put("value", line(value));
    }
  }

  /** Adds a list only if it holds something: an empty one is refused. */
  static void unlessEmpty(ObjectNode json, String name, ArrayNode list) {
    if (!list.isEmpty()) {
      json.set(name, list);
    }
  }
}
