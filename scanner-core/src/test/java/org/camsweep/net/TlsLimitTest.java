package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.junit.jupiter.api.Test;

/** Devices that shake hands for ever. */
class TlsLimitTest extends LoopbackEdge {
  /** More than all buffers of a connection on loopback hold. */
  private static final long ENDLESS = 256L * 1024 * 1024;

  /** A warning that this Java passes over: the user cancelled something. */
  private static final byte[] WARNING = {21, 3, 3, 0, 2, 1, 90};

  private static final Duration LONG = Duration.ofSeconds(9);

  private final AtomicLong taken = new AtomicLong();

  @Test
  void aHandshakeWithoutEndIsCutShortByItsBytes() throws Exception {
    int port = site.tcp(HOST, (socket, request) -> endless(socket));
    Ask.Http get = Ask.Http.get(port, true, "/");
    Ask patient = new Ask.Http(port, true, "GET", "/", get.headers(), new byte[0], 65_536, LONG);
    Heard.Reply reply = reply(ask(patient));
    assertThat(reply.bytes()).isEmpty();
    assertThat(reply.cutShort()).isTrue();
    assertThat(taken).hasValueLessThan(ENDLESS / 4);
  }

  private void endless(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(hello());
    byte[] some = new byte[16_384 / WARNING.length * WARNING.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = WARNING[i % WARNING.length];
    }
    while (taken.addAndGet(some.length) < ENDLESS) {
      out.write(some);
    }
  }

  /** ServerHello: version, random, no session, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256. */
  private static byte[] hello() {
    byte[] all = Arrays.copyOf(new byte[] {22, 3, 3, 0, 42, 2, 0, 0, 38, 3, 3}, 47);
    all[44] = (byte) 0xc0;
    all[45] = 0x2f;
    return all;
  }
}
