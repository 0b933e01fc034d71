package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLimitsTest {
  @TempDir private Path controls;

  private KernelLimits read(String ports, String buffer) throws IOException {
    Files.createDirectories(controls.resolve("net/ipv4"));
    Files.createDirectories(controls.resolve("net/core"));
    Files.writeString(controls.resolve("net/ipv4/ip_local_port_range"), ports);
    Files.writeString(controls.resolve("net/core/rmem_max"), buffer);
    return KernelLimits.read(controls);
  }

  @Test
  void whatIsTooSmallIsNotedWithItsCure() throws IOException {
    assertThat(read("40000\t40020\n", "212992\n").notes())
        .extracting(KernelLimits.Line::text)
        .anyMatch(t -> t.contains("gives 21;") && t.contains("sysctl net.ipv4.ip_local_port_range"))
        .anyMatch(t -> t.contains("212,992 bytes") && t.contains("sysctl net.core.rmem_max"));
  }

  @Test
  void whatSufficesIsFine() throws IOException {
    KernelLimits limits = read("32768\t60999\n", "4194304\n");
    assertThat(limits.notes()).isEmpty();
    assertThat(limits.fine()).hasSize(2);
  }

  @Test
  void aSystemThatTellsNothingIsNotGuessedAt() {
    KernelLimits limits = KernelLimits.read(controls.resolve("none"));
    assertThat(limits.notes()).isEmpty();
    assertThat(limits.fine()).isEmpty();
  }
}
