package org.camsweep.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/24, 256",
    "10.0.0.7, 1",
    "0.0.0.0/0, 4294967296",
    "fd00::/120, 256",
    "fe80::1, 1",
    "fe80::1%eth0, 1",
    "fe80::/64%br-lan.7, 18446744073709551616"
  })
  void readsBlocks(String text, BigInteger size) {
    assertThat(Cidr.parse(text).size()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.1/24",
        "10.0.0/24",
        "10.0.0.256",
        "010.0.0.1",
        "camera.local",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10.0.0.0/2x",
        "fd00::/129",
        "fd00::1/64",
        ":::",
        "1.2.3.4.5",
        "10.0.0.1%eth0",
        "2001:db8::1%eth0",
        "::/0%eth0",
        "fe80::%eth0/64",
        "fe80::1%",
        "fe80::1%eth 0",
        "fe80::1%eth0%eth1",
        "",
        "/24",
        "999999999999"
      })
  void refusesWhatIsNoBlockAndLooksUpNothing(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void containsOnlyItsOwnFamily() {
    Cidr all = Cidr.parse("0.0.0.0/0");
    assertThat(all.contains(Cidr.address("255.255.255.255"))).isTrue();
    assertThat(all.contains(Cidr.address("::1"))).isFalse();
    assertThat(Cidr.parse("10.1.0.0/16").contains(Cidr.address("10.2.0.0"))).isFalse();
  }

  @Test
  void aBlockOfOneLinkHoldsNobodyOfAnother() {
    Cidr every = Cidr.parse("fe80::/64");
    Cidr one = Cidr.parse("fe80::/64%eth0");
    assertThat(every.contains(Cidr.address("fe80::1%eth1"))).isTrue();
    assertThat(one.contains(Cidr.address("fe80::1%eth0"))).isTrue();
    assertThat(one.contains(Cidr.address("fe80::1%eth1"))).isFalse();
    assertThat(one.contains(Cidr.address("fe80::1"))).as("of no known link").isFalse();
    assertThat(one.overlaps(Cidr.parse("fe80::/64%eth1"))).isFalse();
    assertThat(one.overlaps(Cidr.parse("fe80::7"))).isTrue();
    assertThat(one.at(BigInteger.TWO)).isEqualTo(Cidr.address("fe80::2%eth0"));
    assertThat(Cidr.parse("fe80::7").isSwept()).isFalse();
    assertThat(Cidr.parse("fe80::7%eth0").isSwept()).isTrue();
  }

  @Test
  void countsItsAddresses() {
    Cidr block = Cidr.parse("10.255.255.0/24");
    assertThat(block.at(BigInteger.valueOf(255)).toString()).isEqualTo("10.255.255.255");
    assertThat(Cidr.parse("::/0").at(BigInteger.ONE).toString()).endsWith(":1");
    assertThatThrownBy(() -> block.at(BigInteger.valueOf(256)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
