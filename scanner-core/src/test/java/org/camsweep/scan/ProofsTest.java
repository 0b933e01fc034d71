package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

/** Which answers prove who sent them, and what is asked where they do not. */
class ProofsTest {
  private static final Address HOST = Cidr.address("127.65.0.3");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Ask.Datagram ASK = datagram("search");
  private static final List<Step.FollowUp> NEXT =
      List.of(new Step.FollowUp(HOST, Ask.Http.get(80, false, "/")));

  private final Proofs proofs = new Proofs();
  private final Probe named = named(false);

  private static Ask.Datagram datagram(String payload) {
    return new Ask.Datagram(
        9_001, payload.getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(1));
  }

  private static Heard reply(Ask ask) {
    return Heard.Reply.plain(ask, HOST, NOW, new byte[] {1});
  }

  private static Heard silence(Ask ask) {
    return new Heard.Silence(Optional.of(ask), HOST, NOW);
  }

  @Test
  void anAnswerAtAPortThatManyKnowIsProvedByASocketOfItsOwn() {
    Proofs.Then doubt = proofs.after(named, reply(ASK), NEXT);
    assertThat(doubt.next()).as("waits for the proof").isEmpty();
    Ask proof = doubt.proof().orElseThrow();
    assertThat(proof)
        .isInstanceOfSatisfying(
            Ask.Datagram.class,
            own -> {
              assertThat(own.ownSocket()).isTrue();
              assertThat(own.payload()).isEqualTo(ASK.payload());
              assertThat(own.port()).isEqualTo(ASK.port());
              assertThat(own.listen()).isEqualTo(ASK.listen());
            });
    Proofs.Then proved = proofs.after(named, reply(proof), List.of());
    assertThat(proved.next()).as("what its own answer leads to, which is nothing").isEmpty();
    assertThat(proved.proof()).isEmpty();
  }

  @Test
  void whoIsKnownToLiveIsAskedSoThatHisAnswerIsProof() {
    assertThat(Proofs.proving(named, ASK))
        .isInstanceOfSatisfying(Ask.Datagram.class, own -> assertThat(own.ownSocket()).isTrue());
    Ask identified = datagram(new UUID(7, 7).toString());
    assertThat(Proofs.proving(named, identified)).isSameAs(identified);
    assertThat(Proofs.proving(named(true), ASK)).isSameAs(ASK);
    Ask page = Ask.Http.get(80, false, "/");
    assertThat(Proofs.proving(named, page)).isSameAs(page);
  }

  @Test
  void onlyAMissingProofIsNoSignOfADeviceThatCeased() {
    Ask proof = proofs.after(named, reply(ASK), NEXT).proof().orElseThrow();
    assertThat(proofs.isMissing(silence(proof))).isTrue();
    assertThat(proofs.isMissing(reply(proof))).isFalse();
    assertThat(proofs.isMissing(silence(Proofs.proving(named, ASK)))).isFalse();
  }

  @Test
  void severalAnswersToOneQuestionAreProvedByOneQuestion() {
    Ask proof = proofs.after(named, reply(ASK), List.of()).proof().orElseThrow();
    assertThat(proofs.after(named, reply(ASK), NEXT).proof()).isEmpty();
    assertThat(proofs.after(named, reply(proof), NEXT).next()).isEqualTo(NEXT);
    assertThat(proofs.after(named, reply(proof), NEXT).next())
        .as("a second answer to the proof")
        .isEqualTo(NEXT);
  }

  @Test
  void whereNoProofComesInTwoTurnsNothingIsLost() {
    Ask first = proofs.after(named, reply(ASK), NEXT).proof().orElseThrow();
    Proofs.Then again = proofs.after(named, silence(first), List.of());
    assertThat(again.next()).isEmpty();
    Ask second = again.proof().orElseThrow();
    assertThat(second).isNotSameAs(first);
    Proofs.Then end = proofs.after(named, silence(second), List.of());
    assertThat(end.proof()).isEmpty();
    assertThat(end.next()).isEqualTo(NEXT);
  }

  @Test
  void whereTheProofCannotBeAskedForNothingIsLost() {
    Ask first = proofs.after(named, reply(ASK), NEXT).proof().orElseThrow();
    Heard unsent =
        new Heard.Refused(Optional.of(first), HOST, NOW, "not-sent: no descriptor", false);
    Proofs.Then end = proofs.after(named, unsent, List.of());
    assertThat(end.proof()).isEmpty();
    assertThat(end.next()).isEqualTo(NEXT);
  }

  @Test
  void anAnswerWithTheQuestionsIdentifierIsProofEnough() {
    Ask identified = datagram("<MessageID>urn:uuid:" + new UUID(7, 7) + "</MessageID>");
    assertThat(Proofs.isOpen(named, reply(identified))).isFalse();
    assertThat(proofs.after(named, reply(identified), NEXT))
        .isEqualTo(new Proofs.Then(NEXT, Optional.empty()));
  }

  @Test
  void whatCameOverAConnectionOrFromNobodyAskedNeedsNone() {
    assertThat(Proofs.isOpen(named, reply(Ask.Http.get(80, false, "/")))).isFalse();
    assertThat(Proofs.isOpen(named, silence(ASK))).isFalse();
    assertThat(proofs.after(named, silence(ASK), List.of()).proof()).isEmpty();
  }

  @Test
  void aProtocolWhoseAnswersGoToAFixedPortHasNoOtherWay() {
    assertThat(Proofs.isOpen(named(true), reply(ASK))).isFalse();
  }

  private static Probe named(boolean asksFromFixedPort) {
    return new NamedProbe("named") {
      @Override
      public Optional<Listening> listening() {
        return Optional.of(new Listening(9_001, List.of(), asksFromFixedPort));
      }
    };
  }
}
