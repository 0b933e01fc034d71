package org.camsweep.net.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogHostTest {
  @ParameterizedTest
  @CsvSource({
    "tls://log.example, tls://log.example:6514",
    "TCP://10.0.0.9:514, tcp://10.0.0.9:514",
    "udp://[2001:db8::9], udp://[2001:db8::9]:514",
  })
  void readsTransportHostAndPort(String text, String shown) {
    assertThat(LogHost.parse(text)).map(LogHost::toString).contains(shown);
  }

  @Test
  void anAddressLosesItsBrackets() {
    assertThat(LogHost.parse("udp://[2001:db8::9]").orElseThrow().host()).isEqualTo("2001:db8::9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls://",
        "tls://host:0",
        "tls://host:70000",
        "tls://user@host",
        "tls://host/path",
        "tls://host?x",
        "tls://ho st",
        "http://host",
        "host:514",
        ""
      })
  void anythingElseIsNone(String text) {
    assertThat(LogHost.parse(text)).isEmpty();
  }
}
