package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final AtomicReference<Instant> wall = new AtomicReference<>(NOON);
  private final AtomicLong nanos = new AtomicLong(-5);

  private final SteadyClock clock =
      new SteadyClock(
          new Clock() {
            @Override
            public Instant instant() {
              return wall.get();
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          },
          nanos::get);

  @Test
  void aClockThatIsSetADayForwardOrBackMovesNoWait() {
    for (int days : new int[] {1, -1}) {
      wall.set(NOON.plus(Duration.ofDays(days)));
      assertThat(clock.instant()).isEqualTo(NOON);
      assertThat(clock.moved()).isEqualTo(Duration.ofDays(days));
    }
    nanos.addAndGet(3_000_000_000L);
    wall.set(NOON.plusSeconds(3));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
    assertThat(clock.moved()).isZero();
  }
}
