package org.camsweep.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.camsweep.probe.spi.Ask;

/**
 * An HTTP question as bytes (RFC 9112): Host, User-Agent added, and {@code Connection: close} where
 * the question says nothing of the connection.
 */
final class HttpWire {
  private HttpWire() {}

  static byte[] render(Ask.Http ask, InetAddress host, String userAgent) {
    StringBuilder head = new StringBuilder(256);
    head.append(ask.method()).append(' ').append(ask.path()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority(host, ask)).append("\r\n");
    head.append("User-Agent: ").append(userAgent).append("\r\n");
    new TreeMap<>(ask.headers())
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (ask.body().length > 0) {
      head.append("Content-Length: ").append(ask.body().length).append("\r\n");
    }
    head.append(ask.headers().containsKey("Connection") ? "\r\n" : "Connection: close\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + ask.body().length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(ask.body(), 0, all, start.length, ask.body().length);
    return all;
  }

  private static String authority(InetAddress host, Ask.Http ask) {
    String text = host.getHostAddress();
    int zone = text.indexOf('%');
    if (zone >= 0) {
      text = text.substring(0, zone);
    }
    if (host instanceof Inet6Address) {
      text = "[" + text + "]";
    }
    return ask.port() == (ask.tls() ? 443 : 80) ? text : text + ":" + ask.port();
  }
}
