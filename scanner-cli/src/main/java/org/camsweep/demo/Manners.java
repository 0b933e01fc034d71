package org.camsweep.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Devices that do not speak properly. */
final class Manners {
  private static final int DRIP_MILLIS = 250;

  private Manners() {}

  /** Bytes of no protocol, the same ones every time. */
  static byte[] garbage() {
    byte[] bytes = new byte[300];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  /** Says something of no protocol and hangs up. */
  static void garble(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(garbage());
    out.flush();
    client.shutdownOutput();
    client.getInputStream().readNBytes(4_096); // an early close would reset what was said
  }

  /** Answers any datagram with something of no protocol. */
  static List<byte[]> garble(byte[] question) {
    return List.of(garbage());
  }

  /** Begins an answer, then gives a byte now and then for as long as the client stays. */
  static void drip(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write("HTTP/1.1 200 OK\r\nX-Filler: ".getBytes(StandardCharsets.US_ASCII));
    client.setSoTimeout(DRIP_MILLIS);
    int drops = Switchboard.PATIENCE_MILLIS / DRIP_MILLIS;
    while (drops > 0) {
      out.write('.');
      out.flush();
      try {
        drops = client.getInputStream().read() < 0 ? 0 : drops;
      } catch (SocketTimeoutException e) {
        drops--; // nothing was said meanwhile: the next drop
      }
    }
  }
}
