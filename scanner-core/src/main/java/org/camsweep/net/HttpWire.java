package org.camsweep.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.camsweep.probe.spi.Ask;

/** An HTTP question as bytes: the edge adds whom it asks, and who asks. */
final class HttpWire {
  private HttpWire() {}

  static byte[] render(Ask.Http ask, InetAddress host, String userAgent) {
    return ask.bytes(authority(host, ask), userAgent);
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
