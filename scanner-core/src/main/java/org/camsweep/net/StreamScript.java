package org.camsweep.net;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.site.Address;

/**
 * What to say on one connection, and how long to listen.
 *
 * @param patience from connect to the end
 * @param patient whether the host is known to live, so that a lost packet is worth waiting for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StreamScript(
    Ask ask,
    boolean tls,
    byte[] payload,
    Framing framing,
    int maxBytes,
    Duration patience,
    boolean patient) {

  static StreamScript of(Ask.Exchange exchange, boolean patient) {
    return new StreamScript(
        exchange,
        exchange.tls(),
        exchange.payload(),
        exchange.framing(),
        exchange.maxBytes(),
        exchange.patience(),
        patient);
  }

  static StreamScript of(Ask.Http http, Address host, String userAgent, boolean patient) {
    return new StreamScript(
        http,
        http.tls(),
        HttpWire.render(http, host, userAgent),
        Framing.message(false),
        http.maxBytes(),
        http.patience(),
        patient);
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
