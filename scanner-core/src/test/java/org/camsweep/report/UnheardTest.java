package org.camsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnheardTest {
  @Test
  void whatWasHeardAtLastIsNotSaid() {
    assertThat(Unheard.of(Map.of("asked-again.unheard", 12L, "unheard.waits", 12L))).isEmpty();
  }

  @Test
  void whatThisMachineFailedToHearIsSaid() {
    assertThat(
            Unheard.of(
                Map.of(Unheard.QUESTIONS, 3L, Unheard.CALL + "wsd", 1L, Unheard.CALL + "sadp", 1L)))
        .containsExactly(
            "3 questions: their answers may have come and found no room in the scanning machine,"
                + " also when asked again; an address that said nothing else counts as not asked.",
            "Answers to calls to everybody on the link may have found no room in the scanning"
                + " machine (sadp, wsd); a device that answers nothing else may be missing.");
  }

  @Test
  void whereTheSystemDoesNotTellThatIsSaid() {
    assertThat(Unheard.of(Map.of(Unheard.NOT_TOLD, 1L)))
        .containsExactly(
            "The scanning machine's system does not tell which datagrams it dropped: an answer"
                + " that found no room there looks like silence.");
  }
}
