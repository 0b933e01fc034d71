package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class NotAdmittedTest {
  private final NotAdmitted notAdmitted = new NotAdmitted();

  private void heard(String address, String link) {
    notAdmitted.heard(
        new Observation(
            "o1",
            Cidr.address(address),
            Optional.empty(),
            ProbeId.of("wsd"),
            Endpoint.udp(3702),
            Optional.of(link),
            Instant.EPOCH,
            Outcome.ANSWERED,
            List.of(),
            Optional.empty()));
  }

  @Test
  void linkLocalFacesAreCountedOnceForEachLink() {
    heard("fe80::1", "eth0");
    heard("fe80::1", "eth0");
    heard("fe80::2", "eth0");
    heard("fe80::1", "eth1");
    heard("10.9.9.9", "eth0");
    assertThat(notAdmitted.remarks()).hasSize(2);
    assertThat(notAdmitted.remarks().get(0))
        .startsWith("eth0: 2 link-local IPv6 addresses were heard and not asked")
        .contains("add fe80::/64%eth0 to the cidr");
    assertThat(notAdmitted.remarks().get(1)).startsWith("eth1: 1 link-local IPv6 address was");
  }

  @Test
  void aHardwareAddressIsKeptOfLinkLocalFacesAndOfWhoWasHeard() {
    assertThat(notAdmitted.keepsMac(Cidr.address("fe80::7"))).isTrue();
    assertThat(notAdmitted.keepsMac(Cidr.address("10.9.9.9"))).isFalse();
    heard("10.9.9.9", "eth0");
    assertThat(notAdmitted.keepsMac(Cidr.address("10.9.9.9"))).isTrue();
  }
}
