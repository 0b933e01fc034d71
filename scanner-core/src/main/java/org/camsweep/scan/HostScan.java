package org.camsweep.scan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.observe.AddressOutcome;
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

  /** What a host's scan needs of the whole. */
  interface Whole {
    List<Probe.Unicast> probes();

    boolean thorough();

    void send(Probe.Unicast probe, Ask ask, HostScan host, int depth);

    /** Records what came of a question and gives the probe's reading of it. */
    Hearing understand(Probe probe, Heard heard);

    /** What a probe asks at the host's stage; empty if the probe failed to say. */
    Optional<List<Ask>> questions(Probe.Unicast probe, HostScan host, List<Observation> known);

    void record(Observation observation, byte[] raw);

    /** A follow-up that points at another host. */
    void elsewhere(Probe.Unicast probe, Step.FollowUp next, int depth, HostScan asker);

    /** It is known from now on that somebody is there. */
    void lives(HostScan host);

    void finished(HostScan host);

    /** An answer that came after its host was left. */
    void late(HostScan host, Probe.Unicast probe, Heard heard, int depth);

    /** A limit was met: by its counter, and as the device's remark names it. */
    void limited(HostScan host, String counter);

    /** Does something on the scan's own thread after a while. */
    void later(Duration wait, Runnable what);

    /** An answer may have been lost in this machine, and the question is not put again. */
    void unheard();

    /** Calls {@link #timeIsUp} on the scan's own thread when a host has had its time. */
    void limitTime(HostScan host);

    /** What waits to be sent to the host is not sent. */
    void drop(Target target, String why);

    /** Whether silence must be asked again before it is believed, for packets get lost there. */
    boolean losesPackets(Target target);

    /** Finds out gently whether a device still answers, and says so on the scan's own thread. */
    void check(HostScan host, Pulse pulse, java.util.function.Consumer<Boolean> verdict);
  }

  /** An observation with the bytes behind it and what to ask next. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hearing(Observation observation, byte[] raw, List<Step.FollowUp> next, boolean alive) {}

  private final Whole whole;
  private final Target target;
  private final List<Observation> known = new ArrayList<>();
  private final List<Hearing> quiet = new ArrayList<>();
  private final Pulse pulse = new Pulse();
  private final ArrayDeque<Runnable> held = new ArrayDeque<>();
  private final Set<Endpoint> closed = new HashSet<>();
  private final Set<String> askedBy = new TreeSet<>();
  private final Set<String> limits = new TreeSet<>();
  private final IdentityHashMap<Ask, Integer> unheard = new IdentityHashMap<>();
  private Probe.Stage stage = Probe.Stage.KNOCK;
  private int pending;
  private int asks;
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
    answered |= isUnderstood(observation.outcome());
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

  private void put(Probe.Unicast probe, Ask ask, int depth) {
    if (ceased || spent || closed.contains(ask.endpoint())) {
      return; // a closed port said no once; a knock more is a packet more
    }
    int most = stage == Probe.Stage.INTERVIEW ? MAX_ASKS : MOST_EARLY;
    if (asks >= most) {
      held.add(() -> put(probe, ask, depth)); // until a closed port gives its place back
      return;
    }
    asks++;
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
    heard.fold(r -> false, s -> false, this::gaveBack);
    Hearing hearing = whole.understand(probe, heard);
    pulse.heard(probe.id(), heard);
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
    for (Step.FollowUp next : hearing.next()) {
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

  /** Whether the question met a closed port, which gives its place to one that was held back. */
  private boolean gaveBack(Heard.Refused no) {
    Optional<Ask> nobody = no.ask().filter(a -> no.isClosedPort());
    if (nobody.isPresent()) {
      closed.add(nobody.get().endpoint());
      asks--;
      Optional.ofNullable(held.poll()).ifPresent(Runnable::run);
    }
    return nobody.isPresent();
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
    held.forEach(h -> limited("asks-per-host", "questions to one host", MAX_ASKS));
    held.clear();
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
      held.clear();
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
