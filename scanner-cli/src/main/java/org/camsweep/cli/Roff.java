package org.camsweep.cli;

import java.util.Locale;

/**
 * The source of a manual page, in the macros of man(7): what groff and mandoc read alike. Texts are
 * escaped here, so that none of them is taken for a request.
 */
final class Roff {
  /** Leaves room for escapes. */
  private static final int SOURCE_COLUMNS = 60;

  private final StringBuilder out = new StringBuilder();

  /** The page's head; {@code date} as YYYY-MM-DD. */
  Roff title(String name, String date, String source) {
    return line(
        ".TH %s 1 %s \"%s\" \"camsweep manual\""
            .formatted(escaped(name.toUpperCase(Locale.ROOT)), date, escaped(source)));
  }

  Roff section(String name) {
    return line(".SH " + escaped(name));
  }

  Roff paragraph(String text) {
    return line(".PP").text(text);
  }

  /** An entry of a list: its tag, made of pieces, and what it means. */
  Roff entry(String tag, String text) {
    return line(".TP").line(tag).text(text);
  }

  /** Lines that stay as they are. */
  Roff example(Iterable<String> lines) {
    line(".EX");
    lines.forEach(this::sourceLine);
    return line(".EE");
  }

  /** A line of pieces that are escaped already. */
  Roff line(String escaped) {
    out.append(escaped).append('\n');
    return this;
  }

  /** Text, in lines that fit a screen and are filled anew when the page is shown. */
  Roff text(String text) {
    Cells.wrap(text, SOURCE_COLUMNS).forEach(this::sourceLine);
    return this;
  }

  /** A line of text; a dot or an apostrophe at its start would be a request. */
  private Roff sourceLine(String text) {
    String safe = escaped(text);
    return line(safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe);
  }

  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** Hyphens stay what can be typed and copied; everything beyond ASCII is named by its number. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> safe.append("\\e");
                case '-' -> safe.append("\\-");
                case '"' -> safe.append("\\(dq");
                case '\'' -> safe.append("\\(aq");
                case '^' -> safe.append("\\(ha");
                case '~' -> safe.append("\\(ti");
                case '`' -> safe.append("\\(ga");
                default -> {
                  if (c >= 0x20 && c < 0x7f) {
                    safe.appendCodePoint(c);
                  } else {
                    safe.append(String.format("\\[u%04X]", c));
                  }
                }
              }
            });
    return safe.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
