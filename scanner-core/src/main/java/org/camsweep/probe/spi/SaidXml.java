package org.camsweep.probe.spi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XML as devices send it, read by tags. Elements are compared by local name without case, so that
 * undeclared, wrong and vendor prefixes do not matter; what is broken is read as far as it goes.
 *
 * <p>Why not a real XML parser: it stops at the first fault, and the faults (an undeclared prefix,
 * a cut tail, a bare ampersand) are common in replies that name their maker. A reader that knows no
 * DTD, no external entity and no namespace has nothing to attack either. Bounded: {@value
 * #MAX_ELEMENTS} elements, {@value #MAX_DEPTH} levels.
 */
public final class SaidXml {
  static final int MAX_ELEMENTS = 4_096;
  static final int MAX_DEPTH = 64;
  static final int MAX_NAMESPACES = 128;
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z_][\\w.:-]{0,100})\\s{0,20}=\\s{0,20}(?:\"([^\"]*)\"|'([^']*)')");

  /**
   * One element.
   *
   * @param path local names from the root to the element, joined by {@code /}, lower case
   * @param text its own text, entities resolved, without its children's
   * @param tag the start tag as it was sent
   */
  public record Element(String path, String text, String tag) {
    public String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    /** An attribute by its local name. */
    public Optional<String> attribute(String local) {
      Matcher matcher = ATTRIBUTE.matcher(tag);
      while (matcher.find()) {
        if (local(matcher.group(1)).equalsIgnoreCase(local)) {
          return Optional.of(SaidText.entities(value(matcher)));
        }
      }
      return Optional.empty();
    }
  }

  private static final class Open {
    private final String name;
    private final String path;
    private final String tag;
    private final int index;
    private final StringBuilder text = new StringBuilder();

    private Open(String name, String path, String tag, int index) {
      this.name = name;
      this.path = path;
      this.tag = tag;
      this.index = index;
    }
  }

  private final String xml;
  private final List<Element> elements = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<String> namespaces = new LinkedHashSet<>();
  private final Cuts cuts = new Cuts();
  private String declaration = "";

  private SaidXml(String xml) {
    this.xml = xml;
  }

  public static SaidXml read(byte[] bytes) {
    return read(SaidText.decode(bytes));
  }

  public static SaidXml read(String text) {
    SaidXml read = new SaidXml(text);
    read.scan();
    return read;
  }

  /** All elements in the order of their start tags. */
  public List<Element> elements() {
    return List.copyOf(elements);
  }

  /** Limits that were met in reading. */
  public List<String> cut() {
    return cuts.named();
  }

  /** Texts of all elements of this local name. */
  public List<String> texts(String local) {
    String name = local.toLowerCase(Locale.ROOT);
    return elements.stream()
        .filter(e -> e.name().equals(name))
        .map(Element::text)
        .filter(t -> !t.isEmpty())
        .toList();
  }

  /** The first text of an element whose path ends so, for example {@code TimeZone/TZ}. */
  public Optional<String> first(String pathEnd) {
    String end = pathEnd.toLowerCase(Locale.ROOT);
    return elements.stream()
        .filter(e -> e.path().equals(end) || e.path().endsWith("/" + end))
        .map(Element::text)
        .filter(t -> !t.isEmpty())
        .findFirst();
  }

  public boolean has(String local) {
    String name = local.toLowerCase(Locale.ROOT);
    return elements.stream().anyMatch(e -> e.name().equals(name));
  }

  /** The XML declaration as it was sent; empty without one. */
  public String declaration() {
    return declaration;
  }

  /** The root's start tag as it was sent, white space folded; empty without one. */
  public String rootTag() {
    return elements.isEmpty() ? "" : SaidText.fold(elements.get(0).tag());
  }

  /** The declared namespaces as {@code prefix=uri}, in their order, each once. */
  public List<String> namespaces() {
    return List.copyOf(namespaces);
  }

  private void scan() {
    int at = 0;
    while (at < xml.length()) {
      int tag = xml.indexOf('<', at);
      if (tag < 0) {
        text(at, xml.length());
        break;
      }
      text(at, tag);
      at = markup(tag);
    }
    while (!open.isEmpty()) {
      close(open.peek());
    }
  }

  private void text(int from, int to) {
    if (from < to && !open.isEmpty()) {
      open.peek().text.append(xml, from, to);
    }
  }

  /** Reads what starts at a {@code <}; gives where to go on. */
  private int markup(int at) {
    if (xml.startsWith("<!--", at)) {
      return after("-->", at + 4);
    }
    if (xml.startsWith("<![CDATA[", at)) {
      int end = xml.indexOf("]]>", at);
      text(at + 9, end < 0 ? xml.length() : end);
      return end < 0 ? xml.length() : end + 3;
    }
    if (xml.startsWith("<?", at)) {
      int end = after("?>", at + 2);
      if (declaration.isEmpty() && xml.startsWith("<?xml", at) && elements.isEmpty()) {
        declaration = xml.substring(at, end);
      }
      return end;
    }
    if (xml.startsWith("<!", at)) {
      return after(">", at + 2); // a document type is skipped, never obeyed
    }
    return tag(at);
  }

  private int after(String mark, int from) {
    int end = xml.indexOf(mark, from);
    return end < 0 ? xml.length() : end + mark.length();
  }

  private int tag(int at) {
    boolean ends = at + 1 < xml.length() && xml.charAt(at + 1) == '/';
    int from = ends ? at + 2 : at + 1;
    int nameEnd = from;
    while (nameEnd < xml.length() && isName(xml.charAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd == from) {
      text(at, at + 1);
      return at + 1; // a bare angle in text
    }
    String name = local(xml.substring(from, nameEnd)).toLowerCase(Locale.ROOT);
    int end = tagEnd(nameEnd);
    if (ends) {
      endTag(name);
    } else {
      startTag(name, xml.substring(at, end));
    }
    return end;
  }

  /** After the {@code >} outside quotes; a tag without one ends before the next {@code <}. */
  private int tagEnd(int from) {
    char quote = 0;
    for (int i = from; i < xml.length(); i++) {
      char c = xml.charAt(i);
      if (quote == 0 && c == '>') {
        return i + 1;
      }
      if (quote == 0 && c == '<') {
        return i;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    int plain = xml.indexOf('>', from); // an unclosed quote
    return plain < 0 ? xml.length() : plain + 1;
  }

  private void startTag(String name, String tag) {
    if (elements.size() >= MAX_ELEMENTS) {
      cuts.at("elements of XML", MAX_ELEMENTS);
      return;
    }
    if (open.size() >= MAX_DEPTH) {
      cuts.at("levels of XML", MAX_DEPTH);
      return;
    }
    String path = open.isEmpty() ? name : open.peek().path + "/" + name;
    elements.add(new Element(path, "", tag));
    Open started = new Open(name, path, tag, elements.size() - 1);
    remember(tag);
    open.push(started);
    if (tag.endsWith("/>")) {
      close(started);
    }
  }

  private void remember(String tag) {
    if (!tag.contains("xmlns")) {
      return;
    }
    Matcher matcher = ATTRIBUTE.matcher(tag);
    while (matcher.find()) {
      if (namespaces.size() >= MAX_NAMESPACES) {
        cuts.at("namespaces of XML", MAX_NAMESPACES);
        return;
      }
      String attribute = matcher.group(1);
      if (attribute.equals("xmlns") || attribute.startsWith("xmlns:")) {
        String prefix = attribute.equals("xmlns") ? "" : attribute.substring(6);
        namespaces.add(prefix + "=" + value(matcher));
      }
    }
  }

  private void endTag(String name) {
    if (open.stream().noneMatch(o -> o.name.equals(name))) {
      return; // closes nothing that is open
    }
    boolean found = false;
    while (!found) {
      Open top = open.peek();
      found = top.name.equals(name);
      close(top);
    }
  }

  private void close(Open element) {
    open.pop();
    String text = SaidText.entities(element.text.toString()).strip();
    elements.set(element.index, new Element(element.path, text, element.tag));
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  private static String value(Matcher attribute) {
    return attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
  }
}
