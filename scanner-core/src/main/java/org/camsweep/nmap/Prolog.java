package org.camsweep.nmap;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import javax.xml.stream.XMLStreamException;

/**
 * What stands before the root of a report (XML 1.0, production 22): declaration, document type,
 * comments, instructions. It is taken away before the JDK's reader sees it, because that reader
 * prints the trace of an exception of its own where a document type breaks off in its declarations.
 */
final class Prolog {
  private static final int MOST = 65_536;

  private final Reader in;
  private int read;
  private int lines;

  private Prolog(Reader in) {
    this.in = in;
  }

  /**
   * The text from the root on, behind as many line ends as were before it: lines keep their
   * numbers.
   *
   * @throws XMLStreamException if no root is met, or a document type declares anything
   */
  static Reader after(Reader in) throws IOException, XMLStreamException {
    Prolog prolog = new Prolog(in);
    int first = prolog.toRoot();
    PushbackReader rest = new PushbackReader(in, prolog.lines + 2);
    rest.unread(first);
    rest.unread('<');
    for (int i = 0; i < prolog.lines; i++) {
      rest.unread('\n');
    }
    return rest;
  }

  /** Reads up to the root; its tag's second character. */
  private int toRoot() throws IOException, XMLStreamException {
    while (true) {
      char c = next();
      if (c == '<') {
        char kind = next();
        if (kind == '?') {
          skipTo("?>");
        } else if (kind == '!') {
          declared(next());
        } else {
          return kind;
        }
      } else if (!Character.isWhitespace(c) && (c != '\ufeff' || read > 1)) {
        throw new XMLStreamException("text before the root");
      }
    }
  }

  private void declared(char first) throws IOException, XMLStreamException {
    if (first == '-') {
      skipTo("-->");
      return;
    }
    char quote = 0;
    for (char c = first; quote != 0 || c != '>'; c = next()) {
      if (quote == 0 && c == '[') {
        throw new XMLStreamException("a document type that declares");
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
  }

  private void skipTo(String end) throws IOException, XMLStreamException {
    StringBuilder last = new StringBuilder();
    while (!end.contentEquals(last)) {
      last.append(next());
      if (last.length() > end.length()) {
        last.deleteCharAt(0);
      }
    }
  }

  private char next() throws IOException, XMLStreamException {
    int c = in.read();
    if (c < 0 || ++read > MOST) {
      throw new XMLStreamException("no root");
    }
    if (c == '\n') {
      lines++;
    }
    return (char) c;
  }
}
