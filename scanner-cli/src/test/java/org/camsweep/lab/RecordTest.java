package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A device asked and recorded in one step. */
@LabTest
class RecordTest {
  @Test
  void anAddressIsAskedAndItsRecordingHoldsNoAddressOfIt() throws Exception {
    try (Pair pair = Pair.open("nmap")) {
      Process serving =
          pair.startThere("/usr/bin/python3", Cameras.source("capture/serve.py"), Pair.THERE);
      pair.await("the servers", () -> pair.there().listens(serving, "tcp", 23));
      Path asked = pair.file("asked");
      Path recording = pair.file("unknown.ndjson");

      Command.Result run =
          pair.camsweep(
              "record", Pair.THERE, "--ask", asked.toString(), "-o", recording.toString());

      assertThat(run.code()).as(run.text()).isZero();
      assertThat(asked.resolve("report.json")).exists();
      assertThat(Files.readString(recording))
          .contains("192.0.2.1", "\"probe\":\"http\"")
          .doesNotContain(Pair.THERE, Pair.THERE_MAC);
      Command.Result again = pair.camsweep("identify", recording.toString());
      assertThat(again.text()).contains("192.0.2.1");
    }
  }
}
