package org.camsweep.export.inspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.IntPredicate;
import org.camsweep.observe.Plain;

/**
 * HTML that is also well-formed XML. Every text and every value of an attribute is escaped here and
 * nowhere else; a device's words cannot become markup, and a control or bidirectional character is
 * shown as its escape.
 */
final class Markup {
  /** Longer texts are cut; the whole of them stands in report.json. */
  static final int LONGEST = 200;

  private static final int LONGEST_SENTENCE = 2_000;

  private static final String CUT = " (shown shortened)";

  /** After these no line ends: a blank would be seen, or be many. */
  private static final Set<String> IN_LINE =
      Set.of("a", "b", "q", "span", "td", "th", "dt", "dd", "text", "title", "use", "path");

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();
  private final boolean draws;
  private final IntPredicate shows;

  /**
   * An empty page.
   *
   * @param draws whether drawings can be shown; where not, the same stands there in words
   * @param shows whether there is a letter form for a code point; one without is shown as its
   *     escape
   */
  Markup(boolean draws, IntPredicate shows) {
    this.draws = draws;
    this.shows = shows;
  }

  boolean draws() {
    return draws;
  }

  /**
   * Opens an element.
   *
   * @param attributes name and value in turn
   */
  Markup open(String element, String... attributes) {
    out.append('<').append(element);
    attributes(attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** Closes the element opened last. */
  Markup close() {
    String element = open.pop();
    out.append("</").append(element).append(IN_LINE.contains(element) ? ">" : ">\n");
    return this;
  }

  /** An element without content, for example a line break. */
  Markup empty(String element, String... attributes) {
    out.append('<').append(element);
    attributes(attributes);
    out.append(" />");
    return this;
  }

  /** An element with a text alone. */
  Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** A text of ours, or one already cut by {@link #shown}. */
  Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Sentences of ours that may quote a device: cut only where no person would read on. */
  Markup sentence(String text) {
    return text(Plain.of(text, LONGEST_SENTENCE));
  }

  /** A device's words: cut where they are too long to read. */
  Markup said(String words) {
    return text(shown(words));
  }

  /** A name and what is said of it, as a row of a description list. */
  Markup pair(String name, String value) {
    return element("dt", name).element("dd", shown(value));
  }

  /** Text of our own resources, as it is: style and script. */
  Markup asIs(String constant) {
    out.append(constant);
    return this;
  }

  static String shown(String words) {
    String cut = Plain.of(words, LONGEST);
    return cut.equals(Plain.of(words)) ? cut : cut + CUT;
  }

  private void attributes(String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      out.append(' ').append(pairs[i]).append("=\"").append(escaped(pairs[i + 1])).append('"');
    }
  }

  private String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    Plain.of(text).codePoints().forEach(c -> safe.append(escaped(c)));
    return safe.toString();
  }

  private String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> shows.test(c) ? Character.toString(c) : "\\u%04x".formatted(c);
    };
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("left open: " + open);
    }
    return out.toString();
  }
}
