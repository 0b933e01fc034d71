package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A clock and a kernel that the test turns. */
class DropWatchTest {
  private final Map<Integer, Long> drops = new HashMap<>();
  private long now = -5;
  private int readings;
  private final DropWatch watch =
      new DropWatch(
          () -> {
            readings++;
            return Map.copyOf(drops);
          },
          () -> now);

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void onlyThePortAndTheTimeOfTheDropsAreInDoubt() {
    long asked = now;
    assertThat(watch.since(3_702, asked)).isFalse();
    pass(100);
    drops.put(3_702, 7L);
    assertThat(watch.since(3_702, asked)).isTrue();
    assertThat(watch.since(37_020, asked)).isFalse();

    pass(100);
    long later = now;
    pass(100);
    assertThat(watch.since(3_702, later)).as("what was dropped before").isFalse();
    assertThat(watch.since(3_702, asked)).isTrue();
  }

  @Test
  void whatIsDroppedAnewIsSeenAnew() {
    drops.put(1, 5L);
    assertThat(watch.since(1, now)).isTrue();
    pass(1_000);
    long asked = now;
    pass(100);
    assertThat(watch.since(1, asked)).isFalse();
    drops.put(1, 6L);
    pass(100);
    assertThat(watch.since(1, asked)).isTrue();
  }

  @Test
  void theKernelIsNotReadForEveryQuestion() {
    for (int i = 0; i < 1_000; i++) {
      watch.since(1, now);
    }
    assertThat(readings).isEqualTo(1);
    pass(25);
    watch.since(1, now);
    assertThat(readings).isEqualTo(2);
  }
}
