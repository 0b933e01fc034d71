package org.camsweep.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camsweep.observe.Endpoint;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Pace;
import org.camsweep.site.Target;

/**
 * What one address of a network is asked, as its probes say, and how many packets that takes. Pure
 * arithmetic.
 *
 * @param knock the first questions, which everybody is asked
 * @param ask what those that answer are asked then
 * @param interview the last questions, as far as they do not follow from answers
 */
record Questions(List<Ask> knock, List<Ask> ask, List<Ask> interview) {
  /** Ports that a device is assumed to have open among those asked: web pages and video. */
  static final int OPEN_PORTS = 2;

  /** Questions that follow from what a device answered. */
  static final int FOLLOWING = 4;

  /** What a connection that is accepted takes beyond its SYN, as the edge charges it. */
  static final int CONVERSATION = 5;

  /** How long a connection waits where nobody is; {@code net.RoundTrips}. */
  private static final Duration UNANSWERED = Duration.ofMillis(950);

  static Questions to(Target target, ScanPlan plan) {
    return new Questions(
        at(Probe.Stage.KNOCK, target, plan),
        at(Probe.Stage.ASK, target, plan),
        at(Probe.Stage.INTERVIEW, target, plan));
  }

  private static List<Ask> at(Probe.Stage stage, Target target, ScanPlan plan) {
    List<Ask> asks = new ArrayList<>();
    for (Probe.Unicast probe : plan.unicast()) {
      asks.addAll(plan.asks(probe, stage, target, List.of(), new UUID(0, 0)));
    }
    return List.copyOf(asks);
  }

  /** Where the first questions go. */
  Set<String> places() {
    Set<String> places = new TreeSet<>();
    knock.forEach(a -> places.add(a.endpoint().toString()));
    return places;
  }

  /** What an address is asked where nobody is. */
  List<Ask> silent(boolean thorough) {
    List<Ask> all = new ArrayList<>(knock);
    if (thorough) {
      all.addAll(ask);
      all = new ArrayList<>(all.subList(0, Math.min(all.size(), HostScan.MOST_EARLY)));
      all.addAll(interview);
    }
    return all;
  }

  /** Seconds from the first question to an address where nobody is until it is left. */
  double silentSeconds(boolean thorough, Pace pace) {
    List<Ask> all = silent(thorough);
    long connects = all.stream().filter(Questions::connects).count();
    double inTurn = Math.ceil((double) connects / pace.hostConnections()) * seconds(UNANSWERED);
    return (double) (all.size() - 1) / pace.hostRate() + Math.max(inTurn, longest(all));
  }

  /** Flows that a device sees opened: one for each datagram's port and each TCP port. */
  int flows() {
    Set<Endpoint> places = new HashSet<>();
    knock.forEach(a -> places.add(a.endpoint()));
    ask.forEach(a -> places.add(a.endpoint()));
    return places.size() + FOLLOWING;
  }

  /** Questions that prove who answered one that everybody is asked. */
  static final int PROOFS = 1;

  /** Packets for a device with {@link #OPEN_PORTS} open, which answers what it is asked there. */
  int living() {
    Set<Endpoint> streams = new HashSet<>();
    int packets = 0;
    for (List<Ask> stage : List.of(knock, ask)) {
      for (Ask question : stage) {
        packets += !connects(question) || streams.add(question.endpoint()) ? 1 : 0;
      }
    }
    int open = Math.min(OPEN_PORTS, streams.size());
    int following = open > 0 ? FOLLOWING * (1 + CONVERSATION) : 0;
    int proofs = knock.stream().anyMatch(a -> !connects(a)) ? PROOFS : 0;
    return packets + open * CONVERSATION + following + proofs;
  }

  /**
   * Seconds from the first question to a device until it is left: its pace, and that of what it is
   * asked there is something that it does not know.
   *
   * @param packets that it is sent in all
   */
  double livingSeconds(double packets, Pace pace) {
    return packets / pace.hostRate() + longest(knock) + longest(ask) + longest(interview);
  }

  private static double longest(List<Ask> asks) {
    return asks.stream()
        .map(a -> a.fold(Ask.Datagram::listen, e -> Duration.ZERO, h -> Duration.ZERO))
        .mapToDouble(Questions::seconds)
        .max()
        .orElse(0);
  }

  static boolean connects(Ask ask) {
    return ask.fold(d -> false, e -> true, h -> true);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
