package org.camsweep.probe.foscam;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Vocabulary;

/**
 * MO_I search (observed in three independent implementations): 27 bytes out, message type 0; back
 * comes type 1 with a body that may be folded with a key of eight bytes, itself in the header. A
 * later type of the family sets a device's address; only type 0 is ever sent.
 */
public final class FoscamProbe extends DatagramProbe {
  private static final int PORT = 10000;
  private static final int BODY = 0x17;
  private static final byte[] REQUEST =
      Octets.hex("4d4f5f49 0000000000000000000000 04 00000000000000 00000001");
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "foscam",
          "serial",
          "mac",
          "name",
          "ipv4",
          "type",
          "firmware",
          "web-version",
          "http-port");

  public FoscamProbe() {
    super("foscam", Way.broadcast(PORT).andHosts(Stage.KNOCK));
  }

  @Override
  public About about() {
    return about("MO_I search on port 10000", Confidence.GOOD, true);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(PORT, List.of(), false));
  }

  @Override
  protected byte[] request(UUID messageId) {
    return REQUEST.clone();
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets head = Octets.of(reply.bytes());
    if (!head.startsWith('M', 'O', '_', 'I') || head.le16(4) != 1 || head.size() <= BODY) {
      return sheet;
    }
    Octets in = head.u8(6) == 0 ? head : unfolded(reply.bytes());
    String serial = in.text(BODY, 13);
    WORDS.add(sheet, "serial", serial);
    if (serial.matches("[0-9A-Fa-f]{12}")) {
      WORDS.add(sheet, "mac", serial);
    }
    WORDS.add(sheet, "name", in.text(0x24, 21));
    WORDS.add(sheet, "ipv4", in.ipv4(0x39));
    WORDS.add(sheet, "type", in.be32(0x49));
    WORDS.add(sheet, "firmware", dotted(in, 0x4d));
    WORDS.add(sheet, "web-version", dotted(in, 0x51));
    WORDS.add(sheet, "http-port", in.be16(0x55));
    return sheet;
  }

  private static Octets unfolded(byte[] reply) {
    byte[] plain = Arrays.copyOf(reply, reply.length);
    for (int i = BODY; i < plain.length; i++) {
      plain[i] ^= reply[7 + (i - BODY) % 8];
    }
    return Octets.of(plain);
  }

  private static String dotted(Octets in, int at) {
    return in.holds(at, 4)
        ? String.format(
            Locale.ROOT, "%d.%d.%d.%d", in.u8(at), in.u8(at + 1), in.u8(at + 2), in.u8(at + 3))
        : "";
  }
}
