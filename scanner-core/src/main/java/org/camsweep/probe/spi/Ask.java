package org.camsweep.probe.spi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.observe.Endpoint;

/**
 * One question. It carries no address (the edge adds an admitted one) and has no place for a
 * credential.
 */
public sealed interface Ask {
  /** Where at the host the question goes. */
  Endpoint endpoint();

  /** Whether the connection may serve the next question to the same port. */
  default boolean keeps() {
    return false;
  }

  <R> R fold(
      Function<Datagram, R> datagram, Function<Exchange, R> exchange, Function<Http, R> http);

  /**
   * One UDP datagram, and what comes back within {@code listen}.
   *
   * @param payload at most 1,400 bytes
   * @param ownSocket whether it leaves by a socket of its own, whose port only the asked host
   *     learns
   */
  @SuppressWarnings("ArrayRecordComponent") // asks are compared by identity only
  record Datagram(int port, byte[] payload, Duration listen, boolean ownSocket) implements Ask {
    /** An identifier in a question, which nobody but the asked host has seen. */
    private static final Pattern IDENTIFIER =
        Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** By the socket that its probe asks every host by. */
    public Datagram(int port, byte[] payload, Duration listen) {
      this(port, payload, listen, false);
    }

    public Datagram {
      if (payload.length > 1_400) {
        throw new IllegalArgumentException("datagram of " + payload.length + " bytes");
      }
    }

    /** The same question once more, by a socket of its own. */
    public Datagram byOwnSocket() {
      return new Datagram(port, payload, listen, true);
    }

    /** The identifier by which an answer shows that its sender has seen the question. */
    public Optional<String> identifier() {
      Matcher own = IDENTIFIER.matcher(new String(payload, StandardCharsets.ISO_8859_1));
      return own.find() ? Optional.of(own.group()) : Optional.empty();
    }

    @Override
    public Endpoint endpoint() {
      return Endpoint.udp(port);
    }

    @Override
    public <R> R fold(Function<Datagram, R> d, Function<Exchange, R> e, Function<Http, R> h) {
      return d.apply(this);
    }
  }

  /**
   * One TCP connection: connect, send (perhaps nothing), read until complete, close.
   *
   * @param tls whether the payload travels inside TLS
   * @param payload may be empty: a greeting is read without saying anything
   * @param maxBytes 1 to 65,536; a longer reply is cut short
   * @param patience from connect to the end, at most 10 s
   * @param keeps whether the protocol lets the next question to this port go by the same connection
   */
  @SuppressWarnings("ArrayRecordComponent") // asks are compared by identity only
  record Exchange(
      int port,
      boolean tls,
      byte[] payload,
      Framing framing,
      int maxBytes,
      Duration patience,
      boolean keeps)
      implements Ask {
    public Exchange {
      limits(maxBytes, patience);
    }

    /** A connection for this question alone. */
    public Exchange(
        int port, boolean tls, byte[] payload, Framing framing, int maxBytes, Duration patience) {
      this(port, tls, payload, framing, maxBytes, patience, false);
    }

    @Override
    public Endpoint endpoint() {
      return Endpoint.tcp(port);
    }

    @Override
    public <R> R fold(Function<Datagram, R> d, Function<Exchange, R> e, Function<Http, R> h) {
      return e.apply(this);
    }
  }

  /**
   * One HTTP/1.1 request. The edge adds Host, User-Agent and, unless the question has a {@code
   * Connection} of its own, {@code Connection: close}: servers that write no length end a page by
   * closing.
   *
   * @param method GET, or POST for a documented read-only request
   * @param headers no {@code Authorization}, {@code Cookie} or {@code Host}
   */
  @SuppressWarnings("ArrayRecordComponent") // asks are compared by identity only
  record Http(
      int port,
      boolean tls,
      String method,
      String path,
      Map<String, String> headers,
      byte[] body,
      int maxBytes,
      Duration patience)
      implements Ask {
    private static final Set<String> FORBIDDEN =
        Set.of("authorization", "proxy-authorization", "cookie", "host", "content-length");

    public Http {
      headers = Map.copyOf(headers);
      limits(maxBytes, patience);
      if (!List.of("GET", "POST").contains(method)) {
        throw new IllegalArgumentException("method " + method + " is never sent");
      }
      if (!path.startsWith("/") || !path.matches("[\\x21-\\x7e]{1,2048}")) {
        throw new IllegalArgumentException("not a request path");
      }
      for (Map.Entry<String, String> header : headers.entrySet()) {
        if (FORBIDDEN.contains(header.getKey().toLowerCase(Locale.ROOT))) {
          throw new IllegalArgumentException("a probe never sends " + header.getKey());
        }
        if (!header.getKey().matches("[A-Za-z0-9-]{1,64}")
            || !header.getValue().matches("[\\x20-\\x7e]{0,512}")) {
          throw new IllegalArgumentException("not a header: " + header.getKey());
        }
      }
    }

    /** A plain GET of at most 64 KiB within 6 seconds. */
    public static Http get(int port, boolean tls, String path) {
      return new Http(
          port,
          tls,
          "GET",
          path,
          Map.of("Accept", "*/*"),
          new byte[0],
          65_536,
          Duration.ofSeconds(6));
    }

    /**
     * The request (RFC 9112), with {@code Connection: close} where it says nothing of the
     * connection.
     *
     * @param authority the value of Host
     */
    public byte[] bytes(String authority, String userAgent) {
      StringBuilder head = new StringBuilder(256);
      head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
      head.append("Host: ").append(authority).append("\r\n");
      head.append("User-Agent: ").append(userAgent).append("\r\n");
      new TreeMap<>(headers)
          .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      if (body.length > 0) {
        head.append("Content-Length: ").append(body.length).append("\r\n");
      }
      head.append(headers.containsKey("Connection") ? "\r\n" : "Connection: close\r\n\r\n");
      byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
      byte[] all = Arrays.copyOf(start, start.length + body.length);
      System.arraycopy(body, 0, all, start.length, body.length);
      return all;
    }

    @Override
    public boolean keeps() {
      return "keep-alive".equals(headers.get("Connection"));
    }

    @Override
    public Endpoint endpoint() {
      return Endpoint.tcp(port);
    }

    @Override
    public <R> R fold(Function<Datagram, R> d, Function<Exchange, R> e, Function<Http, R> h) {
      return h.apply(this);
    }
  }

  private static void limits(int maxBytes, Duration patience) {
    if (maxBytes < 1 || maxBytes > 65_536) {
      throw new IllegalArgumentException("maxBytes " + maxBytes);
    }
    if (patience.isNegative() || patience.compareTo(Duration.ofSeconds(10)) > 0) {
      throw new IllegalArgumentException("patience " + patience);
    }
  }
}
