package org.camsweep.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;

/**
 * The signs of life of one device, as its questions end. A refusal is a sign of life; so is any
 * reply. Silence is normal at a place that never spoke (a filter), and a reason to look at a place
 * that did.
 */
final class Pulse {
  /** After so many unanswered connections in a row the device is looked at. */
  private static final int ROW = 3;

  /** How to look at the device: a question that it answered. */
  record Check(ProbeId probe, Ask ask) {}

  private final Set<Endpoint> spoke = new HashSet<>();
  private Optional<Check> check = Optional.empty();
  private Optional<Instant> lastSign = Optional.empty();
  private String lastAnswered = "";
  private String firstUnanswered = "";
  private int row;
  private boolean doubtful;

  void heard(ProbeId probe, Heard heard) {
    Optional<Ask> ask = heard.ask();
    if (ask.isEmpty()) {
      return;
    }
    boolean sent = heard.fold(r -> true, s -> true, r -> !r.isOwnFailure());
    boolean sign = heard.fold(r -> true, s -> false, Heard.Refused::alive);
    if (sign) {
      sign(probe, ask.get(), heard.at());
    } else if (sent && lastSign.isPresent()) {
      silence(probe, ask.get());
    }
  }

  private void sign(ProbeId probe, Ask ask, Instant at) {
    Endpoint endpoint = ask.endpoint();
    spoke.add(endpoint);
    lastAnswered = probe + " at " + endpoint;
    alive(at);
    boolean better = check.map(c -> isTcp(ask) && !isTcp(c.ask())).orElse(true);
    if (better) {
      check = Optional.of(new Check(probe, gentle(ask)));
    }
  }

  /** It answered, so what was unanswered before says nothing. */
  void alive(Instant at) {
    lastSign = Optional.of(at);
    firstUnanswered = "";
    row = 0;
    doubtful = false;
  }

  private void silence(ProbeId probe, Ask ask) {
    if (firstUnanswered.isEmpty()) {
      firstUnanswered = probe + " at " + ask.endpoint();
    }
    row += isTcp(ask) ? 1 : 0;
    doubtful |= spoke.contains(ask.endpoint()) || row >= ROW;
  }

  private static boolean isTcp(Ask ask) {
    return ask.endpoint().transport().equals("tcp");
  }

  /** The same place, and nothing said there. */
  private static Ask gentle(Ask ask) {
    return isTcp(ask)
        ? new Ask.Exchange(
            ask.endpoint().port(),
            false,
            new byte[0],
            Framing.toClose(),
            64,
            Duration.ofMillis(250))
        : ask;
  }

  /** Whether there is reason to look at the device before it is asked anything more. */
  boolean isDoubtful() {
    return doubtful;
  }

  /** Whether its last connections were unanswered, so that it is looked at before it is left. */
  boolean isUncertain() {
    return doubtful || row > 0;
  }

  Optional<Check> check() {
    return check;
  }

  /** When it was last alive, and what it answered and did not. */
  String story() {
    return "last answered "
        + lastAnswered
        + lastSign.map(at -> ", " + at).orElse("")
        + "; first unanswered "
        + firstUnanswered;
  }
}
