package org.camsweep.nmap;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camsweep.config.ConfigException;

/** An Nmap XML report ({@code -oX}), read host by host. */
public final class NmapFile {
  static final long MAX_BYTES = 64L * 1024 * 1024;
  private static final int MAX_DEPTH = 24;

  /** What is done with each host. */
  public interface Taker {
    void take(NmapHost host);
  }

  /**
   * How the report ended.
   *
   * @param version of Nmap, as it says
   * @param down hosts that did not answer it
   * @param whole whether the report has its end
   */
  public record Ending(String version, long hosts, long down, boolean whole) {}

  private final String name;
  private final InputStream in;
  private final Taker taker;
  private String version = "";
  private long hosts;
  private long down;
  private boolean whole;

  private NmapFile(String name, InputStream in, Taker taker) {
    this.name = name;
    this.in = in;
    this.taker = taker;
  }

  /** Whether a file that begins so is such a report, by its content and not by its name. */
  public static boolean begins(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("<") && text.contains("<nmaprun");
  }

  /**
   * Gives every host of a report.
   *
   * @throws ConfigException if the file is no such report, too large, or broken from its beginning
   */
  public static Ending read(Path file, Taker taker) throws ConfigException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ConfigException(
            file.toString(), 0, "is larger than 64 MiB", "let Nmap write a file for each network");
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        return read(file.toString(), in, taker);
      }
    } catch (IOException e) {
      throw new ConfigException(file.toString(), 0, "cannot be read", "check its permissions");
    }
  }

  static Ending read(String name, InputStream in, Taker taker) throws ConfigException {
    return new NmapFile(name, in, taker).read();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("no entity is resolved");
        });
    return factory;
  }

  private Ending read() throws ConfigException {
    try {
      // Decoded here: the JDK's reader prints a line of its own about bytes that are no UTF-8.
      CharsetDecoder utf8 =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      Reader text = Prolog.after(new BufferedReader(new InputStreamReader(in, utf8)));
      elements(factory().createXMLStreamReader(text));
    } catch (CharacterCodingException e) {
      throw new ConfigException(name, 0, "is not UTF-8 text", "give the file as nmap -oX wrote it");
    } catch (IOException e) {
      throw new ConfigException(name, 0, "cannot be read", "check its permissions");
    } catch (XMLStreamException e) {
      if (hosts + down == 0) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        boolean other = e.getNestedException() instanceof CharacterCodingException;
        throw new ConfigException(
            name,
            Math.max(0, line),
            other ? "is not UTF-8 text" : "is no readable Nmap report",
            other ? "give the file as nmap -oX wrote it" : "give the file of nmap -oX");
      }
    }
    return new Ending(version, hosts, down, whole);
  }

  /** A report that breaks off is read as far as it goes: the last host was perhaps not finished. */
  private void elements(XMLStreamReader xml) throws XMLStreamException {
    int depth = 0;
    HostReading host = new HostReading();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > MAX_DEPTH) {
            throw new XMLStreamException("deeper than " + MAX_DEPTH, xml.getLocation());
          }
          start(xml, depth, host);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> host.text(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (end(xml.getLocalName(), host)) {
            host = new HostReading();
          }
        }
        default -> {} // comments, processing instructions, the document type's name
      }
    }
  }

  private void start(XMLStreamReader xml, int depth, HostReading host) throws XMLStreamException {
    if (depth == 1) {
      if (!xml.getLocalName().equals("nmaprun")) {
        throw new XMLStreamException("not nmaprun", xml.getLocation());
      }
      version = HostReading.attribute(xml, "version");
    } else if (xml.getLocalName().equals("finished")) {
      whole = HostReading.attribute(xml, "exit").equals("success");
    }
    host.start(xml);
  }

  private boolean end(String element, HostReading host) {
    host.end(element);
    if (!element.equals("host")) {
      return false;
    }
    NmapHost read = host.host();
    if (read.up() && !read.addresses().isEmpty()) {
      hosts++;
      taker.take(read);
    } else {
      down++;
    }
    return true;
  }
}
