package org.camsweep.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AddressTest {
  @Property
  void isReadBackAsWritten(@ForAll("addresses") Address address) {
    assertThat(Cidr.address(address.toString())).isEqualTo(address);
    assertThat(Address.of(address.bytes())).isEqualTo(address.withoutZone());
    assertThat(Cidr.parse(Cidr.only(address).toString()).base()).isEqualTo(address);
  }

  /** Equal is what is written alike, and nothing else; the order agrees. */
  @Property
  void hasOneIdentity(@ForAll("addresses") Address a, @ForAll("addresses") Address b) {
    boolean same = a.toString().equals(b.toString());
    assertThat(a.equals(b)).isEqualTo(same);
    assertThat(a.compareTo(b) == 0).isEqualTo(same);
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(!same || a.hashCode() == b.hashCode()).isTrue();
    assertThat(a.inet().equals(b.inet())).isEqualTo(a.withoutZone().equals(b.withoutZone()));
  }

  /** What the scope may send to is never more than what overlaps are refused by. */
  @Property
  void blocksThatShareAnAddressOverlap(
      @ForAll("blocks") Cidr a, @ForAll("blocks") Cidr b, @ForAll("addresses") Address address) {
    assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
    assertThat(!(a.contains(address) && b.contains(address)) || a.overlaps(b)).isTrue();
    assertThat(Cidr.parse(a.toString())).isEqualTo(a);
    assertThat(a.contains(a.base())).isTrue();
    boolean elsewhere = a.base().zone().isPresent() && !a.base().zone().equals(address.zone());
    assertThat(elsewhere && a.contains(address)).as("another link").isFalse();
  }

  @Test
  void onlyLinkLocalAddressesOfIpv6HaveAZone() {
    assertThat(Cidr.address("fe80::1").on("eth0")).hasToString("fe80::1%eth0");
    assertThat(Cidr.address("febf::1").on("eth0").zone()).contains("eth0");
    assertThat(Cidr.address("fec0::1").on("eth0").zone()).isEmpty();
    assertThat(Cidr.address("169.254.0.1").on("eth0")).hasToString("169.254.0.1");
    assertThat(Cidr.address("169.254.0.1").isLinkLocal()).isTrue();
    assertThat(Cidr.address("2001:db8::1").on("eth0").zone()).isEmpty();
    assertThatThrownBy(() -> Cidr.address("fe80::1").on("a b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatAPersonWritesWithoutAZoneIsMeantOnEveryLink() {
    assertThat(Cidr.address("fe80::1").mayBe(Cidr.address("fe80::1%eth0"))).isTrue();
    assertThat(Cidr.address("fe80::1%eth1").mayBe(Cidr.address("fe80::1%eth0"))).isFalse();
  }

  @Test
  void ipv4InIpv6ClothesIsIpv4() {
    assertThat(Cidr.address("::ffff:10.0.0.7")).isEqualTo(Cidr.address("10.0.0.7"));
    assertThat(Cidr.address("255.255.255.255").bytes()).containsOnly(-1);
  }

  @Provide
  Arbitrary<Address> addresses() {
    return Arbitraries.oneOf(
        locals(),
        Arbitraries.of("10.0.0.1", "fd00::1", "::", "fec0::1").map(Cidr::address),
        Arbitraries.bytes().array(byte[].class).ofSize(16).map(Address::of));
  }

  private static Arbitrary<Address> locals() {
    Arbitrary<Address> plain =
        Arbitraries.of("fe80::1", "fe80::2", "fe80:1::1", "fe80::211:22ff:fe01:203")
            .map(Cidr::address);
    return Combinators.combine(plain, Arbitraries.of("", "eth0", "eth1", "br-lan.7"))
        .as((address, zone) -> zone.isEmpty() ? address : address.on(zone));
  }

  @Provide
  Arbitrary<Cidr> blocks() {
    return Combinators.combine(addresses(), Arbitraries.integers().between(0, 128))
        .as((address, prefix) -> Cidr.around(address, Math.min(prefix, address.bits())));
  }
}
