package org.camsweep.probe.spi;

import java.util.Locale;

/** Bytes written so that a person can read and check them. */
public final class Shown {
  private static final int MOST = 4_096;

  private Shown() {}

  /**
   * Printable ASCII as it is, line ends as {@code \r\n}, the rest as {@code \xNN}; runs of one byte
   * longer than eight as {@code \x00*120}; at most 4,096 characters.
   */
  public static String bytes(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < bytes.length && out.length() < MOST) {
      int run = run(bytes, at);
      if (run > 8) {
        out.append(one(bytes[at])).append('*').append(run);
        at += run;
      } else {
        out.append(one(bytes[at++]));
      }
    }
    return at < bytes.length ? out.append("...").toString() : out.toString();
  }

  /** All of an HTTP request; {@code ADDRESS} and {@code AGENT} stand for whom and by whom. */
  public static String http(Ask.Http ask) {
    return bytes(ask.bytes("ADDRESS", "AGENT"));
  }

  private static int run(byte[] bytes, int from) {
    int to = from;
    while (to < bytes.length && bytes[to] == bytes[from]) {
      to++;
    }
    return to - from;
  }

  private static String one(byte b) {
    int c = b & 0xff;
    if (c == '\r') {
      return "\\r";
    }
    if (c == '\n') {
      return "\\n";
    }
    if (c == '\\') {
      return "\\\\";
    }
    return c >= 0x20 && c < 0x7f ? Character.toString(c) : String.format(Locale.ROOT, "\\x%02x", c);
  }
}
