package org.camsweep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** What a probe says of IPv6 is what it does; that it is answered there too, the lab shows. */
class Ipv6ClaimsTest {
  @Test
  void aProbeWithAGroupOfIpv6NamesItAndNoOtherDoes() {
    for (Probe probe : ProbeCatalogue.all()) {
      if (probe instanceof Probe.Multicast multicast) {
        Optional<String> group = multicast.group(true);
        boolean named = probe.byIpv6().contains("ff02::");
        assertThat(named).as(probe.id() + ": " + probe.byIpv6()).isEqualTo(group.isPresent());
        group.ifPresent(g -> assertThat(probe.byIpv6()).contains(g));
      }
    }
  }

  @Test
  void aProbeThatSaysNoAsksNoAddressOfIpv6() throws ScopeRefusedException {
    List<String> saidNo = new ArrayList<>();
    for (Probe probe : ProbeCatalogue.all()) {
      List<Ask> asks = new ArrayList<>();
      if (probe instanceof Probe.Unicast unicast) {
        for (Probe.Stage stage : Probe.Stage.values()) {
          asks.addAll(unicast.open(stage, camera(), List.of(), new UUID(1, 2)));
        }
      }
      if (probe.byIpv6().startsWith("no")) {
        saidNo.add(probe.id().name());
        assertThat(asks).as(probe.id() + ": " + probe.byIpv6()).isEmpty();
      }
      if (probe.byIpv6().startsWith("unicast")) {
        assertThat(asks).as(probe.id() + ": " + probe.byIpv6()).isNotEmpty();
      }
    }
    assertThat(saidNo)
        .containsExactly("tvt", "panasonic", "hanwha", "bosch", "sony", "reolink", "pppp", "dhcp");
  }

  private static Target camera() throws ScopeRefusedException {
    Network network = Networks.paced("net", Pace.STANDARD, "fd79:1::/120");
    return Scope.of(List.of(network), List.of()).admit(Cidr.address("fd79:1::7")).orElseThrow();
  }
}
