package org.camsweep.cli;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.observe.Plain;

/** Text in columns of a terminal. East Asian wide characters take two. */
final class Cells {
  private static final String MORE = "…";

  /** First and last code point of the blocks that are two columns wide (Unicode TR 11, W and F). */
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0x303e},
    {0x3041, 0xa4cf},
    {0xa960, 0xa97f},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1faff},
    {0x20000, 0x3fffd},
  };

  private Cells() {}

  /** Columns that the text takes. */
  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** The text made safe, cut to {@code columns} with an ellipsis, filled up with blanks. */
  static String fit(String said, int columns) {
    String text = cut(Plain.of(said), columns);
    return text + " ".repeat(columns - width(text));
  }

  /** The text made safe and cut to {@code columns}. */
  static String cut(String said, int columns) {
    String text = Plain.of(said);
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      if (used + width(c) > columns - 1) {
        break;
      }
      out.appendCodePoint(c);
      used += width(c);
    }
    return out + MORE;
  }

  /** The text made safe, in lines of at most {@code columns}, broken at blanks where it can be. */
  static List<String> wrap(String said, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Plain.of(said).split(" +", 0)) {
      String rest = word;
      while (width(line + (line.isEmpty() ? "" : " ") + rest) > columns) {
        if (line.isEmpty()) {
          int end = 0;
          while (width(rest.substring(0, rest.offsetByCodePoints(end, 1))) <= columns) {
            end = rest.offsetByCodePoints(end, 1);
          }
          int broken = Math.max(end, Character.charCount(rest.codePointAt(0)));
          lines.add(rest.substring(0, broken));
          rest = rest.substring(broken);
        } else {
          lines.add(line.toString());
          line.setLength(0);
        }
      }
      if (!rest.isEmpty()) {
        line.append(line.isEmpty() ? "" : " ").append(rest);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
