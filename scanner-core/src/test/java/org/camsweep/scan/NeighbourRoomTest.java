package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.camsweep.house.NotRun;
import org.camsweep.net.Nic;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class NeighbourRoomTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final List<Nic> nics = Nic.usable();

  @Test
  void addressesOnALinkTakeAPlaceForThreeSeconds() {
    NotRun.unless(!nics.isEmpty(), "no interface here can multicast");
    Address near = nics.get(0).v4().orElseThrow();
    NeighbourRoom room = new NeighbourRoom(nics, 2, now::get);
    room.take(near);
    assertThat(room.has()).isTrue();
    room.take(near);
    assertThat(room.has()).isFalse();
    now.set(Instant.EPOCH.plusMillis(3_000));
    assertThat(room.has()).as("the third ARP request is still out").isFalse();
    now.set(Instant.EPOCH.plusMillis(3_300));
    assertThat(room.has()).isTrue();
  }

  @Test
  void routedAddressesTakeNone() {
    NeighbourRoom room = new NeighbourRoom(nics, 1, now::get);
    room.take(Cidr.address("203.0.113.9"));
    room.take(Cidr.address("203.0.113.10"));
    assertThat(room.has()).isTrue();
  }
}
