package org.camsweep.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camsweep.net.Ear;
import org.camsweep.net.Edge;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Target;

/**
 * Watches that the scan harms nothing. A device that answered and no longer does is left alone,
 * then looked at gently, three times with growing pauses; only if it stays silent has it ceased.
 * The first that ceases slows the whole scan, the second stops it. Lives on the scan's own thread.
 */
final class HealthGuard {
  /** Pauses before each look: time for a device that limits its connections, or starts anew. */
  static final List<Duration> WAITS =
      List.of(Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofSeconds(10));

  private static final int MOST_CEASED = 2;
  private static final int SLOWER = 4;

  private final Edge edge;
  private final Consumer<Runnable> inbox;
  private final List<Duration> waits;
  private final List<String> ceased = new ArrayList<>();
  private int count;

  HealthGuard(Edge edge, Consumer<Runnable> inbox, List<Duration> waits) {
    this.edge = edge;
    this.inbox = inbox;
    this.waits = List.copyOf(waits);
  }

  /** Whether so many devices ceased that the scan must stop. */
  boolean stops() {
    return count >= MOST_CEASED;
  }

  /** What a reader must know of devices that ceased to answer, in plain words. */
  List<String> ceased() {
    return List.copyOf(ceased);
  }

  /**
   * Looks at a device; nothing else is sent to it meanwhile.
   *
   * @param verdict told whether it lives
   */
  void check(Target target, Pulse pulse, Consumer<Boolean> verdict) {
    edge.pause(target);
    edge.counters().add("health.looked", 1);
    look(target, pulse, verdict, 0);
  }

  private void look(Target target, Pulse pulse, Consumer<Boolean> verdict, int turn) {
    if (turn >= waits.size()) {
      ceased(target, pulse);
      verdict.accept(false);
      return;
    }
    Pulse.Check check = pulse.check().orElseThrow();
    Ear ear =
        new Ear() {
          private boolean alive;

          @Override
          public void heard(Heard heard) {
            alive |= heard.fold(r -> true, s -> false, Heard.Refused::alive);
          }

          @Override
          public void ended() {
            boolean lives = alive;
            inbox.accept(
                () -> {
                  if (lives) {
                    pulse.alive(edge.now());
                    edge.go(target);
                    verdict.accept(true);
                  } else {
                    look(target, pulse, verdict, turn + 1);
                  }
                });
          }
        };
    edge.later(waits.get(turn), () -> edge.askPast(target, check.probe(), check.ask(), ear));
  }

  private void ceased(Target target, Pulse pulse) {
    String text = target.address().toString() + " ceased to answer: " + pulse.story();
    ceased.add(text + "; " + waits.size() + " further looks found nothing");
    count++;
    edge.counters().add("health.ceased", 1);
    edge.drop(target, "the device ceased to answer");
    if (count == 1) {
      edge.slow(SLOWER);
      edge.counters().add("health.slowed", 1);
    }
  }
}
