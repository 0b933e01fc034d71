package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.camsweep.site.CommandLineTargets;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.junit.jupiter.api.Test;

class ScopeLinksTest {
  private static List<Network> networks(String... words) throws Exception {
    return CommandLineTargets.site(
            CommandLineTargets.blocks(List.of(words)),
            List.of(),
            Optional.empty(),
            false,
            List.of(),
            Pace.STANDARD)
        .networks();
  }

  @Test
  void aLinkThatIsNotHereIsNamedWithTheOnesThatAre() throws Exception {
    List<Network> networks = networks("10.0.0.0/24", "fe80::1-fe80::9%br-lan", "fe80::/64%eth9");
    assertThatCode(() -> ScopeLinks.check(networks, List.of("br-lan", "eth9")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ScopeLinks.check(networks, List.of("br-lan", "eth0")))
        .hasMessageContaining("network targets: fe80::/64%eth9 is on the link of no interface here")
        .hasMessageContaining("br-lan, eth0");
  }

  @Test
  void aScopeThatNamesNoLinkNeedsNone() throws Exception {
    assertThatCode(() -> ScopeLinks.check(networks("fe80::/64", "10.0.0.1"), List.of()))
        .doesNotThrowAnyException();
  }
}
