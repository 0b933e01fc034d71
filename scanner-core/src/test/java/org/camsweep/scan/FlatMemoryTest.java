package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No structure grows with the address space: each program runs in a Java of its own with so little
 * memory that a few bytes for each address would end it.
 */
class FlatMemoryTest {
  @TempDir Path folder;

  /** A byte for each address alone would be 16 MiB. */
  @Test
  void aReportAndAResumedScanOfASlashEightNeedEightMebibytes() throws Exception {
    assertThat(run(WholeEight.class, 8, "10.0.0.0/8"))
        .contains("inScope=16777216", "present=4093,", "silent=16773123,", "notAsked=0,");
  }

  /** The address objects of a quarter of a million hosts alone would be more. */
  @Test
  void aSimulatedScanOfAQuarterOfAMillionAddressesNeedsThirtyTwoMebibytes() throws Exception {
    assertThat(run(SimulatedSweep.class, 32, "127.0.0.0/14", "1000"))
        .contains("inScope=262144", "present=262,", "notAsked=0,", "complete=true");
  }

  private String run(Class<?> program, int mebibytes, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + mebibytes + "m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(words));
    Path said = folder.resolve("said.txt");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    String text = Files.readString(said);
    assertThat(code).as(text).isZero();
    return text;
  }
}
