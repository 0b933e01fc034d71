package org.camsweep.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  @Test
  void aFolderThatIsNotThereHasNoSealToTakeOff(@TempDir Path folder) {
    Path missing = folder.resolve("new");
    ResultFolder.unseal(missing);
    assertThat(missing).doesNotExist();
  }

  @Test
  void takesTheSealOffAndLeavesTheRest(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{}");
    Files.writeString(folder.resolve("report.json"), "{}");
    ResultFolder.unseal(folder);
    assertThat(folder.resolve("manifest.json")).doesNotExist();
    assertThat(folder.resolve("report.json")).exists();
  }
}
