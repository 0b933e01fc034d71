package org.camsweep.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class ConversationsTest {
  private static final int SYN = 2;
  private static final int ACK = 16;
  private static final int FIN = 1;
  private static final long START = 0xfffffff0L; // numbers wrap round soon after
  private final List<Conversation> ended = new ArrayList<>();
  private final Tally tally = new Tally();
  private final Conversations talks = new Conversations(ended::add, tally);

  private static Packet packet(boolean server, int client, long seq, int flags, byte[] bytes) {
    String camera = "10.0.0.5";
    String asker = "10.0.0.2";
    return new Packet(
        Packet.Kind.TCP,
        Instant.EPOCH,
        Optional.empty(),
        Cidr.address(server ? camera : asker),
        server ? 80 : client,
        Cidr.address(server ? asker : camera),
        server ? client : 80,
        new Packet.Segment(seq & 0xffffffffL, flags),
        bytes,
        false);
  }

  private void server(long seq, int flags, String text) {
    talks.take(packet(true, 40_000, seq, flags, text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private void client(long seq, int flags, String text) {
    talks.take(packet(false, 40_000, seq, flags, text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void segmentsComeIntoOrderAcrossTheWrapAndRepeatsChangeNothing() {
    String page = "HTTP/1.1 200 OK\r\nServer: Cam\r\n\r\nsome text that is long enough";
    List<int[]> pieces = new ArrayList<>();
    for (int at = 0; at < page.length(); at += 7) {
      pieces.add(new int[] {at, Math.min(at + 7, page.length())});
    }
    pieces.add(new int[] {3, 20});
    for (int seed = 0; seed < 200; seed++) {
      Collections.shuffle(pieces, new Random(seed));
      client(100, SYN, "");
      server(START, SYN | ACK, "");
      client(101, ACK, "GET / HTTP/1.1\r\n\r\n");
      for (int[] piece : pieces) {
        server(START + 1 + piece[0], ACK, page.substring(piece[0], piece[1]));
      }
      talks.finish();
      Conversation talk = ended.get(ended.size() - 1);
      assertThat(text(talk.toClient())).as("seed " + seed).isEqualTo(page);
      assertThat(text(talk.toServer())).startsWith("GET / ");
      assertThat(talk.cut()).isFalse();
      assertThat(talk.port()).isEqualTo(80);
    }
  }

  @Test
  void aGapEndsWhatIsKnown() {
    client(100, SYN, "");
    server(500, SYN | ACK, "");
    server(501, ACK, "220 hello");
    server(601, ACK, "much later");
    talks.finish();
    assertThat(text(ended.get(0).toClient())).isEqualTo("220 hello");
    assertThat(ended.get(0).cut()).isTrue();
  }

  @Test
  void whatTheServerSaidFirstIsKnown() {
    client(100, SYN, "");
    server(500, SYN | ACK, "");
    client(101, ACK, "\u00ff\u00fd\u0003");
    server(501, ACK, "cam login: ");
    client(104, ACK, "admin");
    server(512, ACK, "admin\r\nPassword: ");
    client(109, ACK | FIN, "");
    server(529, ACK | FIN, "");
    assertThat(ended).hasSize(1);
    assertThat(text(ended.get(0).toClient()).substring(0, ended.get(0).said()))
        .isEqualTo("cam login: ");
  }

  @Test
  void aCaptureThatBeganLaterKnowsTheServerByItsPort() {
    server(9_000, ACK, "RTSP/1.0 200 OK\r\n\r\n");
    talks.finish();
    assertThat(ended.get(0).port()).isEqualTo(80);
    assertThat(ended.get(0).server()).isEqualTo(Cidr.address("10.0.0.5"));
  }

  @Test
  void memoryIsBoundedInBytesAndNumber() {
    byte[] chunk = new byte[1_400];
    for (int client = 1_025; client < 5_000; client++) {
      talks.take(packet(true, client, 0, SYN | ACK, new byte[0]));
      for (int i = 0; i < 100; i++) {
        talks.take(packet(true, client, 1 + i * 1_400L, ACK, chunk));
      }
    }
    assertThat(tally.get("streams.early")).isGreaterThan(1_000);
    assertThat(ended).allSatisfy(t -> assertThat(t.toClient().length).isEqualTo(Half.MAX_BYTES));
    assertThat(ended).allSatisfy(t -> assertThat(t.cut()).isTrue());
  }

  @Test
  void aHalfHoldsNoMoreThanItMay() {
    Half half = new Half();
    half.begins(0);
    for (int i = 1; i < 10_000; i++) {
      half.take(i * 1_000L, new byte[900], false);
    }
    assertThat(half.held()).isLessThanOrEqualTo(2L * Half.MAX_BYTES);
    assertThat(half.isCut()).isTrue();
  }
}
