package org.camsweep.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BusyTest {
  private static java.util.Optional<Duration> of(String reply) {
    return Busy.of(reply.getBytes(ISO_8859_1));
  }

  @Test
  void bothStatusesOfBothProtocolsAreAWishToBeLeftAlone() {
    assertThat(of("HTTP/1.1 503 Service Unavailable\r\n\r\n")).contains(Duration.ofSeconds(2));
    assertThat(of("HTTP/1.0 429 Too Many\r\n\r\n")).contains(Duration.ofSeconds(2));
    assertThat(of("RTSP/1.0 503 Busy\r\nCSeq: 1\r\n\r\n")).contains(Duration.ofSeconds(2));
  }

  @Test
  void theTimeIsTheDevicesOwnWithinReason() {
    assertThat(of("HTTP/1.1 503 x\r\nRetry-After: 7\r\n\r\n")).contains(Duration.ofSeconds(7));
    assertThat(of("HTTP/1.1 503 x\r\nretry-after:0\r\n\r\n")).contains(Duration.ofSeconds(1));
    assertThat(of("HTTP/1.1 503 x\r\nRetry-After: 999999999\r\n\r\n"))
        .contains(Duration.ofSeconds(30));
    assertThat(of("HTTP/1.1 503 x\r\nRetry-After: 99999999999999999999\r\n\r\n"))
        .as("no number that is meant")
        .contains(Duration.ofSeconds(2));
    assertThat(of("HTTP/1.1 503 x\r\nRetry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n\r\n"))
        .contains(Duration.ofSeconds(2));
  }

  @Test
  void anythingElseIsNot() {
    for (String reply :
        new String[] {
          "",
          "HTTP/1.1 5",
          "HTTP/1.1 200 OK\r\n\r\n503",
          "HTTP/1.1 401 x\r\n\r\n",
          "HTTP/1.1 5030 x\r\n\r\n",
          "SSH-2.0-4503 429 \r\n",
          "HTTP/1.1 404 503 \r\n\r\n"
        }) {
      assertThat(of(reply)).as(reply).isEmpty();
    }
  }
}
