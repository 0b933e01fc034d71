package org.camsweep.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.site.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that dies of five connections at once, or of more than 60 contacts in a second. */
class FragileDeviceTest {
  /** What {@code --profile fast} makes of the default: no limit in all, the host's limits kept. */
  private static final Pace FAST =
      new Pace(Pace.MAX_RATE, Pace.STANDARD.hostRate(), Pace.STANDARD.hostConnections());

  @TempDir Path folder;

  private static boolean breaks(Ledger ledger) {
    return ledger.mostOpen() >= 5 || ledger.mostWithin(TimeUnit.SECONDS.toNanos(1)) > 60;
  }

  @Test
  void itSurvivesADefaultScan() throws Exception {
    try (Whole site = new Whole(folder)) {
      CountingDevice device = site.stand(Guise.EVERYTHING_OPEN, FragileDeviceTest::breaks);
      site.scan(Pace.STANDARD);
      assertSurvived(site, device);
    }
  }

  @Test
  void itSurvivesASiteScannedFast() throws Exception {
    try (Whole site = new Whole(folder)) {
      for (Guise guise : Guise.values()) {
        site.stand(guise, FragileDeviceTest::breaks);
      }
      site.scan(FAST);
      site.devices().forEach(d -> assertSurvived(site, d));
    }
  }

  /** The device is as fragile as it says: the same scan without a host's limits ends it. */
  @Test
  void itDiesWithoutTheLimits() throws Exception {
    try (Whole site = new Whole(folder)) {
      CountingDevice device = site.stand(Guise.EVERYTHING_OPEN, FragileDeviceTest::breaks);
      site.scan(new Pace(Pace.MAX_RATE, Pace.MAX_HOST_RATE, Pace.MAX_HOST_CONNECTIONS));
      assertThat(device.isDead()).isTrue();
    }
  }

  private static void assertSurvived(Whole site, CountingDevice device) {
    assertThat(device.isDead()).as(device.guise() + "").isFalse();
    assertThat(device.ledger().contacts()).as(device.guise() + "").isNotEmpty();
    assertThat(site.outcomes().get(device.address()))
        .as(device.guise() + "")
        .isIn(AddressOutcome.ANSWERED, AddressOutcome.PRESENT);
  }
}
