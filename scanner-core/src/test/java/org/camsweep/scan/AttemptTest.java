package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private static Observation said(String id, String address, int port) {
    return new Observation(
        id,
        Cidr.address(address),
        Optional.of("n"),
        ProbeId.of("http"),
        Endpoint.tcp(port),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        List.of(),
        Optional.empty());
  }

  private static Observation unasked(String id, String address, int port) {
    Observation said = said(id, address, port);
    return new Observation(
        id,
        said.address(),
        said.network(),
        said.probe(),
        said.endpoint(),
        said.via(),
        said.at(),
        said.outcome(),
        List.of(Fact.of(Observation.UNASKED, "announced")),
        Optional.empty());
  }

  private static List<String> latest(Observation... all) {
    return Attempt.latest(List.of(all)).stream().map(Observation::id).toList();
  }

  @Test
  void theLastAttemptsAnswersReplaceTheEarlierOnes() {
    assertThat(
            latest(
                said("o1", "10.0.0.1", 80),
                said("o2", "10.0.0.1", 80),
                said("o3", "10.0.0.2", 80),
                said("o4-2", "10.0.0.1", 80),
                said("o5-3", "10.0.0.1", 80),
                said("o6-3", "10.0.0.1", 80)))
        .as("what was not asked again stays")
        .containsExactly("o3", "o5-3", "o6-3");
  }

  @Test
  void whatALaterAttemptDidNotComeToStays() {
    assertThat(
            latest(
                said("o1", "10.0.0.1", 80),
                said("o2", "10.0.0.1", 80),
                said("o3", "10.0.0.1", 443),
                said("o4-2", "10.0.0.1", 80)))
        .containsExactly("o2", "o3", "o4-2");
  }

  @Test
  void whatIsSaidUnaskedInALaterAttemptTakesNoAnswersPlace() {
    assertThat(
            latest(
                said("o1", "10.0.0.1", 80),
                unasked("o2", "10.0.0.1", 80),
                unasked("o3-2", "10.0.0.1", 80),
                unasked("o4-2", "10.0.0.1", 80)))
        .containsExactly("o1", "o3-2", "o4-2");
  }

  @Test
  void aScanThatWasNotTakenUpAgainIsTakenAsItIs() {
    assertThat(latest(said("o1", "10.0.0.1", 80), said("x", "10.0.0.1", 80)))
        .containsExactly("o1", "x");
  }

  @Test
  void identifiersTellNumberAndAttempt() {
    assertThat(Attempt.id(7, 1)).isEqualTo("o7");
    assertThat(Attempt.of(Attempt.id(7, 3))).isEqualTo(3);
    assertThat(Attempt.number("o7-3")).hasValue(7);
    assertThat(Attempt.number("line-3")).isEmpty();
  }
}
