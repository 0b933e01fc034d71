package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

class LatelyTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final Lately lately = new Lately();
  private final List<Target> targets = new ArrayList<>();

  private Target target(int number) throws Exception {
    Network network = Networks.paced("n", new Pace(1_000, 1_000, 2), "127.65.0.0/28");
    return Scope.demo(List.of(network)).admit(Cidr.address("127.65.0." + number)).orElseThrow();
  }

  @Test
  void whoEndedInTheLastFourSecondsIsInDoubtAndNobodyMuchEarlier() throws Exception {
    for (int i = 1; i <= 10; i++) {
      Target target = target(i);
      targets.add(target);
      lately.ended(target, NOON.plusSeconds(i));
    }
    assertThat(lately.since(NOON.plusSeconds(10)))
        .containsAll(targets.subList(5, 10))
        .doesNotContainAnyElementsOf(targets.subList(0, 4));
    assertThat(lately.since(NOON.plusSeconds(20))).isEmpty();
  }

  @Test
  void itHoldsNoMoreThanItsBound() throws Exception {
    Target target = target(1);
    for (int second = 0; second < 4; second++) {
      for (int i = 0; i < 40_000; i++) {
        lately.ended(target, NOON.plusSeconds(2L * second));
      }
    }
    assertThat(lately.since(NOON.plusSeconds(6)).size()).isLessThanOrEqualTo(65_536 + 40_000);
  }
}
