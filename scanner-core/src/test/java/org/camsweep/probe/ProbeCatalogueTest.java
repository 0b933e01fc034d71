package org.camsweep.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.observe.Endpoint;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class ProbeCatalogueTest {
  @Test
  void namesAreUniqueAndEachProbeSaysWhatItIs() {
    List<String> names = ProbeCatalogue.all().stream().map(p -> p.id().name()).toList();
    assertThat(names).doesNotHaveDuplicates().contains("wsd");
    assertThat(ProbeCatalogue.all())
        .allSatisfy(p -> assertThat(p.about().title()).isNotBlank())
        .allSatisfy(p -> assertThat(p.fields()).isNotEmpty());
  }

  /**
   * Those that hear nothing have nothing to be fed with: what they are told, they do not believe.
   */
  @Test
  void everyProbeThatHearsKeepsTheContract() throws IOException {
    List<String> without = new ArrayList<>();
    for (Probe probe : ProbeCatalogue.all()) {
      String room = probe.getClass().getPackageName().replace('.', '/');
      Path folder = Path.of("src/test/java", room);
      boolean kept = false;
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.toList()) {
            String text = Files.readString(file);
            kept |=
                text.contains("extends ProbeContract")
                    && text.contains("new " + probe.getClass().getSimpleName() + "(");
          }
        }
      }
      if (!kept) {
        without.add(probe.id().name());
        Heard.Reply said =
            new Heard.Reply(
                Optional.empty(),
                Cidr.address("192.0.2.9"),
                Endpoint.tcp(80),
                Optional.empty(),
                Instant.EPOCH,
                "HTTP/1.1 200 OK\r\nServer: a camera\r\n\r\n".getBytes(US_ASCII),
                false,
                List.of(),
                Optional.empty());
        assertThat(probe.hear(said).facts()).as(probe.id().name()).isEmpty();
      }
    }
    assertThat(without).containsExactlyInAnyOrder("onvif-interview", "nmap", "echo");
  }

  @Test
  void whatRestsOnOneLineageIsOffByDefault() {
    assertThat(ProbeCatalogue.byDefault())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.about().confidence()).isNotEqualTo(Probe.Confidence.SINGLE));
  }

  @Test
  void wordsChangeTheDefault() throws UnknownProbeException {
    assertThat(ProbeCatalogue.select(List.of())).isEqualTo(ProbeCatalogue.byDefault());
    assertThat(ProbeCatalogue.select(List.of("-wsd")))
        .hasSize(ProbeCatalogue.byDefault().size() - 1);
    assertThat(ProbeCatalogue.select(List.of("wsd"))).hasSize(1);
    assertThat(ProbeCatalogue.select(List.of("-wsd", "+wsd")))
        .isEqualTo(ProbeCatalogue.byDefault());
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesTheKnown() {
    assertThatThrownBy(() -> ProbeCatalogue.select(List.of("+nosuch")))
        .isInstanceOf(UnknownProbeException.class)
        .hasMessageContaining("'nosuch'")
        .hasMessageContaining("wsd");
  }
}
