package org.camsweep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camsweep.observe.Field;
import org.junit.jupiter.api.Test;

class ObservationFormatTest {
  private static final Path PAGE = Path.of("../docs/observations.md");

  @Test
  void thePageSaysWhatTheProbesDeclare() throws IOException {
    String made = ObservationFormat.markdown(ProbeCatalogue.all());
    if (Boolean.getBoolean("camsweep.docs.write")) {
      Files.writeString(PAGE, made);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "write it anew: mvn -pl scanner-core test -Dtest=ObservationFormatTest"
                + " -Dcamsweep.docs.write=true")
        .isEqualTo(made);
  }

  @Test
  void everyFieldHasItsLine() {
    String made = ObservationFormat.markdown(ProbeCatalogue.all());
    for (Field field : ProbeCatalogue.fields()) {
      assertThat(made).contains("\n| `" + field + "` | ");
    }
    assertThat(made).contains("\n| `neighbour.mac` | ");
  }
}
