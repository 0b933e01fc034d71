package org.camsweep.probe.spi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaidTextTest {
  @Test
  void latin1IsTheRestSoThatNothingIsLost() {
    assertThat(SaidText.decode("K\u00fcche".getBytes(ISO_8859_1))).isEqualTo("K\u00fcche");
    assertThat(SaidText.decode("K\u00fcche".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("K\u00fcche");
    assertThat(SaidText.decode(new byte[] {(byte) 0xd6, (byte) 0xd0}, "gb2312"))
        .isEqualTo("\u4e2d");
    assertThat(SaidText.decode("x".getBytes(ISO_8859_1), "no-such-charset")).isEqualTo("x");
  }

  @Test
  void percentSignsAreDecodedAsUtf8AndBrokenOnesKept() {
    assertThat(SaidText.unpercent("AXIS%20P3%")).isEqualTo("AXIS P3%");
    assertThat(SaidText.unpercent("%C3%BC%zz%4")).isEqualTo("\u00fc%zz%4");
  }

  @Test
  void realmsAreReadFromSeveralChallengesWithQuotedCommas() {
    MessageHead head =
        MessageHead.parse(
            ("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"a, \\\"b\\\"\","
                    + " nonce=\"realm=x\", Basic realm=plain\r\nwww-authenticate: Basic realm=\"c"
                    + "\r\n\r\n")
                .getBytes(ISO_8859_1));
    assertThat(head.realms("WWW-Authenticate")).containsExactly("a, \"b\"", "plain", "c");
    assertThat(head.names()).isEqualTo("WWW-Authenticate,www-authenticate");
    assertThat(head.status()).contains("401");
  }

  @Test
  void headsAreReadWithFoldedLinesAndBareLineFeeds() {
    MessageHead head =
        MessageHead.parse("RTSP/1.0 200 OK\nServer: a\n  b\nbroken\n\nbody".getBytes(ISO_8859_1));
    assertThat(head.all("server")).isEqualTo(List.of("a b"));
    assertThat(new String(head.body(), ISO_8859_1)).isEqualTo("body");
  }

  @Test
  void octetsBeyondTheEndAreAbsent() {
    Octets octets = Octets.of(Octets.hex("01 02 03 ff c0 00 02 01"));
    assertThat(octets.be16(0)).isEqualTo(0x0102);
    assertThat(octets.le16(0)).isEqualTo(0x0201);
    assertThat(octets.be16(7)).isEqualTo(-1);
    assertThat(octets.be32(-1)).isEqualTo(-1);
    assertThat(octets.ipv4(4)).contains("192.0.2.1");
    assertThat(octets.ipv4(5)).isEmpty();
    assertThat(octets.slice(6, 100)).hasSize(2);
    assertThat(octets.text(99, 4)).isEmpty();
  }

  @Test
  void bytesAreShownReadably() {
    assertThat(Shown.bytes(Octets.hex("41 0d 0a 00"))).isEqualTo("A\\r\\n\\x00");
    assertThat(Shown.bytes(new byte[120])).isEqualTo("\\x00*120");
  }
}
