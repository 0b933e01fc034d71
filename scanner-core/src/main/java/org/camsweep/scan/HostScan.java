package org.camsweep.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Target;

/**
 * The questions to one host, stage after stage: knock, ask, interview. Lives on the scan's own
 * thread.
 */
final class HostScan {
  /** No host is asked more than this in one scan; what meets a closed port asked nobody. */
  static final int MAX_ASKS = 40;

  /** What is kept back for the last stage, which asks by what the earlier ones told. */
  private static final int FOR_INTERVIEW = 12;

  /** What it is asked before the last stage. */
  static final int MOST_EARLY = MAX_ASKS - FOR_INTERVIEW;

  /** A reply's follow-up may have a follow-up of its own, and no more. */
  private static final int MAX_DEPTH = 3;

  /**
   * No living host is asked for longer: one that says at every port that it is busy, or drips every
   * answer, would hold up the end of the scan for many minutes.
   */
  static final int MAX_SECONDS = 180;

  /** How long to wait before a question is put again whose answer this machine may have dropped. */
  static final List<Duration> AGAIN = List.of(Duration.ofSeconds(2), Duration.ofSeconds(8));

  static final int MOST_AGAIN = 2;

  private final Whole whole;
  private final Target target;
  private final List<Observation> known = new ArrayList<>();
  private final List<Hearing> quiet = new ArrayList<>();
  private final Pulse pulse = new Pulse();
  private final Places places = new Places();
  private final Proofs proofs = new Proofs();
  private final Set<String> askedBy = new TreeSet<>();
  private final Set<String> limits = new TreeSet<>();
  private final IdentityHashMap<Ask, Integer> unheard = new IdentityHashMap<>();
  private Asked sent = Asked.NOTHING;
  private Probe.Stage stage = Probe.Stage.KNOCK;
  private int pending;
  private volatile boolean alive; // the edge asks too
  private boolean answered;
  private boolean unsent;
  private boolean knockedAgain;
  private boolean checking;
  private boolean ceased;
  private boolean timed;
  private boolean spent;
  private boolean finished;

  HostScan(Whole whole, Target target, List<Observation> announced) {
    this.whole = whole;
    this.target = target;
    announced.forEach(this::learn);
  }

  Target target() {
    return target;
  }

  Probe.Stage stage() {
    return stage;
  }

  /** It was sent this, beside what is known of. */
  void wasSent(Asked more) {
    sent = sent.plus(more);
  }

  /** What it was sent, as far as it was told. */
  Asked sent() {
    return sent;
  }

  Set<String> askedBy() {
    return askedBy;
  }

  boolean alive() {
    return alive;
  }

  /** How its address ends. Where this machine failed to put a question, silence proves nothing. */
  AddressOutcome outcome() {
    if (answered) {
      return AddressOutcome.ANSWERED;
    }
    if (alive) {
      return AddressOutcome.PRESENT;
    }
    return unsent ? AddressOutcome.NOT_ASKED : AddressOutcome.SILENT;
  }

  void start() {
    open();
  }

  /** It was silent before: one more silence is believed. */
  void isSecondPass() {
    knockedAgain = true;
  }

  /** Whether its silence was asked twice already. */
  boolean knockedAgain() {
    return knockedAgain;
  }

  /** An answer came after it was left as silent: it is asked on from there. */
  void goesOn(Probe.Unicast probe, Heard heard, int depth) {
    finished = false;
    pending++; // held until the answer is understood
    heard(probe, heard, depth);
    ended();
  }

  /** Something was announced by this host while it is being asked. */
  void announced(Observation observation) {
    lives();
    learn(observation);
  }

  private void lives() {
    if (!alive) {
      alive = true;
      whole.lives(this);
    }
  }

  private void learn(Observation observation) {
    known.add(observation);
    alive = true;
    // Who answered on his link only is there, and said nothing.
    boolean spoke = !observation.endpoint().equals(Endpoint.link());
    answered |= spoke && isUnderstood(observation.outcome());
  }

  private static boolean isUnderstood(Outcome outcome) {
    return outcome == Outcome.ANSWERED || outcome == Outcome.CUT_SHORT;
  }

  private void open() {
    pending++; // held until every probe has been asked, so that a quick answer cannot end the stage
    List<Observation> sofar = List.copyOf(known);
    for (Probe.Unicast probe : whole.probes()) {
      Optional<List<Ask>> questions = whole.questions(probe, this, sofar);
      unsent |= questions.isEmpty(); // then silence proves nothing
      for (Ask ask : questions.orElse(List.of())) {
        put(probe, ask, 0);
      }
    }
    ended();
  }

  private void put(Probe.Unicast probe, Ask question, int depth) {
    Ask ask = alive ? Proofs.proving(probe, question) : question;
    int most = stage == Probe.Stage.INTERVIEW ? MAX_ASKS : MOST_EARLY;
    if (ceased || spent || !places.take(ask, most, () -> put(probe, ask, depth))) {
      return;
    }
    pending++;
    askedBy.add(probe.id().name());
    whole.send(probe, ask, this, depth);
  }

  /** What came of one question, on the scan's thread. */
  void heard(Probe.Unicast probe, Heard heard, int depth) {
    if (finished) {
      whole.late(this, probe, heard, depth);
      return;
    }
    if (heard.fold(r -> false, s -> false, no -> no.isUnheard() && again(probe, no, depth))) {
      return;
    }
    heard.fold(r -> false, s -> false, places::givesBack);
    Hearing hearing = whole.understand(probe, heard);
    if (!proofs.isMissing(heard)) { // a device need not say a thing twice
      pulse.heard(probe.id(), heard);
    }
    if (pulse.isDoubtful()) {
      check();
    }
    Observation observation = hearing.observation();
    unsent |= observation.outcome() == Outcome.NOT_ASKED;
    if (hearing.alive()) {
      lives();
      if (!timed) {
        timed = true;
        whole.limitTime(this);
      }
    }
    boolean spoke =
        observation.outcome() != Outcome.SILENT
            && observation.outcome() != Outcome.REFUSED
            && observation.outcome() != Outcome.NOT_ASKED;
    answered |= isUnderstood(observation.outcome());
    if (spoke) {
      known.add(observation);
    }
    if (alive) {
      quiet.forEach(q -> whole.record(q.observation(), q.raw()));
      quiet.clear();
      whole.record(observation, hearing.raw());
    } else {
      quiet.add(hearing); // a silent host leaves one line, not one for each question
    }
    Proofs.Then then = proofs.after(probe, heard, hearing.next());
    then.proof().ifPresent(ask -> put(probe, ask, depth));
    for (Step.FollowUp next : then.next()) {
      if (depth + 1 >= MAX_DEPTH) {
        limited("follow-up-depth", "rounds of follow-ups", MAX_DEPTH);
      } else if (next.host().equals(target.address())) {
        put(probe, next.ask(), depth + 1);
      } else {
        whole.elsewhere(probe, next, depth + 1, this);
      }
    }
  }

  /** An answer may have been thrown away by this machine: the question is put again, later. */
  private boolean again(Probe.Unicast probe, Heard.Refused no, int depth) {
    Ask ask = no.ask().orElseThrow();
    int turn = unheard.merge(ask, 1, Integer::sum);
    if (turn > MOST_AGAIN || ceased || spent) {
      whole.unheard();
      return false;
    }
    pending++;
    whole.later(AGAIN.get(turn - 1), () -> whole.send(probe, ask, this, depth));
    return true;
  }

  /** One question is done with. */
  void ended() {
    pending--;
    if (pending > 0) {
      return;
    }
    if (pulse.isUncertain() && !ceased && !spent) {
      check();
      return;
    }
    if (stage == Probe.Stage.KNOCK && !alive && !knockedAgain && whole.losesPackets(target)) {
      knockedAgain = true;
      open();
      return;
    }
    for (int left = places.clear(); left > 0; left--) {
      limited("asks-per-host", "questions to one host", MAX_ASKS);
    }
    boolean goOn = !ceased && !spent && (alive || whole.thorough());
    if (stage == Probe.Stage.INTERVIEW || !goOn) {
      finished = true;
      whole.finished(this);
    } else {
      stage = stage == Probe.Stage.KNOCK ? Probe.Stage.ASK : Probe.Stage.INTERVIEW;
      open();
    }
  }

  /** The host had its time: what is open ends by its own limits, nothing more is asked. */
  void timeIsUp() {
    if (!finished) {
      spent = true;
      places.clear();
      limited("time-per-host", "seconds that a living host is asked", MAX_SECONDS);
      whole.drop(target, "the time for one device was spent");
    }
  }

  private void limited(String counter, String what, int most) {
    limits.add(what + " (" + most + ")");
    whole.limited(this, counter);
  }

  /** The limits that kept it from being asked to the end; empty for nearly all hosts. */
  Set<String> limits() {
    return limits;
  }

  private void check() {
    if (!checking && !ceased) {
      checking = true;
      pending++; // held until it is known whether the device lives
      whole.check(
          this,
          pulse,
          lives -> {
            checking = false;
            ceased = !lives;
            ended();
          });
    }
  }
}
