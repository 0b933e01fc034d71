package org.camsweep.probe.spi;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** When a stream reply is complete. Pure; called with all that came so far. */
@FunctionalInterface
public interface Framing {
  boolean complete(byte[] bytes, int length);

  /** Read until the device closes, or a limit ends it. */
  static Framing toClose() {
    return (bytes, length) -> false;
  }

  /**
   * A head ended by an empty line and a body as long as {@code Content-Length} says (RFC 9112 §6,
   * RFC 2326 §4): HTTP and RTSP. A chunked body is complete at its last chunk; a body of unknown
   * length runs to the close. {@code noLengthMeansNoBody} is RTSP's rule.
   */
  static Framing message(boolean noLengthMeansNoBody) {
    return (bytes, length) -> {
      int end = headEnd(bytes, length);
      if (end < 0) {
        return false;
      }
      String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      if (head.contains("\ntransfer-encoding:") && head.contains("chunked")) {
        return endsWithLastChunk(bytes, length);
      }
      int at = head.indexOf("\ncontent-length:");
      if (at < 0) {
        return noLengthMeansNoBody || isBodiless(head);
      }
      int stop = head.indexOf('\n', at + 1);
      String digits = head.substring(at + 16, stop < 0 ? head.length() : stop).strip();
      if (!digits.matches("\\d{1,9}")) {
        return false;
      }
      return length - end >= Integer.parseInt(digits);
    };
  }

  private static boolean isBodiless(String head) {
    return head.startsWith("http/1.1 204") || head.startsWith("http/1.1 304");
  }

  private static boolean endsWithLastChunk(byte[] bytes, int length) {
    return length >= 5
        && new String(bytes, length - 5, 5, StandardCharsets.ISO_8859_1).equals("0\r\n\r\n");
  }

  /** Index after the empty line that ends a head, or -1; bare line feeds count. */
  static int headEnd(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        if (i + 1 < length && bytes[i + 1] == '\n') {
          return i + 2;
        }
        if (i + 2 < length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
          return i + 3;
        }
      }
    }
    return -1;
  }
}
