package org.camsweep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camsweep.observe.Endpoint;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Cidr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who asks for cameras is not thereby one: a question that is overheard teaches nothing. */
class QuestionsTest {
  static Stream<Probe.Multicast> probes() {
    return ProbeCatalogue.all().stream()
        .filter(Probe.Multicast.class::isInstance)
        .map(Probe.Multicast.class::cast);
  }

  @ParameterizedTest
  @MethodSource("probes")
  void aQuestionIsNotAnAnswer(Probe.Multicast probe) {
    for (Ask.Datagram ask : probe.call(new UUID(1, 2), Cidr.address("192.0.2.9"))) {
      Step step =
          probe.hear(
              new Heard.Reply(
                  Optional.empty(),
                  Cidr.address("192.0.2.9"),
                  Endpoint.udp(40_000),
                  Optional.empty(),
                  Instant.EPOCH,
                  ask.payload(),
                  false,
                  List.of(),
                  Optional.empty()));
      assertThat(step.facts()).as(probe.id().name()).isEmpty();
    }
  }

  /** A group or broadcast port that is asked is a place where it can be overheard. */
  @ParameterizedTest
  @MethodSource("probes")
  void everyMulticastProbeCanBeOverheard(Probe.Multicast probe) {
    assertThat(probe.overheard()).as(probe.id().name()).isNotEmpty();
  }
}
