package org.camsweep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationFileTest {
  @TempDir Path home;

  private List<Observation> read(String text) throws Exception {
    Path file = Files.writeString(home.resolve("o.ndjson"), text);
    List<Observation> all = new ArrayList<>();
    JournalReader.ofObservations(file).observations((o, raw) -> all.add(o));
    return all;
  }

  @Test
  void anOutsiderMayLeaveOutWhatHeDoesNotKnow() throws Exception {
    List<Observation> all =
        read(
            "\ufeff{\"address\":\"10.0.0.5\",\"probe\":\"http\",\"port\":8080,"
                + "\"facts\":{\"http.server\":\"App-webs/\",\"http.status\":200,"
                + "\"http.header\":[\"A: 1\",\"B: 2\"],\"x-note\":7},\"x-source\":{\"any\":1}}\r\n"
                + "\n"
                + "{\"address\":\"2001:db8::5\",\"probe\":\"wsd\",\"transport\":\"udp\"}");
    assertThat(all).hasSize(2);
    Observation first = all.get(0);
    assertThat(first.id()).isEqualTo("line-1");
    assertThat(first.network()).isEmpty();
    assertThat(first.endpoint()).isEqualTo(Endpoint.tcp(8080));
    assertThat(first.at()).isEqualTo(Instant.EPOCH);
    assertThat(first.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(first.rawSha256()).isEqualTo(Optional.empty());
    assertThat(first.facts())
        .containsExactly(
            Fact.of(Field.of("http.server"), "App-webs/"),
            Fact.of(Field.of("http.status"), "200"),
            Fact.of(Field.of("http.header"), "A: 1"),
            Fact.of(Field.of("http.header"), "B: 2"));
    assertThat(all.get(1).id()).isEqualTo("line-3");
    assertThat(all.get(1).endpoint()).isEqualTo(Endpoint.link());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"probe\":\"http\"}|'address' is missing; add \"address\"",
        "{\"address\":\"10.0.0.1\"}|'probe' is missing; add \"probe\"",
        "{\"address\":\"cam.example\",\"probe\":\"http\"}|not an address",
        "{\"address\":\"10.0.0.1\",\"probe\":\"HTTP\"}|not a probe's name",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"ports\":80}|unknown key 'ports'",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"port\":70000}|out of range",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"port\":80,\"transport\":\"sctp\"}|not a transport",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"at\":\"noon\"}|not a time in UTC",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"outcome\":\"fine\"}|'fine' is not known",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"facts\":{\"Server\":\"x\"}}|a fact's name is no field",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"facts\":{\"http.server\":null}}|expected a text",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"facts\":{\"http.server\":[[1]]}}|expected a text",
        "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"raw\":\"***\"}|'raw' is not Base64",
        "{\"address\":|not JSON",
      })
  void whatIsWrongNamesItsLineAndCure(String line, String message) {
    String good = "{\"address\":\"10.0.0.1\",\"probe\":\"http\"}\n";
    assertThatThrownBy(() -> read(good + line + "\n" + good))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("o.ndjson:2: ")
        .hasMessageContaining(message)
        .hasMessageContaining("; ");
  }

  @Test
  void aLineIsBounded() {
    String line = "{\"address\":\"10.0.0.1\",\"probe\":\"http\",\"x-a\":\"" + "a".repeat(5 << 20);
    assertThatThrownBy(() -> read(line + "\"}\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("o.ndjson:1: a line of more than 4 MiB");
  }
}
