package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class AskedTwiceTest {
  private final Address early = Cidr.address("10.0.0.1");
  private final Address open = Cidr.address("10.0.0.2");
  private final Address late = Cidr.address("10.0.0.3");
  private final AskedTwice twice = new AskedTwice();

  @Test
  void whoWasKnockedAtTwiceInHisTurnIsNotAskedAThirdTime() {
    twice.ended(early, "n", true);
    twice.lossIsKnown("n", List.of(open));
    twice.ended(open, "n", true);
    assertThat(twice.contains(early)).isTrue();
    assertThat(twice.contains(open)).isTrue();
  }

  @Test
  void whoWasKnockedAtOnceIs() {
    twice.ended(early, "n", false);
    twice.lossIsKnown("n", List.of(open));
    twice.ended(open, "n", false);
    assertThat(twice.contains(early)).isFalse();
    assertThat(twice.contains(open)).isFalse();
  }

  @Test
  void whoIsOpenedLaterIsNotHeld() {
    twice.lossIsKnown("n", List.of(open));
    twice.ended(late, "n", true);
    assertThat(twice.contains(late)).isFalse();
    twice.ended(late, "other", true);
    assertThat(twice.contains(late)).as("its own network is not known to lose").isTrue();
  }
}
