package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LagTest {
  private final AtomicLong nanos = new AtomicLong();
  private final ArrayDeque<Runnable> ticks = new ArrayDeque<>();
  private final Lag lag = new Lag((wait, what) -> ticks.add(what), nanos::get);

  private void tickAfter(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    ticks.remove().run();
  }

  @Test
  void aThreadOnTimeHasNoLag() {
    lag.start();
    for (int i = 0; i < 100; i++) {
      tickAfter(50);
    }
    assertThat(lag.recentMillis()).isZero();
  }

  @Test
  void aPauseIsRememberedForSecondsThenForgotten() {
    lag.start();
    tickAfter(50);
    tickAfter(850);
    tickAfter(50);
    assertThat(lag.recentMillis()).isEqualTo(800);
    for (int i = 0; i < 80; i++) {
      tickAfter(50);
    }
    assertThat(lag.recentMillis()).isZero();
    assertThat(lag.worstMillis()).isEqualTo(800);
  }

  @Test
  void aPauseIsSeenBeforeItsTickHasRun() {
    lag.start();
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(950));
    assertThat(lag.recentMillis()).isEqualTo(900);
  }

  @Test
  void aPauseThatWasOverBeforeAQuestionSaysNothingOfItsAnswer() {
    lag.start();
    tickAfter(850);
    long asked = nanos.get() + 1;
    tickAfter(50);
    tickAfter(250);
    assertThat(lag.worstMillis(asked)).isEqualTo(200);
    assertThat(lag.recentMillis()).isEqualTo(800);
    for (int i = 0; i < 10; i++) {
      tickAfter(50);
    }
    assertThat(lag.worstMillis(nanos.get() - 400)).isZero();
  }
}
