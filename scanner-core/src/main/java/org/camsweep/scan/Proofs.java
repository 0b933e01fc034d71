package org.camsweep.scan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step.FollowUp;

/**
 * Answers that another could have sent in one host's name. The socket that asks many hosts has a
 * port that all of them learn; where the question holds no identifier either, what comes to it
 * proves nothing. It is taken for unasked words, and the question is put again by a socket of its
 * own. What comes to that is the host's own; if nothing comes, what would have followed the first
 * answer follows.
 */
final class Proofs {
  /** Why such an answer counts as unasked. */
  static final String OPEN = "came to a port that all who are asked know";

  /** A datagram can get lost: the question is put so often. */
  private static final int TIMES = 2;

  /** Follow-ups that wait; a host that answers once in earnest has no more. */
  private static final int MOST = 8;

  /**
   * What to ask now.
   *
   * @param proof the question that proves the answer
   */
  record Then(List<FollowUp> next, Optional<Ask> proof) {}

  private record Doubt(int times, List<FollowUp> next) {
    void add(List<FollowUp> more) {
      more.stream().limit(Math.max(0, MOST - next.size())).forEach(next::add);
    }
  }

  private final IdentityHashMap<Ask, Doubt> doubted = new IdentityHashMap<>();
  private final IdentityHashMap<Ask, Doubt> proving = new IdentityHashMap<>();

  /**
   * Whether another than the host may have sent this. A protocol whose answers go to a fixed port
   * leaves no other way to ask.
   */
  static boolean isOpen(Probe probe, Heard heard) {
    return isReply(heard) && heard.ask().flatMap(ask -> open(probe, ask)).isPresent();
  }

  /** A question in the form that proves who answers it. */
  static Ask proving(Probe probe, Ask ask) {
    return open(probe, ask).<Ask>map(Ask.Datagram::byOwnSocket).orElse(ask);
  }

  private static Optional<Ask.Datagram> open(Probe probe, Ask ask) {
    boolean fixed = probe.listening().map(Probe.Listening::asksFrom).orElse(false);
    return datagram(ask).filter(d -> !fixed && !d.ownSocket() && d.identifier().isEmpty());
  }

  /** Whether nothing came to a question that was to prove an answer. */
  boolean isMissing(Heard heard) {
    return isSilence(heard) && heard.ask().map(proving::containsKey).orElse(false);
  }

  private static boolean isReply(Heard heard) {
    return heard.fold(r -> true, s -> false, no -> false);
  }

  private static boolean isSilence(Heard heard) {
    return heard.fold(r -> false, s -> true, no -> false);
  }

  private static Optional<Ask.Datagram> datagram(Ask ask) {
    return ask.fold(Optional::of, e -> none(), h -> none());
  }

  private static Optional<Ask.Datagram> none() {
    return Optional.empty();
  }

  /**
   * What follows something heard.
   *
   * @param next what its probe would ask further
   */
  Then after(Probe probe, Heard heard, List<FollowUp> next) {
    if (isOpen(probe, heard)) {
      return doubt(heard.ask().orElseThrow(), next);
    }
    Optional<Doubt> doubt = heard.ask().map(proving::remove);
    if (doubt.isEmpty() || isReply(heard)) {
      return new Then(next, Optional.empty());
    }
    return isSilence(heard) && doubt.get().times() < TIMES
        ? prove(heard.ask().orElseThrow(), new Doubt(doubt.get().times() + 1, doubt.get().next()))
        : new Then(List.copyOf(doubt.get().next()), Optional.empty());
  }

  private Then doubt(Ask asked, List<FollowUp> next) {
    Doubt known = doubted.get(asked);
    if (known != null) {
      known.add(next);
      return new Then(List.of(), Optional.empty());
    }
    Doubt doubt = new Doubt(1, new ArrayList<>());
    doubt.add(next);
    doubted.put(asked, doubt);
    return prove(asked, doubt);
  }

  private Then prove(Ask asked, Doubt doubt) {
    Ask proof = datagram(asked).orElseThrow().byOwnSocket();
    proving.put(proof, doubt);
    return new Then(List.of(), Optional.of(proof));
  }
}
