package org.camsweep.probe.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Authentication challenges (RFC 9110 §11.6.1): several may stand in one header, and quoted strings
 * may hold commas and escaped quotes.
 */
final class Challenges {
  private Challenges() {}

  /** The value of every {@code realm} parameter, in order; an empty realm is left out. */
  static List<String> realms(String header) {
    List<String> realms = new ArrayList<>();
    int at = 0;
    while (at < header.length() && realms.size() < 16) {
      char c = header.charAt(at);
      if (c == '"') {
        at = quotedEnd(header, at);
      } else if (isRealm(header, at)) {
        int from = skipBlanks(header, header.indexOf('=', at) + 1);
        int end = valueEnd(header, from);
        String value = unquote(header.substring(from, end));
        if (!value.isBlank()) {
          realms.add(value);
        }
        at = Math.max(end, at + 1);
      } else {
        at++;
      }
    }
    return realms;
  }

  private static boolean isRealm(String header, int at) {
    if (!header.regionMatches(true, at, "realm", 0, 5)) {
      return false;
    }
    boolean word = at == 0 || " ,\t".indexOf(header.charAt(at - 1)) >= 0;
    int equals = skipBlanks(header, at + 5);
    return word && equals < header.length() && header.charAt(equals) == '=';
  }

  private static int skipBlanks(String header, int from) {
    int at = from;
    while (at < header.length() && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int valueEnd(String header, int from) {
    if (from < header.length() && header.charAt(from) == '"') {
      return quotedEnd(header, from);
    }
    int comma = header.indexOf(',', from);
    return comma < 0 ? header.length() : comma;
  }

  /** After the closing quote; at the end if there is none. */
  private static int quotedEnd(String header, int quote) {
    int at = quote + 1;
    while (at < header.length() && header.charAt(at) != '"') {
      at += header.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, header.length());
  }

  private static String unquote(String value) {
    String text = value.strip();
    if (!text.startsWith("\"")) {
      return text;
    }
    int end = text.length() > 1 && text.endsWith("\"") ? text.length() - 1 : text.length();
    return text.substring(1, end).replaceAll("\\\\(.)", "$1");
  }
}
