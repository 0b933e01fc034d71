package org.camsweep.probe.spi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;

/** Text as devices send it: unknown encodings, entities, percent signs. Nothing here throws. */
public final class SaidText {
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "copy",
          "\u00a9", "reg", "\u00ae", "trade", "\u2122", "middot", "\u00b7");

  private SaidText() {}

  /** UTF-8 where the bytes are UTF-8, else Latin-1, which loses nothing. A BOM is dropped. */
  public static String decode(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    String text = decode(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** In the named encoding where this Java knows it and the bytes fit, else {@link #decode}. */
  public static String decode(byte[] bytes, String charset) {
    try {
      Charset named = Charset.forName(charset);
      return named.equals(StandardCharsets.UTF_8) ? decode(bytes) : decode(bytes, named);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return decode(bytes);
    }
  }

  private static String decode(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Runs of white space become one blank; none at the ends. */
  public static String fold(String text) {
    return text.replaceAll("[\\s\\u00a0\\u0000]+", " ").strip();
  }

  /** XML and the common HTML entities resolved; an unknown one stays as it was sent. */
  public static String entities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '&' ? text.indexOf(';', at) : -1;
      String meant = end > at && end - at <= 10 ? entity(text.substring(at + 1, end)) : "";
      if (meant.isEmpty()) {
        out.append(c);
        at++;
      } else {
        out.append(meant);
        at = end + 1;
      }
    }
    return out.toString();
  }

  private static String entity(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, "");
    }
    boolean hex = name.toLowerCase(Locale.ROOT).startsWith("#x");
    String digits = name.substring(hex ? 2 : 1);
    if (!digits.matches(hex ? "[0-9a-fA-F]{1,6}" : "[0-9]{1,7}")) {
      return "";
    }
    int point = Integer.parseInt(digits, hex ? 16 : 10);
    return Character.isValidCodePoint(point) && !(point >= 0xd800 && point < 0xe000)
        ? Character.toString(point)
        : "";
  }

  /** Percent-encoding resolved as UTF-8; what is not an encoding stays as it was sent. */
  public static String unpercent(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int size = 0;
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length && in[i] == '%' ? Character.digit(in[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
      if (low >= 0) {
        out[size++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[size++] = in[i];
      }
    }
    return decode(java.util.Arrays.copyOf(out, size));
  }
}
