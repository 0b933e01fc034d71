package org.camsweep.probe.spi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The head of an HTTP-like message: a start line, header lines in their order and spelling, and the
 * bytes after the empty line (RFC 9112 §2, RFC 2326 §4, UPnP Device Architecture 1.1 §1). Bare line
 * feeds, folded lines and a missing end are read as far as they go.
 *
 * @param startLine without its line end
 * @param headers at most {@value #MAX_HEADERS}
 * @param body what came after the head, still encoded
 * @param cut limits that were met in reading the head
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MessageHead(String startLine, List<Header> headers, byte[] body, List<String> cut) {
  static final int MAX_HEADERS = 100;
  private static final int MAX_HEAD = 32 * 1024;

  /** One header as it was sent. */
  public record Header(String name, String value) {}

  public static MessageHead parse(byte[] bytes) {
    int end = Framing.headEnd(bytes, bytes.length);
    int whole = end < 0 ? bytes.length : end;
    int head = Math.min(whole, MAX_HEAD);
    Cuts cuts = new Cuts();
    if (head < whole) {
      cuts.at("bytes of a head", MAX_HEAD);
    }
    String text = SaidText.decode(Arrays.copyOf(bytes, head));
    List<Header> headers = new ArrayList<>();
    String[] lines = text.split("\r?\n", MAX_HEADERS * 2);
    int next = 1;
    while (next < lines.length && headers.size() < MAX_HEADERS) {
      line(lines[next++], headers);
    }
    if (next < lines.length && lines[next].contains(":")) {
      cuts.at("headers of a reply", MAX_HEADERS);
    }
    byte[] body = end < 0 ? new byte[0] : Arrays.copyOfRange(bytes, end, bytes.length);
    return new MessageHead(lines[0].strip(), List.copyOf(headers), body, cuts.named());
  }

  private static void line(String line, List<Header> headers) {
    boolean folded = line.startsWith(" ") || line.startsWith("\t");
    if (folded && !headers.isEmpty()) {
      Header last = headers.remove(headers.size() - 1);
      headers.add(new Header(last.name(), last.value() + " " + line.strip()));
      return;
    }
    int colon = line.indexOf(':');
    if (colon > 0) {
      headers.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
  }

  /** Three digits after the protocol's name; empty if the start line has none. */
  public Optional<String> status() {
    String[] words = startLine.split("\\s+", 3);
    return words.length >= 2 && words[1].matches("[1-9]\\d\\d")
        ? Optional.of(words[1])
        : Optional.empty();
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** Values of all headers of this name, compared without case. */
  public List<String> all(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Names in the order and case as sent, joined by commas. */
  public String names() {
    return headers.stream().map(Header::name).collect(Collectors.joining(","));
  }

  /** The realms of all challenges of a header such as {@code WWW-Authenticate}, each once. */
  public List<String> realms(String header) {
    return all(header).stream().flatMap(v -> Challenges.realms(v).stream()).distinct().toList();
  }

  /** Whether bytes begin as this protocol's answers do, for example {@code HTTP/}. */
  public static boolean starts(byte[] bytes, String protocol) {
    byte[] start = protocol.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= start.length && Arrays.equals(Arrays.copyOf(bytes, start.length), start);
  }
}
