package org.camsweep.fingerprint;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack with every signature again under other ids and other letters, to see what growth costs.
 * The letters of a copy are shifted along the alphabet, so that its texts are as long and as
 * various as the originals' and mean nothing.
 */
public final class GrownPack {
  private GrownPack() {}

  /**
   * The pack and its copies.
   *
   * @param times how many times as many signatures, 1 to 25
   */
  public static Pack of(Pack pack, int times) {
    List<Signature> all = new ArrayList<>();
    for (int shift = 0; shift < times; shift++) {
      for (Signature s : pack.signatures()) {
        all.add(shift == 0 ? s : shifted(s, shift));
      }
    }
    return new Pack(
        pack.version(),
        pack.hash(),
        pack.makers(),
        all,
        pack.labels(),
        pack.prefixes(),
        pack.registry());
  }

  private static Signature shifted(Signature s, int by) {
    return new Signature(
        s.id() + "-" + by,
        s.file(),
        s.line(),
        s.field(),
        Pattern.compile(pattern(s.pattern().pattern(), by)),
        s.evidence(),
        s.verified(),
        s.maker(),
        s.brand(),
        s.device(),
        s.all(),
        s.source(),
        s.examples(),
        s.nonExamples());
  }

  /** The text with its letters shifted. */
  public static String text(String text, int by) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(letter((char) c, by)));
    return out.toString();
  }

  private static char letter(char c, int by) {
    if (c >= 'a' && c <= 'z') {
      return (char) ('a' + (c - 'a' + by) % 26);
    }
    return c >= 'A' && c <= 'Z' ? (char) ('A' + (c - 'A' + by) % 26) : c;
  }

  /** Shifts the letters that stand for themselves; ranges, escapes, flags and names stay. */
  private static String pattern(String pattern, int by) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int end = end(pattern, at);
      String token = pattern.substring(at, end);
      boolean list = token.matches("\\[[A-Za-z0-9]+\\]");
      out.append(token.length() == 1 || list ? text(token, by) : token);
      at = end;
    }
    return out.toString();
  }

  private static int end(String pattern, int at) {
    char c = pattern.charAt(at);
    if (c == '\\') {
      boolean braced =
          pattern.startsWith("{", at + 2) && "pPx".indexOf(pattern.charAt(at + 1)) >= 0;
      return braced ? pattern.indexOf('}', at) + 1 : hex(pattern, at);
    }
    if (c == '[') {
      return classEnd(pattern, at);
    }
    if (pattern.startsWith("(?P<", at) || pattern.startsWith("(?<", at)) {
      return pattern.indexOf('>', at) + 1;
    }
    if (pattern.startsWith("(?", at)) {
      int end = at + 2;
      while (pattern.charAt(end) != ':' && pattern.charAt(end) != ')') {
        end++;
      }
      return end + 1;
    }
    return at + 1;
  }

  private static int hex(String pattern, int at) {
    return at + (pattern.charAt(at + 1) == 'x' ? 4 : 2);
  }

  private static int classEnd(String pattern, int at) {
    int end = at + 1;
    end += pattern.startsWith("^", end) ? 1 : 0;
    end += pattern.startsWith("]", end) ? 1 : 0;
    while (pattern.charAt(end) != ']') {
      if (pattern.startsWith("[:", end)) {
        end = pattern.indexOf(":]", end) + 2;
      } else {
        end += pattern.charAt(end) == '\\' ? 2 : 1;
      }
    }
    return end + 1;
  }
}
