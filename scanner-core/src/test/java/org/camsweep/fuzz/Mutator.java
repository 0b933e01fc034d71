package org.camsweep.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes good inputs as an adversary or a bad line would; the same dice give the same inputs. */
public final class Mutator {
  private static final int LONGEST = 64 * 1024;
  private static final List<String> WORDS =
      List.of(
          "\r\n",
          "\r\n\r\n",
          "\0",
          "\u001b[2J",
          "\u202e",
          "%00",
          "%",
          "../",
          "<",
          "</a>",
          "<![CDATA[",
          "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
          "&x;",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\u",
          "\\",
          "!!x",
          "&a",
          "*a",
          ": ",
          "- ",
          "=cmd|",
          ",",
          "-1",
          "4294967296",
          "99999999999999999999",
          "2147483647",
          "0x",
          "1e999",
          "null",
          "true",
          "\ufeff",
          "\ud83d\udcf7",
          "Content-Length: -1",
          "Transfer-Encoding: chunked",
          "ffffffff",
          "realm=\"");

  private final Random dice;

  public Mutator(long seed) {
    dice = new Random(seed);
  }

  /** One of the seeds, changed one to six times. */
  public byte[] next(List<byte[]> seeds) {
    byte[] bytes = seeds.isEmpty() ? new byte[0] : seeds.get(dice.nextInt(seeds.size())).clone();
    for (int i = dice.nextInt(6); i >= 0; i--) {
      bytes = changed(bytes, seeds);
    }
    return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
  }

  /** A text changed in the same way. */
  public String next(String text) {
    return new String(next(List.of(text.getBytes(UTF_8))), UTF_8);
  }

  private byte[] changed(byte[] bytes, List<byte[]> seeds) {
    int at = bytes.length == 0 ? 0 : dice.nextInt(bytes.length + 1);
    int end = at + (bytes.length == at ? 0 : dice.nextInt(Math.min(64, bytes.length - at) + 1));
    byte[] part = Arrays.copyOfRange(bytes, at, end);
    return switch (dice.nextInt(9)) {
      case 0 -> flipped(bytes);
      case 1 -> spliced(bytes, at, end, new byte[0]);
      case 2 -> spliced(bytes, at, at, part);
      case 3 -> spliced(bytes, at, at, WORDS.get(dice.nextInt(WORDS.size())).getBytes(UTF_8));
      case 4 -> spliced(bytes, at, end, WORDS.get(dice.nextInt(WORDS.size())).getBytes(UTF_8));
      case 5 -> spliced(bytes, at, end, random(end - at));
      case 6 -> Arrays.copyOf(bytes, at);
      case 7 -> repeated(bytes, at, part);
      default -> crossed(bytes, at, seeds);
    };
  }

  private byte[] flipped(byte[] bytes) {
    if (bytes.length > 0) {
      int at = dice.nextInt(bytes.length);
      bytes[at] =
          dice.nextBoolean() ? (byte) dice.nextInt(256) : (byte) (bytes[at] ^ 1 << dice.nextInt(8));
    }
    return bytes;
  }

  private byte[] repeated(byte[] bytes, int at, byte[] part) {
    int times = 1 << dice.nextInt(8);
    byte[] many = new byte[Math.min(LONGEST, part.length * times)];
    for (int i = 0; i < many.length; i++) {
      many[i] = part[i % part.length];
    }
    return spliced(bytes, at, at, many);
  }

  private byte[] crossed(byte[] bytes, int at, List<byte[]> seeds) {
    byte[] other = seeds.isEmpty() ? random(20) : seeds.get(dice.nextInt(seeds.size()));
    int from = other.length == 0 ? 0 : dice.nextInt(other.length);
    return spliced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    dice.nextBytes(bytes);
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] in) {
    byte[] out = new byte[bytes.length - (to - from) + in.length];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(in, 0, out, from, in.length);
    System.arraycopy(bytes, to, out, from + in.length, bytes.length - to);
    return out;
  }
}
