package org.camsweep.probe.vivotek;

import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Vocabulary;

/**
 * Search on UDP 10000 (observed in one implementation and a real unicast capture): {@code 01} and
 * four arbitrary bytes; back come {@code 02}, the same four bytes, and fields of type, length and
 * value. Another maker's search uses the same port: its answers begin otherwise.
 */
public final class VivotekProbe extends DatagramProbe {
  private static final int MAX_FIELDS = 64;
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "vivotek",
          "name",
          "mac",
          "ipv4",
          "http-port",
          "https-port",
          "language",
          "model",
          "firmware");

  public VivotekProbe() {
    super("vivotek", Way.broadcast(10000).andHosts(Stage.KNOCK));
  }

  @Override
  public About about() {
    return about("Type-length-value search on port 10000", Confidence.GOOD, true);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  protected byte[] request(UUID messageId) {
    long dice = messageId.getLeastSignificantBits();
    return new byte[] {
      1, (byte) dice, (byte) (dice >>> 8), (byte) (dice >>> 16), (byte) (dice >>> 24)
    };
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets in = Octets.of(reply.bytes());
    if (in.u8(0) != 2) {
      return sheet;
    }
    int at = 5;
    for (int n = 0; n < MAX_FIELDS && in.holds(at, 2); n++) {
      int type = in.u8(at);
      if (type == 4) {
        at += 2; // one byte without a length
        continue;
      }
      int length = in.u8(at + 1);
      if (!in.holds(at + 2, length)) {
        break;
      }
      field(sheet, type, in, at + 2, length);
      at += 2 + length;
    }
    return sheet;
  }

  private static void field(FactSheet sheet, int type, Octets in, int at, int length) {
    switch (type) {
      case 0x01 -> WORDS.add(sheet, "name", in.text(at, length));
      case 0x02 -> WORDS.add(sheet, "mac", in.mac(at));
      case 0x03 -> WORDS.add(sheet, "ipv4", in.ipv4(at));
      case 0x06 -> WORDS.add(sheet, "http-port", in.le16(at));
      case 0x16 -> WORDS.add(sheet, "https-port", in.le16(at));
      case 0x08 -> WORDS.add(sheet, "language", in.text(at, length));
      case 0x09 -> WORDS.add(sheet, "model", in.text(at, length));
      case 0x10 -> WORDS.add(sheet, "firmware", HexFormat.of().formatHex(in.slice(at, length)));
      default -> {} // meaning unknown
    }
  }
}
