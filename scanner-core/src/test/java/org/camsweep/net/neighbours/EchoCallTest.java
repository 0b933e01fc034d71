package org.camsweep.net.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.net.Nic;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class EchoCallTest {
  private static final Address LINK_LOCAL = Cidr.address("fe80::2%eth0");
  private static final Address UNIQUE = Cidr.address("fd79:1::2");
  private static final List<Address> OWN =
      List.of(Cidr.address("10.79.1.2"), LINK_LOCAL, UNIQUE, Cidr.address("fd79:2::2"));
  private static final List<Cidr> ON_LINK =
      List.of(
          Cidr.parse("10.79.1.0/24"),
          Cidr.parse("fe80::/64%eth0"),
          Cidr.parse("fd79:1::/64"),
          Cidr.parse("fd79:2::/64"));

  private static List<Address> askedFrom(String... listened) {
    return EchoCall.sources(OWN, ON_LINK, Stream.of(listened).map(Cidr::parse).toList());
  }

  @Test
  void aBlockIsAskedFromTheOwnAddressInIt() {
    assertThat(askedFrom("fd79:1::/64")).containsExactly(UNIQUE);
    assertThat(askedFrom("fe80::/64%eth0")).containsExactly(LINK_LOCAL);
    assertThat(askedFrom("fe80::/64")).as("of every link").containsExactly(LINK_LOCAL);
    assertThat(askedFrom("fd79:1::/64", "fe80::/64%eth0")).containsExactly(LINK_LOCAL, UNIQUE);
  }

  @Test
  void whereTheScopeHoldsNoSuchBlockNobodyIsAsked() {
    assertThat(askedFrom()).isEmpty();
    assertThat(askedFrom("fd99::/64")).isEmpty();
    assertThat(askedFrom("fe80::/64%eth1")).as("another link").isEmpty();
    assertThat(askedFrom("10.0.0.0/7")).as("IPv4 has no such group").isEmpty();
  }

  @Test
  void theQuestionGoesToOneLinkAndLooksUpNoName() throws SocketException {
    NetworkInterface any = NetworkInterface.getNetworkInterfaces().nextElement();
    Nic nic = new Nic(any, "eth0", ON_LINK, Optional.empty(), Optional.of(LINK_LOCAL));
    assertThat(new EchoCall(nic, UNIQUE).command())
        .containsExactly(
            "ping", "-6", "-n", "-c", "2", "-i", "1", "-w", "3", "-I", "fd79:1::2", "ff02::1%eth0");
    assertThat(new EchoCall(nic, LINK_LOCAL).command()).endsWith("-I", "eth0", "ff02::1%eth0");
  }
}
