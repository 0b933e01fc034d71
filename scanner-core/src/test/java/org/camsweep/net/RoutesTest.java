package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.junit.jupiter.api.Test;

class RoutesTest {
  /** A default route by 10.0.0.1, the link 10.0.0.0/24, and 10.9.0.0/16 by 10.0.0.9. */
  private static final String TABLE =
      """
      Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT
      eth0 00000000 0100000A 0003 0 0 0 00000000 0 0 0
      eth0 0000000A 00000000 0001 0 0 0 00FFFFFF 0 0 0
      eth0 0000090A 0900000A 0003 0 0 0 0000FFFF 0 0 0
      eth1 0000070A 0700000A 0002 0 0 0 0000FFFF 0 0 0
      """;

  private static Optional<String> gateway(String address) {
    return Routes.read(TABLE).gateway(Cidr.address(address));
  }

  @Test
  void theLongestRouteWins() {
    assertThat(gateway("10.0.0.7")).as("on the link").isEmpty();
    assertThat(gateway("10.9.3.4")).contains("via a000009");
    assertThat(gateway("10.9.200.4")).contains("via a000009");
    assertThat(gateway("192.168.1.1")).contains("via a000001");
    assertThat(gateway("10.7.0.1")).as("that route is down").contains("via a000001");
  }

  @Test
  void whereTheTableDoesNotTellNeighboursAreTakenTogether() {
    Routes none = Routes.read("");
    assertThat(none.gateway(Cidr.address("10.1.2.3")))
        .isEqualTo(none.gateway(Cidr.address("10.1.2.200")))
        .isNotEqualTo(none.gateway(Cidr.address("10.1.3.3")));
    assertThat(gateway("2001:db8::1")).isEqualTo(gateway("2001:db8::2")).isPresent();
    assertThat(Routes.read("a\nb c d e f g h i j\n").gateway(Cidr.address("10.1.2.3"))).isPresent();
  }

  @Test
  void networksBehindOneRouterShareItsFlows() throws Exception {
    Scope scope =
        Scope.of(List.of(network("a", "10.9.1.0/24"), network("b", "10.9.2.0/24")), List.of());
    Lanes lanes = new Lanes(() -> 0, Routes.read(TABLE));
    Lane a = lanes.of(scope.admit(Cidr.address("10.9.1.1")).orElseThrow());
    Lane b = lanes.of(scope.admit(Cidr.address("10.9.2.1")).orElseThrow());
    assertThat(a)
        .isNotSameAs(b)
        .isSameAs(lanes.of(scope.admit(Cidr.address("10.9.1.2")).orElseThrow()));
    for (int i = 0; i < Lanes.GATEWAY_FLOWS / 100; i++) {
      a.flow();
    }
    assertThat(b.allows(0)).as("the router's burst is spent").isFalse();
  }

  private static Network network(String id, String block) {
    return Networks.paced(id, new Pace(100_000, 40, 2), block);
  }
}
