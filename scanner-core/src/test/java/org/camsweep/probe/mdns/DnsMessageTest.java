package org.camsweep.probe.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** One more than each limit allows is said; exactly as much is not. */
class DnsMessageTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private void head(int answers) {
    bytes.writeBytes(new byte[] {0, 0, (byte) 0x84, 0, 0, 0});
    bytes.writeBytes(new byte[] {(byte) (answers >> 8), (byte) answers, 0, 0, 0, 0});
  }

  /** A record whose name was written. */
  private void record(int type, byte[] data) {
    bytes.writeBytes(new byte[] {0, (byte) type, 0, 1, 0, 0, 0, 0});
    bytes.writeBytes(new byte[] {(byte) (data.length >> 8), (byte) data.length});
    bytes.writeBytes(data);
  }

  private DnsMessage records(int count) {
    bytes.reset();
    head(count);
    for (int i = 0; i < count; i++) {
      bytes.write(0);
      record(DnsMessage.TXT, new byte[] {1, 'x'});
    }
    return DnsMessage.read(bytes.toByteArray());
  }

  private DnsMessage texts(int count) {
    bytes.reset();
    head(1);
    bytes.write(0);
    byte[] data = new byte[2 * count];
    for (int i = 0; i < count; i++) {
      data[2 * i] = 1;
      data[2 * i + 1] = 'x';
    }
    record(DnsMessage.TXT, data);
    return DnsMessage.read(bytes.toByteArray());
  }

  /** A name that is so many pointers, each to the one before it. */
  private DnsMessage jumps(int count) {
    bytes.reset();
    head(2);
    bytes.write(0);
    byte[] data = new byte[1 + 2 * (count - 1)];
    int first = 12 + 1 + 10;
    for (int i = 0; i < count - 1; i++) {
      int to = first + (i == 0 ? 0 : 1 + 2 * (i - 1));
      data[1 + 2 * i] = (byte) (0xc0 | to >> 8);
      data[2 + 2 * i] = (byte) to;
    }
    record(1, data);
    int last = first + 1 + 2 * (count - 2);
    bytes.writeBytes(new byte[] {(byte) (0xc0 | last >> 8), (byte) last});
    record(DnsMessage.TXT, new byte[] {1, 'x'});
    return DnsMessage.read(bytes.toByteArray());
  }

  @Test
  void records() {
    assertThat(records(DnsMessage.MAX_RECORDS).cut()).isEmpty();
    DnsMessage more = records(DnsMessage.MAX_RECORDS + 1);
    assertThat(more.records()).hasSize(DnsMessage.MAX_RECORDS);
    assertThat(more.cut()).containsExactly("records of a DNS message (200)");
  }

  @Test
  void texts() {
    assertThat(texts(DnsMessage.MAX_TEXTS).cut()).isEmpty();
    assertThat(texts(DnsMessage.MAX_TEXTS + 1).cut()).containsExactly("texts of a DNS record (64)");
  }

  @Test
  void jumps() {
    assertThat(jumps(DnsMessage.MAX_JUMPS).cut()).isEmpty();
    assertThat(jumps(DnsMessage.MAX_JUMPS + 1).cut()).containsExactly("jumps of a DNS name (32)");
  }
}
