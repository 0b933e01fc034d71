package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;

class JudgeAheadTest {
  private final ConfigException wrong = new ConfigException("a.yaml", 3, "is wrong", "mend it");

  @Test
  void itBeginsAtOnceAndIsWaitedFor() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    JudgeAhead ahead =
        JudgeAhead.of(
            () -> {
              begun.countDown();
              throw wrong;
            });
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(ahead::judge).isSameAs(wrong);
    assertThatThrownBy(ahead::judge).as("asked again").isSameAs(wrong);
  }

  @Test
  void aFaultOfOursIsNotTheOperators() {
    JudgeAhead ahead =
        JudgeAhead.of(
            () -> {
              throw new OutOfMemoryError("made up");
            });
    assertThatThrownBy(ahead::judge)
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void beingInterruptedLosesNeitherTheAnswerNorTheInterrupt() {
    JudgeAhead ahead =
        JudgeAhead.of(
            () -> {
              throw wrong;
            });
    Thread.currentThread().interrupt();
    assertThatThrownBy(ahead::judge).isSameAs(wrong);
    assertThat(Thread.interrupted()).isTrue();
  }
}
