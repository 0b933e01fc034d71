package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables as proc(5) describes them. */
class KernelCountsTest {
  private static final String UDP =
      """
         sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
        101: 00000000:0E76 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 11 2 0 %d
        102: 00000000:14E9 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 12 2 0 900
      """;

  private static final String ARP =
      """
      entries  allocs   destroys hash_grows lookups  hits     res_failed rcv_probes_mcast rcv_probes_ucast periodic_gc_runs forced_gc_runs unresolved_discards table_fulls
      00000004 00000010 00000000 00000000 00000000 00000000 00000000 0 0 00000000 00000000 00000000 %x
      00000004 00000010 00000000 00000000 00000000 00000000 00000000 0 0 00000000 00000000 00000000 00000002
      """;

  @TempDir private Path folder;

  private KernelCounts read(int drops, int fulls) throws IOException {
    Files.createDirectories(folder.resolve("stat"));
    Files.writeString(folder.resolve("udp"), UDP.formatted(drops));
    Files.writeString(folder.resolve("stat/arp_cache"), ARP.formatted(fulls));
    return KernelCounts.read(folder, Set.of(0x0E76));
  }

  @Test
  void ourOwnSocketsDropsAndFullTablesOfAllProcessorsAreCounted() throws IOException {
    KernelCounts before = read(3, 0x10);
    assertThat(read(3, 0x10).since(before)).isEmpty();
    assertThat(read(10, 0x1f).since(before))
        .isEqualTo(Map.of(KernelCounts.DATAGRAMS, 7L, KernelCounts.NEIGHBOURS, 15L));
  }

  @Test
  void aSystemThatTellsNothingCountsNothing() {
    KernelCounts nothing = KernelCounts.read(folder.resolve("none"), Set.of(1));
    assertThat(nothing.since(nothing)).isEmpty();
  }

  @Test
  void aTableThatLooksOtherwiseIsNotTold() throws IOException {
    Files.writeString(
        folder.resolve("udp"), "nonsense\n1: x y z\n 1: 00000000:zz 1 1 1 1 1 1 1 1 1 1 x");
    assertThat(KernelCounts.read(folder, Set.of(0)).counts())
        .containsEntry(KernelCounts.DATAGRAMS, 0L);
  }
}
