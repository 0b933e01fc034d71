package org.camsweep.probe.spi;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.camsweep.observe.Mac;

/**
 * A device's bytes, read by offset. Nothing here throws: a number beyond the end is -1, a text
 * beyond the end is empty.
 */
@SuppressWarnings("ClassCanBeRecord") // the array must not leak
public final class Octets {
  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /** Bytes written as hex digits; blanks and line ends between them are ignored. */
  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  public int size() {
    return bytes.length;
  }

  public boolean holds(int at, int length) {
    return at >= 0 && length >= 0 && at <= bytes.length - length;
  }

  public boolean startsWith(int... values) {
    return matches(0, values);
  }

  /** Whether these values, each 0 to 255, stand at the offset. */
  public boolean matches(int at, int... values) {
    if (!holds(at, values.length)) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (u8(at + i) != values[i]) {
        return false;
      }
    }
    return true;
  }

  public int u8(int at) {
    return holds(at, 1) ? bytes[at] & 0xff : -1;
  }

  public int be16(int at) {
    return holds(at, 2) ? (u8(at) << 8) | u8(at + 1) : -1;
  }

  public int le16(int at) {
    return holds(at, 2) ? (u8(at + 1) << 8) | u8(at) : -1;
  }

  public int be24(int at) {
    return holds(at, 3) ? (be16(at) << 8) | u8(at + 2) : -1;
  }

  public long be32(int at) {
    return holds(at, 4) ? ((long) be16(at) << 16) | be16(at + 2) : -1;
  }

  public long le32(int at) {
    return holds(at, 4) ? ((long) le16(at + 2) << 16) | le16(at) : -1;
  }

  /** The bytes from an offset on, as many as there are up to the length. */
  public byte[] slice(int at, int length) {
    if (at < 0 || at >= bytes.length || length <= 0) {
      return new byte[0];
    }
    return Arrays.copyOfRange(bytes, at, (int) Math.min((long) at + length, bytes.length));
  }

  /** Text that a NUL or the length ends. */
  public String text(int at, int length) {
    byte[] part = slice(at, length);
    int end = 0;
    while (end < part.length && part[end] != 0) {
      end++;
    }
    return SaidText.decode(Arrays.copyOf(part, end)).strip();
  }

  /** A hardware address of six bytes; empty if it is nobody's. */
  public Optional<String> mac(int at) {
    return holds(at, 6)
        ? Mac.parse(HexFormat.of().formatHex(bytes, at, at + 6)).map(Mac::text)
        : Optional.empty();
  }

  /** An IPv4 address in network order; empty for 0.0.0.0. */
  public Optional<String> ipv4(int at) {
    if (be32(at) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(Locale.ROOT, "%d.%d.%d.%d", u8(at), u8(at + 1), u8(at + 2), u8(at + 3)));
  }
}
