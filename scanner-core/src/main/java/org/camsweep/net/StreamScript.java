package org.camsweep.net;

import java.net.InetAddress;
import java.time.Duration;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;

/**
 * What to say on one connection, and how long to listen.
 *
 * @param patience from connect to the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StreamScript(
    Ask ask,
    boolean tls,
    byte[] payload,
    Framing framing,
    int maxBytes,
    Duration patience,
    Duration connectTimeout) {

  static StreamScript of(Ask.Exchange exchange, Duration connectTimeout) {
    return new StreamScript(
        exchange,
        exchange.tls(),
        exchange.payload(),
        exchange.framing(),
        exchange.maxBytes(),
        exchange.patience(),
        connectTimeout);
  }

  static StreamScript of(
      Ask.Http http, InetAddress host, String userAgent, Duration connectTimeout) {
    return new StreamScript(
        http,
        http.tls(),
        HttpWire.render(http, host, userAgent),
        Framing.message(false),
        http.maxBytes(),
        http.patience(),
        connectTimeout);
  }

  int port() {
    return ask.endpoint().port();
  }
}
