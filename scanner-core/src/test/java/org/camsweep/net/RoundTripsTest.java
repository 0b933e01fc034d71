package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
  private static final Address HOST = Cidr.address("10.0.0.7");

  private final RoundTrips trips = new RoundTrips();

  private void measured(String host, long millis, int times) {
    for (int i = 0; i < times; i++) {
      trips.measured(Cidr.address(host), TimeUnit.MILLISECONDS.toNanos(millis));
    }
  }

  @Test
  void whatWasNotMeasuredIsWaitedForInFull() {
    assertThat(trips.wait(HOST, false)).isEqualTo(RoundTrips.KNOCK);
    measured("10.0.0.1", 2, 3);
    assertThat(trips.wait(HOST, false)).as("three are too few").isEqualTo(RoundTrips.KNOCK);
    measured("10.0.1.1", 2, 30);
    assertThat(trips.wait(HOST, false)).as("another /24").isEqualTo(RoundTrips.KNOCK);
  }

  @Test
  void aQuickNeighbourhoodIsNotWaitedForSoLongAndNeverLessThanTheFloor() {
    measured("10.0.0.1", 2, 30);
    assertThat(trips.wait(HOST, false).toMillis()).isEqualTo(300);
  }

  @Test
  void aSlowNeighbourhoodIsWaitedForAsItsDelaysVary() {
    measured("10.0.0.1", 200, 2);
    measured("10.0.0.2", 400, 2);
    assertThat(trips.wait(HOST, false).toMillis()).isBetween(500L, 950L);
    measured("10.0.0.1", 900, 30);
    assertThat(trips.wait(HOST, false)).isEqualTo(RoundTrips.KNOCK);
  }

  @Test
  void aHostThatLivesIsWaitedForPatiently() {
    measured("10.0.0.1", 2, 30);
    assertThat(trips.wait(HOST, true)).isEqualTo(RoundTrips.PATIENT);
  }

  @Test
  void anAnswerAfterASecondCameToTheKernelsSecondPacket() {
    assertThat(RoundTrips.wasRepeated(TimeUnit.MILLISECONDS.toNanos(900))).isFalse();
    assertThat(RoundTrips.wasRepeated(TimeUnit.MILLISECONDS.toNanos(1_001))).isTrue();
  }
}
