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
  void askingIsRefusedWhereAScanIs() {
    Path asked = folder.resolve("asked");
    Typed typed = Typed.camsweep("record", "127.77.3.9", "--ask", asked.toString());
    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.err()).contains("127.77.3.9");
    assertThat(typed.out()).isEmpty();
    assertThat(asked).doesNotExist();
  }

  @Test
  void askingStaysWithinTheSite() throws Exception {
    Path site = folder.resolve("site.yaml");
    Files.writeString(
        site,
        """
        version: 1
        sites:
          - id: house
            networks: [{ id: cctv, cidr: 10.77.4.0/24 }]
        """);
    Path asked = folder.resolve("asked");
    Typed typed =
        Typed.camsweep("record", "10.77.3.9", "--ask", asked.toString(), "--site", "" + site);
    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.err()).contains("10.77.3.9");
    assertThat(asked).doesNotExist();
    Typed both = Typed.camsweep("record", "127.77.3.9", "--ask", "a", "--result", "b");
    assertThat(both.err()).contains("--ask does not go with --result; leave one out");
    assertThat(Typed.camsweep("record", "127.77.3.9", "--site", "a").err())
        .contains("--site goes with --ask only");
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
