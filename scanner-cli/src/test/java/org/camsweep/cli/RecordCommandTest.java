package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a stored result to a recording that somebody else can identify. */
class RecordCommandTest {
  @TempDir Path folder;

  @Test
  void aDeviceOfAResultIsRecordedAndIdentifiedAgain() throws Exception {
    Path result = folder.resolve("out");
    StoredResult.write(result, true, "V5.5.0");
    Path file = folder.resolve("unknown.ndjson");
    String[] record = {"record", "10.0.0.1", "--result", result.toString(), "-o", file.toString()};
    Typed typed = Typed.camsweep(record);
    assertThat(typed.err()).isEmpty();
    assertThat(typed.code()).isZero();
    String lines = Files.readString(file);
    assertThat(lines)
        .contains("192.0.2.1", "App-webs/", "V5.5.0")
        .doesNotContain("10.0.0.1", "cctv", "09:00");
    Typed again = Typed.camsweep("identify", file.toString(), "-o", "json=-");
    assertThat(again.out()).containsPattern("\"id\": ?\"hikvision\"").contains("192.0.2.1");
    assertThat(Typed.camsweep(record).err()).contains("exists; name another file");
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    Path result = folder.resolve("out");
    StoredResult.write(result, true, "V5.5.0");
    Typed typed = Typed.camsweep("record", "10.0.0.9", "--result", result.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("holds nothing of 10.0.0.9");
    Typed name = Typed.camsweep("record", "camera.lan", "--result", result.toString());
    assertThat(name.code()).isEqualTo(2);
    assertThat(name.err()).contains("'camera.lan' is no address");
  }
}
