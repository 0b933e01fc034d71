package org.camsweep.probe.spi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramingTest {
  private static boolean complete(boolean rtsp, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return Framing.message(rtsp).complete(bytes, bytes.length);
  }

  /** Where, byte by byte, the message is first complete; -1 if never. */
  private static int firstComplete(boolean rtsp, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int n = 0; n <= bytes.length; n++) {
      if (Framing.message(rtsp).complete(bytes, n)) {
        return n;
      }
    }
    return -1;
  }

  @Test
  void aBodyIsAsLongAsItsLengthSays() {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    assertThat(firstComplete(false, head + "hello")).isEqualTo(head.length() + 5);
    assertThat(complete(false, head + "hell")).isFalse();
  }

  @Test
  void lengthIsReadInAnyCaseAndWithBareLineFeeds() {
    String head = "HTTP/1.0 401 No\nCONTENT-LENGTH:3\n\n";
    assertThat(firstComplete(false, head + "abc")).isEqualTo(head.length() + 3);
  }

  @Test
  void anUnknownLengthRunsToTheCloseInHttpAndIsNoBodyInRtsp() {
    String head = "RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n";
    assertThat(complete(false, head + "x")).isFalse();
    assertThat(firstComplete(true, head)).isEqualTo(head.length());
  }

  @Test
  void chunkedEndsAtItsLastChunk() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertThat(complete(false, head + "3\r\nabc\r\n")).isFalse();
    assertThat(complete(false, head + "3\r\nabc\r\n0\r\n\r\n")).isTrue();
  }

  @Test
  void bodilessStatusesEndWithTheirHead() {
    assertThat(complete(false, "HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n")).isTrue();
    assertThat(complete(false, "HTTP/1.1 304 Not Modified\r\n\r\n")).isTrue();
  }

  @Test
  void nonsenseLengthsNeverThrow() {
    for (String length : new String[] {"-1", "1e3", "", "99999999999999", "0x10", "5, 5"}) {
      complete(false, "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nabc");
    }
    assertThat(complete(false, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\nabc"))
        .isFalse();
  }

  @Test
  void toCloseNeverCompletes() {
    assertThat(Framing.toClose().complete(new byte[9], 9)).isFalse();
  }
}
