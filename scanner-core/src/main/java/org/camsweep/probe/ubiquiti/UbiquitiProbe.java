package org.camsweep.probe.ubiquiti;

import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Vocabulary;

/**
 * Search on UDP 10001 (observed in three independent implementations, with published test vectors):
 * four bytes out; back come version 1 or 2 and fields of type, big-endian length and value.
 */
public final class UbiquitiProbe extends DatagramProbe {
  private static final byte[] REQUEST = Octets.hex("01000000");
  private static final int MAX_FIELDS = 64;
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "ubiquiti",
          "mac",
          "ipv4",
          "firmware",
          "host-name",
          "platform",
          "model",
          "version",
          "uptime",
          "system-id",
          "default-state");

  public UbiquitiProbe() {
    super("ubiquiti", Way.group(10001, "233.89.188.1").andBroadcast().andHosts(Stage.KNOCK));
  }

  @Override
  public About about() {
    return about("Type-length-value search on port 10001", Confidence.SOLID, true);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  protected byte[] request(UUID messageId) {
    return REQUEST.clone();
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets in = Octets.of(reply.bytes());
    boolean first = in.startsWith(1, 0);
    boolean second = in.startsWith(2, 6);
    int at = 4;
    for (int n = 0; (first || second) && n < MAX_FIELDS && in.holds(at, 3); n++) {
      int length = in.be16(at + 1);
      if (!in.holds(at + 3, length)) {
        break;
      }
      field(sheet, in.u8(at), in, at + 3, length);
      at += 3 + length;
    }
    return sheet;
  }

  private static void field(FactSheet sheet, int type, Octets in, int at, int length) {
    switch (type) {
      case 0x01 -> WORDS.add(sheet, "mac", in.mac(at));
      case 0x02 -> WORDS.add(sheet, "ipv4", length == 10 ? in.ipv4(at + 6) : in.ipv4(at));
      case 0x03 -> WORDS.add(sheet, "firmware", in.text(at, length));
      case 0x0a -> WORDS.add(sheet, "uptime", in.be32(at));
      case 0x0b -> WORDS.add(sheet, "host-name", in.text(at, length));
      case 0x0c -> WORDS.add(sheet, "platform", in.text(at, length));
      case 0x10 -> WORDS.add(sheet, "system-id", in.be16(at));
      case 0x14, 0x15 -> WORDS.add(sheet, "model", in.text(at, length));
      case 0x16 -> WORDS.add(sheet, "version", in.text(at, length));
      case 0x17 -> WORDS.add(sheet, "default-state", in.u8(at));
      default -> {} // not needed to tell the device
    }
  }
}
