package org.camsweep.scan;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.camsweep.device.Device;
import org.camsweep.interview.Interviewer;
import org.camsweep.interview.Secret;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.policy.Judged;
import org.camsweep.probe.interview.InterviewProbe;
import org.camsweep.scan.ConfirmedCamera.Invitation;
import org.camsweep.scan.ConfirmedCamera.Ruling;
import org.camsweep.site.Address;
import org.camsweep.site.Scope;

/**
 * The stage after a scan's first identification: confirmed cameras of networks with credentials are
 * interviewed, and what they say is put into the journal as any observation. Everything is written
 * by the thread that calls {@link #run}. One attempt per device and scan: it is in the journal
 * before the first question is sent, so that a scan taken up again does not repeat it.
 */
public final class Interviews {
  /** All interviews together. */
  private static final long MOST_NANOS = TimeUnit.HOURS.toNanos(2);

  private final Map<String, Secret> secrets;
  private final ConfirmedCamera confirmed;
  private final ScanSink sink;
  private final String agent;
  private final InterviewPace pace;
  private final RefusalGuard guard = new RefusalGuard();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Deque<Ruling> waiting = new ArrayDeque<>();
  private volatile boolean stopped;
  private long number;

  /**
   * @param secrets log-ins by network; the caller closes them
   * @param rate packets per second in all
   * @param agent how HTTP questions present themselves
   */
  public Interviews(
      Scope scope, Map<String, Secret> secrets, int rate, String agent, ScanSink sink) {
    this.agent = agent;
    this.secrets = Map.copyOf(secrets);
    this.confirmed = new ConfirmedCamera(scope, secrets.keySet());
    this.sink = sink;
    this.pace = new InterviewPace(rate, () -> stopped);
  }

  /**
   * How the interviews went.
   *
   * @param complete whether nobody was left out because of a stop
   * @param counters devices by outcome, and calls
   */
  public record Ended(boolean complete, Map<String, Long> counters) {}

  /** Stops within a moment. Any thread may call. */
  public void stop() {
    stopped = true;
  }

  /**
   * Runs to the end, or until {@link #stop}.
   *
   * @param devices as first identified, with all that was heard of them, earlier interviews too
   */
  public Ended run(List<Judged> devices) {
    for (Judged judged : devices) {
      judged.device().observations().forEach(o -> remember(o.id()));
    }
    for (Judged judged : devices) {
      Optional<Ruling> ruling =
          wasAsked(judged.device()) ? Optional.empty() : confirmed.rule(judged);
      if (ruling.isPresent() && ruling.get().invitation().isPresent()) {
        waiting.add(ruling.get());
      } else {
        ruling.ifPresent(r -> notTried(r, r.why()));
      }
    }
    if (!waiting.isEmpty()) {
      try (InterviewDesk desk = new InterviewDesk(agent, pace::take)) {
        work(desk);
      }
    }
    boolean leftOut = !waiting.isEmpty();
    waiting.forEach(r -> notTried(r, stopped ? "the scan was stopped" : "the time was up"));
    counts.put("interview.calls", pace.calls());
    return new Ended(!(stopped && leftOut), counts);
  }

  private void work(InterviewDesk desk) {
    long end = System.nanoTime() + MOST_NANOS;
    List<InterviewDesk.Done> done = new ArrayList<>();
    boolean open = true;
    while (desk.busy() > 0 || open) {
      open = !stopped && System.nanoTime() < end && !waiting.isEmpty();
      if (open) {
        invite(desk);
      } else if (stopped) {
        desk.stop();
      }
      desk.await(done);
      done.forEach(this::heard);
      done.clear();
    }
  }

  private void invite(InterviewDesk desk) {
    for (int n = waiting.size(); n > 0 && desk.isFree() && !stopped; n--) {
      Ruling next = waiting.remove();
      Invitation invitation = next.invitation().orElseThrow();
      String network = invitation.target().network().id();
      if (guard.isSpent(network)) {
        notTried(
            next,
            RefusalGuard.MOST + " devices refused this log-in and none took it; it may be wrong");
      } else if (!guard.mayAsk(network)) {
        waiting.add(next);
      } else if (!pace.take(invitation.target(), invitation.door())) {
        waiting.add(next);
      } else {
        Device device = next.device().device();
        guard.asking(network);
        write(invitation, Outcome.SILENT, InterviewWord.BEGAN, List.of());
        desk.ask(invitation, secrets.get(network), word -> InterviewWord.said(device, word));
      }
    }
  }

  private void heard(InterviewDesk.Done done) {
    Interviewer.Told told = done.told();
    guard.answered(done.invitation().target().network().id(), told.ending());
    String word = InterviewWord.of(told.ending());
    counts.merge("interview." + word, 1L, Long::sum);
    Address host = done.invitation().target().address();
    sink.asked(host, pace.takeAsked(host));
    write(done.invitation(), told.outcome(), word, told.facts());
  }

  private void notTried(Ruling ruling, String why) {
    counts.merge("interview." + InterviewWord.NOT_TRIED, 1L, Long::sum);
    Device device = ruling.device().device();
    put(
        new Observation(
            id(),
            device.addresses().get(0),
            device.network(),
            InterviewProbe.ID,
            Endpoint.link(),
            Optional.empty(),
            Instant.now(),
            Outcome.NOT_ASKED,
            List.of(
                Fact.of(InterviewWord.OUTCOME, InterviewWord.NOT_TRIED),
                Fact.of(InterviewWord.WHY, why)),
            Optional.empty()));
  }

  private void write(Invitation to, Outcome outcome, String word, List<Fact> facts) {
    List<Fact> all = new ArrayList<>(List.of(Fact.of(InterviewWord.OUTCOME, word)));
    all.addAll(facts);
    put(
        new Observation(
            id(),
            to.target().address(),
            Optional.of(to.target().network().id()),
            InterviewProbe.ID,
            Endpoint.tcp(to.door().port()),
            Optional.empty(),
            Instant.now(),
            outcome,
            all,
            Optional.empty()));
  }

  private void put(Observation observation) {
    sink.observed(observation, new byte[0]);
  }

  private String id() {
    return "i" + ++number;
  }

  private void remember(String id) {
    if (id.matches("i\\d{1,18}")) {
      number = Math.max(number, Long.parseLong(id.substring(1)));
    }
  }

  private static boolean wasAsked(Device device) {
    return device.observations().stream()
        .filter(o -> o.probe().equals(InterviewProbe.ID))
        .anyMatch(o -> InterviewWord.isAttempt(o.first(InterviewWord.OUTCOME)));
  }
}
