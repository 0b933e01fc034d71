package org.camsweep.net.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class EchoTextTest {
  @Test
  void theAddressOfAnAnswerIsReadWithoutItsZone() {
    assertThat(EchoText.answer("64 bytes from fe80::7%eth0: icmp_seq=1 ttl=64 time=0.069 ms"))
        .contains(Cidr.address("fe80::7"));
    assertThat(EchoText.answer("64 bytes from fd79::2: icmp_seq=2 ttl=64 time=0.1 ms (DUP!)"))
        .contains(Cidr.address("fd79::2"));
  }

  @Test
  void whatIsNoAnswerGivesNoAddress() {
    for (String line :
        new String[] {
          "",
          "PING ff02::1%eth0(ff02::1%eth0) from fd79::1 : 56 data bytes",
          "From fd79::1: icmp_seq=1 Destination unreachable: Address unreachable",
          "64 bytes from camera.lab.test: icmp_seq=1 ttl=64 time=0.1 ms",
          "64 bytes from fd79::2::3: icmp_seq=1 ttl=64 time=0.1 ms",
          "64 bytes from fd79::2",
          "rtt min/avg/max/mdev = 0.056/0.064/0.077/0.005 ms",
        }) {
      assertThat(EchoText.answer(line)).as(line).isEmpty();
    }
  }

  @Test
  void thatThePacketsAreSentIsReadFromTheFirstLine() {
    assertThat(EchoText.begins("PING ff02::1%eth0(ff02::1%eth0) from :: eth0: 56 data bytes"))
        .isTrue();
    assertThat(EchoText.begins("ping: socktype: SOCK_RAW")).isFalse();
  }
}
