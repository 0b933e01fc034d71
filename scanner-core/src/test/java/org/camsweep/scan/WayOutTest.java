package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class WayOutTest {
  private final Map<String, Set<Address>> machine = new HashMap<>();

  private WayOut way() {
    machine.put("eth0", Set.of(Cidr.address("10.0.0.5")));
    machine.put("eth1", Set.of(Cidr.address("10.1.0.5")));
    return new WayOut(Set.of("eth0", "gone"), d -> Optional.ofNullable(machine.get(d)));
  }

  @Test
  void aLinkThatIsAsItWasIsNoTrouble() {
    WayOut way = way();
    machine.remove("eth1"); // the scan does not go that way
    machine.put("eth0", Set.of(Cidr.address("10.0.0.5"), Cidr.address("10.0.0.6")));
    assertThat(way.trouble()).isEmpty();
  }

  @Test
  void aLinkThatWentDownIs() {
    WayOut way = way();
    machine.remove("eth0");
    assertThat(way.trouble()).contains("interface eth0 went down or lost its link");
  }

  @Test
  void anAddressThatChangedIs() {
    WayOut way = way();
    machine.put("eth0", Set.of(Cidr.address("10.0.0.77")));
    assertThat(way.trouble()).contains("the address of interface eth0 changed");
  }
}
