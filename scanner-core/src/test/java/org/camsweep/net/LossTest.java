package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossTest {
  private final Loss loss = new Loss();

  private void connections(String network, int whole, int repeated) {
    for (int i = 0; i < whole; i++) {
      loss.connected(network, false);
    }
    for (int i = 0; i < repeated; i++) {
      loss.connected(network, true);
    }
  }

  @Test
  void lossMattersOnceItWasMeasuredAndOnlyThere() {
    connections("a", 95, 5);
    connections("b", 100, 0);
    assertThat(loss.matters("a")).isTrue();
    assertThat(loss.matters("b")).isFalse();
    assertThat(loss.matters("c")).isFalse();
    assertThat(loss.all().get("a").share()).contains(0.05);
  }

  @Test
  void oneLostPacketOrFewConnectionsSayNothing() {
    connections("a", 60, 1);
    assertThat(loss.matters("a")).isFalse();
    connections("b", 3, 3);
    assertThat(loss.matters("b")).isFalse();
    assertThat(loss.all().get("b").share()).isEmpty();
  }

  @Test
  void whatThisMachineDropsMattersEverywhere() {
    loss.here();
    assertThat(loss.matters("any")).isTrue();
  }
}
