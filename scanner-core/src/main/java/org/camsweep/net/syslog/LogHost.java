package org.camsweep.net.syslog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where events are sent.
 *
 * @param host a name, or an address without brackets
 */
public record LogHost(Transport transport, String host, int port) {
  /** How they are sent. */
  public enum Transport {
    /** RFC 5425; the host's certificate must fit its name. */
    TLS(6_514),
    /** RFC 6587, octet-counted; anybody on the way can read and change it. */
    TCP(601),
    /** RFC 5426; whether it arrives nobody knows. */
    UDP(514);

    private final int usualPort;

    Transport(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  /** Whether a text is meant as a log host: it begins with a transport. */
  public static boolean isMeant(String text) {
    return text.matches("(?i)(tls|tcp|udp)://.*");
  }

  /** Reads {@code tls://host:port}; empty if it is no such place. */
  public static Optional<LogHost> parse(String text) {
    try {
      URI uri = new URI(text);
      boolean plain =
          isMeant(text)
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getPath().isEmpty()
              && uri.getQuery() == null
              && uri.getFragment() == null
              && uri.getPort() <= 65_535
              && uri.getPort() != 0;
      if (!plain) {
        return Optional.empty();
      }
      Transport transport = Transport.valueOf(uri.getScheme().toUpperCase(Locale.ROOT));
      String host = uri.getHost().replaceAll("^\\[|\\]$", "");
      int port = uri.getPort() < 0 ? transport.usualPort : uri.getPort();
      return Optional.of(new LogHost(transport, host, port));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return transport.name().toLowerCase(Locale.ROOT) + "://" + name + ":" + port;
  }
}
