package org.camsweep.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
  /** The examples of RFC 5952, section 4, and the ends of the space. */
  @ParameterizedTest
  @CsvSource({
    "10.0.0.5, 10.0.0.5",
    "255.255.255.255, 255.255.255.255",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8:AAAA::, 2001:db8:aaaa::",
    "::, ::",
    "::1, ::1",
    "fe80::, fe80::",
  })
  void isShortestAndReadsBack(String written, String expected) {
    String text = AddressText.of(Cidr.address(written));
    assertThat(text).isEqualTo(expected);
    assertThat(Cidr.address(text)).isEqualTo(Cidr.address(written));
  }
}
