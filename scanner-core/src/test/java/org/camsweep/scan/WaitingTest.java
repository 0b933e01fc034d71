package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingTest {
  private final Waiting waiting = new Waiting();

  @Test
  void soManyAndNoMore() {
    for (int i = 0; i < Waiting.MAX_WAITING; i++) {
      assertThat(waiting.enter(1)).isTrue();
    }
    assertThat(waiting.enter(1)).isFalse();
    assertThat(waiting.enter(1)).isFalse();
    waiting.leave(1);
    assertThat(waiting.enter(1)).isTrue();
    assertThat(waiting.enter(1)).isFalse();
  }

  @Test
  void soLargeAndNoLarger() {
    int half = (int) (Waiting.MAX_BYTES / 2);
    assertThat(waiting.enter(half)).isTrue();
    assertThat(waiting.enter(half)).isTrue();
    assertThat(waiting.enter(1)).isFalse();
    waiting.leave(half);
    assertThat(waiting.enter(half)).isTrue();
  }
}
