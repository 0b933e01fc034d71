package org.camsweep.net;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
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

  /** Whether the device leaves the connection to us after this, a whole answer. */
  boolean canGoOn(byte[] answer) {
    int end = Framing.headEnd(answer, answer.length);
    String head = new String(answer, 0, Math.max(0, end), StandardCharsets.ISO_8859_1);
    String low = head.toLowerCase(Locale.ROOT);
    return ask.keeps()
        && framing.complete(answer, answer.length)
        && !low.startsWith("http/1.0")
        && !low.contains("\nconnection: close");
  }

  int port() {
    return ask.endpoint().port();
  }
}
