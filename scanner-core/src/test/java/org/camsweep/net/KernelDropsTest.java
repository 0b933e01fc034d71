package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.OptionalLong;
import java.util.Set;
import org.camsweep.house.NotRun;
import org.junit.jupiter.api.Test;

class KernelDropsTest {
  private static final String TABLE =
      """
         sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
        407: 00000000:076C 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4711 2 0000000000000000 12
        407: 00000000:076C 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4712 2 0000000000000000 900
        408: 00000000:076D 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4713 2 0000000000000000 3
        409: broken
      """;

  @Test
  void onlyOwnSocketsCount() {
    assertThat(KernelDrops.of(TABLE, Set.of("4711", "4713", "407"), "")).isEqualTo(15);
    assertThat(KernelDrops.of(TABLE, Set.of(), "")).isZero();
    assertThat(KernelDrops.of("", Set.of("4711"), "")).isZero();
  }

  @Test
  void onePortAlone() {
    assertThat(KernelDrops.of(TABLE, Set.of("4711", "4713"), ":076C")).isEqualTo(12);
    assertThat(KernelDrops.of(TABLE, Set.of("4711", "4713"), ":076D")).isEqualTo(3);
    assertThat(KernelDrops.of(TABLE, Set.of("4711"), ":076D")).isZero();
  }

  /** A socket that nobody reads, as a library's is that is too slow. */
  @Test
  void whatAnUnreadSocketOfThisProcessDropsIsCounted() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramSocket unread = new DatagramSocket(0, loopback);
        DatagramSocket sender = new DatagramSocket(0, loopback)) {
      int port = unread.getLocalPort();
      OptionalLong before = KernelDrops.at(port);
      NotRun.unless(before.isPresent(), "the kernel does not tell what it drops");
      assertThat(before.getAsLong()).isZero();
      unread.setReceiveBufferSize(4_096);
      for (int i = 0; i < 200; i++) {
        sender.send(new DatagramPacket(new byte[1_000], 1_000, loopback, port));
      }
      assertThat(KernelDrops.at(port).getAsLong()).isBetween(100L, 200L);
      assertThat(KernelDrops.at(sender.getLocalPort())).hasValue(0);
    }
  }
}
