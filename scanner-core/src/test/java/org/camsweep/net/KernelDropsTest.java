package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
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
    assertThat(KernelDrops.of(TABLE, Set.of("4711", "4713", "407"))).isEqualTo(15);
    assertThat(KernelDrops.of(TABLE, Set.of())).isZero();
    assertThat(KernelDrops.of("", Set.of("4711"))).isZero();
  }
}
