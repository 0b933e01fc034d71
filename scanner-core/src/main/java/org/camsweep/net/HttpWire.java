package org.camsweep.net;

import org.camsweep.probe.spi.Ask;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/** An HTTP question as bytes: the edge adds whom it asks, and who asks. */
final class HttpWire {
  private HttpWire() {}

  static byte[] render(Ask.Http ask, Address host, String userAgent) {
    return ask.bytes(authority(host, ask), userAgent);
  }

  private static String authority(Address host, Ask.Http ask) {
    String text = AddressText.withoutZone(host); // a zone means nothing to others (RFC 6874)
    if (!host.isV4()) {
      text = "[" + text + "]";
    }
    return ask.port() == (ask.tls() ? 443 : 80) ? text : text + ":" + ask.port();
  }
}
