package org.camsweep.withhold;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The ways in which a device may repeat a secret: as it is, its UTF-8 read as single octets, in
 * hexadecimal, and in Base64 (RFC 4648 §4 and §5) at each of the three places at which it can begin
 * in what was encoded. Escapes are undone in the text ({@link Unescaped}).
 */
final class Forms {
  private Forms() {}

  /** Only as it is, and only as a whole word. */
  static List<Form> asWord(char[] secret) {
    List<Form> all = new ArrayList<>();
    written(secret, all, true);
    return all;
  }

  /** In all its ways, also inside a longer text. */
  static List<Form> anywhere(char[] secret) {
    List<Form> all = new ArrayList<>();
    written(secret, all, false);
    byte[] octets = octets(secret);
    add(all, HexFormat.of().formatHex(octets).toCharArray(), true, false);
    for (int before = 0; before < 3; before++) {
      char[] standard = base64(octets, before);
      add(all, standard, false, false);
      char[] forUrls = standard.clone();
      for (int i = 0; i < forUrls.length; i++) {
        forUrls[i] = forUrls[i] == '+' ? '-' : forUrls[i] == '/' ? '_' : forUrls[i];
      }
      add(all, forUrls, false, false);
    }
    Arrays.fill(octets, (byte) 0);
    return all;
  }

  private static void written(char[] secret, List<Form> all, boolean wholeWord) {
    add(all, secret.clone(), !wholeWord, wholeWord);
    byte[] octets = octets(secret);
    add(all, chars(octets), !wholeWord, wholeWord);
    Arrays.fill(octets, (byte) 0);
    char[] inQuery = secret.clone(); // a form's space (WHATWG URL, urlencoded)
    for (int i = 0; i < inQuery.length; i++) {
      inQuery[i] = inQuery[i] == ' ' ? '+' : inQuery[i];
    }
    add(all, inQuery, !wholeWord, wholeWord);
  }

  /** One that is there already, or too short to be told from chance, is left out. */
  private static void add(List<Form> all, char[] text, boolean anyCase, boolean wholeWord) {
    boolean there = all.stream().anyMatch(f -> Arrays.equals(f.text(), text));
    if (text.length >= Form.SHORTEST && !there) {
      all.add(new Form(text, anyCase, wholeWord));
    }
  }

  /** The characters that depend on the secret alone, so many octets standing before it. */
  private static char[] base64(byte[] octets, int before) {
    byte[] whole = new byte[before + octets.length];
    System.arraycopy(octets, 0, whole, before, octets.length);
    byte[] encoded = Base64.getEncoder().withoutPadding().encode(whole);
    Arrays.fill(whole, (byte) 0);
    int from = (before * 8 + 5) / 6;
    int to = whole.length * 8 / 6;
    return chars(Arrays.copyOfRange(encoded, Math.min(from, to), to));
  }

  private static byte[] octets(char[] text) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
    byte[] octets = new byte[encoded.remaining()];
    encoded.get(octets);
    encoded.clear();
    while (encoded.hasRemaining()) {
      encoded.put((byte) 0);
    }
    return octets;
  }

  private static char[] chars(byte[] octets) {
    char[] text = new char[octets.length];
    for (int i = 0; i < octets.length; i++) {
      text[i] = (char) (octets[i] & 0xff);
    }
    return text;
  }
}
