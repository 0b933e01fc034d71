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
    "fe80::1, 1"
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
        "fe80::1%eth0",
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
  void countsItsAddresses() {
    Cidr block = Cidr.parse("10.255.255.0/24");
    assertThat(block.at(BigInteger.valueOf(255)).getHostAddress()).isEqualTo("10.255.255.255");
    assertThat(Cidr.parse("::/0").at(BigInteger.ONE).getHostAddress()).endsWith(":1");
    assertThatThrownBy(() -> block.at(BigInteger.valueOf(256)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
