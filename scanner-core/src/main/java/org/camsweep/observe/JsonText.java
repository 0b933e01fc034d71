package org.camsweep.observe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * JSON values as text. Every character that {@link Plain} would not show is written as a JSON
 * escape, so that the text means the same and is harmless on a terminal.
 */
public final class JsonText {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET));

  private JsonText() {}

  /** The value on one line, without a line end. */
  public static String line(JsonNode value) {
    StringWriter out = new StringWriter();
    try {
      MAPPER.writeValue(new Escaping(out), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    return out.toString();
  }

  /** The value indented by two blanks, in UTF-8, with a line end; does not close the stream. */
  public static void pretty(JsonNode value, OutputStream out) throws IOException {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withArrayIndenter(indent)
            .withObjectIndenter(indent);
    Writer text = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8);
    MAPPER.writer(printer).writeValue(new Escaping(text), value);
    text.write('\n');
    text.flush();
  }

  /** Escapes what stands inside strings; between them JSON has only blanks and line ends. */
  private static final class Escaping extends Writer {
    private final Writer out;

    /** The first half of a pair that ended a piece, or 0. */
    private char half;

    Escaping(Writer out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      for (int i = from; i < from + length; i++) {
        put(text[i]);
      }
    }

    private void put(char c) throws IOException {
      if (half != 0) {
        char first = half;
        half = 0;
        if (Character.isLowSurrogate(c) && Plain.isSafe(Character.toCodePoint(first, c))) {
          out.write(first);
          out.write(c);
          return;
        }
        escape(first);
      }
      if (Character.isHighSurrogate(c)) {
        half = c;
      } else if (c == '\n' || Plain.isSafe(c)) {
        out.write(c);
      } else {
        escape(c);
      }
    }

    private void escape(char c) throws IOException {
      out.write(String.format("\\u%04x", (int) c));
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
