package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class ExpectedTest {
  private static final Address HOST = Cidr.address("192.0.2.1");
  private static final String ID = "0b5d0f6e-7a5c-4f1f-9c3e-0000000000aa";
  private static final Ear NOBODY =
      new Ear() {
        @Override
        public void heard(Heard heard) {}

        @Override
        public void ended() {}
      };

  private final Set<Address> flooders = new HashSet<>();
  private final Expected expected = new Expected(flooders);
  private final Object asking = new Object();
  private final Object everybodys = new Object();

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void ask(String question) {
    expected.add(
        HOST, new Ask.Datagram(3702, ascii(question), Duration.ofSeconds(1)), asking, NOBODY);
  }

  @Test
  void whatComesToTheAskingSocketIsAnAnswer() {
    ask("who");
    assertThat(expected.from(HOST, asking, ascii("me"))).isPresent();
  }

  @Test
  void whatComesToAPortThatEverybodyKnowsIsNoneUnlessItSaysTheIdentifier() {
    ask("who <Uuid>" + ID.toUpperCase(java.util.Locale.ROOT) + "</Uuid>");
    assertThat(expected.from(HOST, everybodys, ascii("me"))).isEmpty();
    assertThat(expected.from(HOST, everybodys, ascii("me, to " + ID))).isPresent();
  }

  /** Every host that was asked knows the socket's port, and can answer in another's name. */
  @Test
  void whereTheQuestionHasAnIdentifierTheSocketAloneProvesNothing() {
    ask("who <Uuid>" + ID + "</Uuid>");
    assertThat(expected.from(HOST, asking, ascii("bye"))).isEmpty();
    assertThat(expected.from(HOST, asking, ascii("me, to " + ID))).isPresent();
  }

  @Test
  void nothingInANameThatIsNotItsOwnTakesTheAnswersPlace() {
    ask("who");
    for (int i = 0; i < 10 * Expected.MAX_REPLIES; i++) {
      assertThat(expected.from(HOST, everybodys, ascii("forged"))).isEmpty();
    }
    assertThat(expected.from(HOST, asking, ascii("me"))).isPresent();
    assertThat(flooders).as("in whose name it was, is not who it was").isEmpty();
  }

  @Test
  void whoAnswersOneQuestionTooOftenIsRemembered() {
    ask("who");
    for (int i = 0; i < Expected.MAX_REPLIES; i++) {
      expected.from(HOST, asking, ascii("me")).orElseThrow().count();
    }
    assertThat(flooders).isEmpty();
    assertThat(expected.from(HOST, asking, ascii("me"))).isEmpty();
    assertThat(flooders).containsExactly(HOST);
  }
}
