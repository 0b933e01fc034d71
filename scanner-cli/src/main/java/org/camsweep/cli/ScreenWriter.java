package org.camsweep.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.observe.Plain;

/**
 * Writes to a terminal, and is the last to see what goes there: {@code println} prints one line,
 * whatever the text holds, and no control, escape, bidirectional or invisible character gets
 * through; it is shown as {@link Plain} shows it. Colours of our own are let through. Texts that
 * are not ours are made safe where they are printed, too; this is for the place that was forgotten.
 */
final class ScreenWriter extends PrintWriter {
  /** Weight, slant, underline and colour of letters; nothing that hides or moves. */
  private static final Pattern COLOUR =
      Pattern.compile("\u001b\\[(?:(?:[0-4]|2[1-4]|3[1-79])(?:;(?:[0-4]|2[1-4]|3[1-79]))*)?m");

  ScreenWriter(OutputStream stream) {
    super(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public void println(String text) {
    String line = safe(String.valueOf(text), "\t");
    super.write(line, 0, line.length());
    println();
  }

  @Override
  public void println(Object thing) {
    println(String.valueOf(thing));
  }

  @Override
  public void write(String text, int from, int length) {
    String safe = safe(text.substring(from, from + length), "\t\n\r");
    super.write(safe, 0, safe.length());
  }

  @Override
  public void write(char[] text, int from, int length) {
    write(new String(text, from, length), 0, length);
  }

  @Override
  public void write(int c) {
    write(Character.toString((char) c), 0, 1);
  }

  private static String safe(String text, String kept) {
    StringBuilder out = new StringBuilder(text.length());
    Matcher colour = COLOUR.matcher(text);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == '\u001b' && colour.region(i, text.length()).lookingAt()) {
        out.append(colour.group());
        i = colour.end();
        continue;
      }
      String one = Character.toString(c);
      out.append(kept.indexOf(c) >= 0 ? one : Plain.of(one));
      i += one.length();
    }
    return out.toString();
  }
}
