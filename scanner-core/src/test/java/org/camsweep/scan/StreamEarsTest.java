package org.camsweep.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.camsweep.capture.Conversation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class StreamEarsTest {
  private static Conversation talk(int port, String toServer, String toClient, int said) {
    return new Conversation(
        Cidr.address("10.0.0.5"),
        port,
        Instant.EPOCH,
        toServer.getBytes(ISO_8859_1),
        toClient.getBytes(ISO_8859_1),
        said,
        false);
  }

  private static String text(StreamEars.Said said) {
    return new String(said.reply().bytes(), ISO_8859_1);
  }

  private static String path(StreamEars.Said said) {
    return said.reply().ask().map(a -> a.fold(d -> "", e -> "", Ask.Http::path)).orElse("");
  }

  @Test
  void answersOnOneConnectionAreToldApartAndNoQueryIsKept() {
    String asked =
        String.join(
            "\r\n",
            "GET /a.html?user=admin&pwd=secret HTTP/1.1",
            "Authorization: Basic c2VjcmV0",
            "",
            "HEAD /b HTTP/1.1",
            "",
            "GET /favicon.ico HTTP/1.1",
            "",
            "POST /onvif/device_service HTTP/1.1",
            "",
            "");
    String one = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
    String two = "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n";
    String three = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwxyz\r\n0\r\n\r\n";
    String four =
        "HTTP/1.1 401 No\r\n\r\n<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'/>";
    List<StreamEars.Said> all = StreamEars.of(talk(80, asked, one + two + three + four, 0));
    assertThat(all).hasSize(4);
    assertThat(all.stream().map(StreamEarsTest::text)).containsExactly(one, two, three, four);
    assertThat(all.stream().map(StreamEarsTest::path))
        .containsExactly("/a.html", "/b", "/favicon.ico", "/onvif/device_service");
    assertThat(all.get(3).probe().name()).isEqualTo("onvif");
    assertThat(all.toString()).doesNotContain("secret").doesNotContain("c2VjcmV0");
  }

  @Test
  void rtspAnswersEndWhereTheStreamBegins() {
    String describe = "RTSP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nv=0\n";
    List<StreamEars.Said> all =
        StreamEars.of(
            talk(
                554,
                "DESCRIBE rtsp://admin:secret@10.0.0.5/s?pwd=secret RTSP/1.0\r\n\r\n",
                describe + "$\u0000\u0004....",
                0));
    assertThat(all.stream().map(StreamEarsTest::text)).containsExactly(describe);
    byte[] asked =
        all.get(0).reply().ask().orElseThrow().fold(d -> null, Ask.Exchange::payload, h -> null);
    assertThat(new String(asked, ISO_8859_1)).isEqualTo("DESCRIBE");
  }

  @Test
  void aGreetingIsOnlyWhatCameBeforeTheClientSpoke() {
    String all = "cam login: admin\r\nPassword: ";
    assertThat(text(StreamEars.of(talk(23, "admin\r\n", all, 11)).get(0))).isEqualTo("cam login: ");
    assertThat(StreamEars.of(talk(23, "admin\r\n", all, 0))).isEmpty();
    assertThat(
            text(StreamEars.of(talk(22, "SSH-2.0-me\r\n", "SSH-2.0-cam\r\n\u0000key", 0)).get(0)))
        .isEqualTo("SSH-2.0-cam\r\n");
    assertThat(StreamEars.of(talk(2323, "", "hello", 5))).as("no port of greetings").isEmpty();
  }

  @Test
  void anythingMayBeSaid() {
    Random random = new Random(7);
    String page = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwxyz\r\n0\r\n\r\n";
    for (int n = 0; n <= page.length(); n++) {
      StreamEars.of(talk(80, "", page.substring(0, n), 0));
    }
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = (page + page).getBytes(ISO_8859_1);
      for (int k = 0; k < 4; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      String said = new String(bytes, ISO_8859_1);
      assertThat(StreamEars.of(talk(80, said, said, 3)).size()).isLessThanOrEqualTo(16);
    }
    assertThat(StreamEars.of(talk(80, "", "HTTP/1.1 200\n\n".repeat(5_000), 0)).size())
        .isLessThanOrEqualTo(16);
  }
}
