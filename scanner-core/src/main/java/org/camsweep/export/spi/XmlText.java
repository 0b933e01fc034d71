package org.camsweep.export.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.camsweep.observe.Plain;

/**
 * Writes XML 1.0 in UTF-8, an element a line. Every value passes through {@link Plain} first, so it
 * holds only characters that XML allows and a terminal bears.
 */
public final class XmlText {
  private final OutputStream out;
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins a document; {@code prolog} is written as it is after the XML declaration. */
  public XmlText(OutputStream out, String prolog) throws IOException {
    this.out = out;
    put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + prolog);
  }

  /**
   * Opens an element.
   *
   * @param attributes name and value in turn; a value that is empty is written
   */
  public XmlText open(String element, String... attributes) throws IOException {
    put("<" + element + attributes(attributes) + ">\n");
    open.push(element);
    return this;
  }

  public XmlText close() throws IOException {
    put("</" + open.pop() + ">\n");
    return this;
  }

  /** An element without content. */
  public XmlText empty(String element, String... attributes) throws IOException {
    put("<" + element + attributes(attributes) + "/>\n");
    return this;
  }

  /** An element with a text alone. */
  public XmlText text(String element, String text, String... attributes) throws IOException {
    put("<" + element + attributes(attributes) + ">" + escaped(text) + "</" + element + ">\n");
    return this;
  }

  private static String attributes(String... pairs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      text.append(' ').append(pairs[i]).append("=\"").append(escaped(pairs[i + 1])).append('"');
    }
    return text.toString();
  }

  private static String escaped(String value) {
    return Plain.of(value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void put(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
