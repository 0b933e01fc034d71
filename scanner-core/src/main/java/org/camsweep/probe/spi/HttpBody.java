package org.camsweep.probe.spi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** An HTTP body: chunks joined, compression undone, at most {@value #MOST} bytes of it. */
public final class HttpBody {
  static final int MOST = 64 * 1024;
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s{0,4}=\\s{0,4}[\"']?([A-Za-z0-9_.:-]{1,40})");

  private HttpBody() {}

  /** The body as text; empty for pictures and other things that are no text. */
  private static String text(MessageHead head) {
    String type = head.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (type.matches("(image|audio|video|font)/.*|application/octet-stream.*")) {
      return "";
    }
    byte[] bytes = bytes(head);
    Matcher named = CHARSET.matcher(type);
    if (named.find()) {
      return SaidText.decode(bytes, named.group(1));
    }
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, 1_024));
    Matcher meta = CHARSET.matcher(new String(start, StandardCharsets.ISO_8859_1));
    return meta.find() ? SaidText.decode(bytes, meta.group(1)) : SaidText.decode(bytes);
  }

  /** The body as text; the sheet is told if there is more of it. */
  public static String text(MessageHead head, FactSheet sheet) {
    tell(head, sheet);
    return text(head);
  }

  /** The body's own bytes; the sheet is told if there is more of it. */
  public static byte[] bytes(MessageHead head, FactSheet sheet) {
    tell(head, sheet);
    return bytes(head);
  }

  private static void tell(MessageHead head, FactSheet sheet) {
    sheet.cut(head.cut());
    String encoding = head.first("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
    if (encoding.matches(".*(gzip|deflate).*") && bytes(head).length >= MOST) {
      sheet.cutAt("bytes of a page that are read", MOST);
    }
  }

  /** The body's own bytes. */
  private static byte[] bytes(MessageHead head) {
    byte[] bytes = head.body();
    if (head.all("Transfer-Encoding").stream()
        .anyMatch(e -> e.toLowerCase(Locale.ROOT).contains("chunked"))) {
      bytes = unchunked(bytes);
    }
    String encoding = head.first("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
    return encoding.contains("gzip")
        ? inflated(bytes, true)
        : encoding.contains("deflate") ? inflated(bytes, false) : bytes;
  }

  /** Chunks joined (RFC 9112 §7.1); what is no chunk ends the body. */
  private static byte[] unchunked(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int at = 0;
    while (at < bytes.length && out.size() < MOST) {
      int line = at;
      while (line < bytes.length && bytes[line] != '\n') {
        line++;
      }
      String size =
          new String(bytes, at, Math.min(line - at, 20), StandardCharsets.ISO_8859_1)
              .replaceFirst(";.*", "")
              .strip();
      if (!size.matches("[0-9a-fA-F]{1,6}")) {
        return at == 0 ? bytes : out.toByteArray();
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        break;
      }
      int from = Math.min(line + 1, bytes.length);
      int take = Math.min(length, bytes.length - from);
      out.write(bytes, from, take);
      at = from + take;
      while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) {
        at++;
      }
    }
    return out.toByteArray();
  }

  private static byte[] inflated(byte[] bytes, boolean gzip) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = inflater(bytes, gzip)) {
      byte[] part = new byte[4_096];
      int n = in.read(part);
      while (n > 0 && out.size() < MOST) {
        out.write(part, 0, Math.min(n, MOST - out.size()));
        n = in.read(part);
      }
    } catch (IOException e) {
      return out.size() == 0 ? bytes : out.toByteArray(); // what could be read before the fault
    }
    return out.toByteArray();
  }

  private static InputStream inflater(byte[] bytes, boolean gzip) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    if (gzip) {
      return new GZIPInputStream(in);
    }
    boolean zlib = bytes.length > 1 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(in, new Inflater(!zlib));
  }
}
