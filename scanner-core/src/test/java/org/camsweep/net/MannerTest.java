package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MannerTest {
  private final Manner manner = new Manner();

  private static long millis(long n) {
    return TimeUnit.MILLISECONDS.toNanos(n);
  }

  @Test
  void eachTroubleDoublesTheSpacingUpToEightfold() {
    for (int expected : new int[] {2, 4, 8, 8}) {
      manner.trouble();
      assertThat(manner.slowness()).isEqualTo(expected);
    }
  }

  @Test
  void eightGoodExchangesInARowHalveIt() {
    manner.trouble();
    manner.trouble();
    for (int i = 0; i < 7; i++) {
      manner.wentWell();
    }
    assertThat(manner.slowness()).isEqualTo(4);
    manner.wentWell();
    assertThat(manner.slowness()).isEqualTo(2);
  }

  @Test
  void aClosedPortIsNoTroubleOneThatWasOpenIs() {
    assertThat(manner.refused(443)).isFalse();
    manner.accepted(80, millis(5));
    assertThat(manner.refused(443)).isFalse();
    assertThat(manner.slowness()).isEqualTo(1);
    assertThat(manner.refused(80)).isTrue();
    assertThat(manner.slowness()).isEqualTo(2);
  }

  @Test
  void risingDelayIsTroubleAndASlowDeviceIsNot() {
    for (int i = 0; i < 10; i++) {
      assertThat(manner.accepted(80, millis(400))).as("slow from the start").isFalse();
    }
    assertThat(manner.accepted(80, millis(1_700))).isTrue();
    Manner quick = new Manner();
    for (int i = 0; i < 10; i++) {
      assertThat(quick.accepted(80, millis(1))).isFalse();
    }
    assertThat(quick.accepted(80, millis(150))).as("within the margin").isFalse();
    assertThat(quick.accepted(80, millis(300))).isTrue();
  }
}
