package org.camsweep.probe.dhold;

import java.util.List;
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
 * The binary search of the DHIP family's older firmware (observed in two independent
 * implementations): 32 bytes out; back come a fixed block, then hardware address and model, then
 * {@code Key:Value} lines. Both ask from the port that they ask to, and listen there.
 */
public final class OldBinaryProbe extends DatagramProbe {
  private static final int PORT = 5050;
  private static final byte[] REQUEST =
      Octets.hex("a3010001 00000000 00000000 00000000 02000000 00000000 00000000 00000000");
  private static final int SECOND = 0x78;
  private static final int MAC_TEXT = 17;
  private static final int MAX_LINES = 64;
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "dhold",
          "device-type",
          "ipv4",
          "http-port",
          "https-port",
          "tcp-port",
          "mac",
          "model",
          "Name=name",
          "Device=device",
          "SerialNo=serial");

  public OldBinaryProbe() {
    super("dhold", Way.broadcast(PORT).andHosts(Stage.KNOCK));
  }

  @Override
  public About about() {
    return about("Old binary search of the DHIP family", Confidence.GOOD, true);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(PORT, List.of(), true));
  }

  @Override
  protected byte[] request(UUID messageId) {
    return REQUEST.clone();
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets in = Octets.of(reply.bytes());
    if (in.u8(0) != 0xb3 || in.size() < SECOND) {
      return sheet;
    }
    WORDS.add(sheet, "device-type", in.text(0x28, 16));
    WORDS.add(sheet, "ipv4", in.ipv4(0x38));
    WORDS.add(sheet, "http-port", in.le16(0x5e));
    WORDS.add(sheet, "https-port", in.le16(0x60));
    WORDS.add(sheet, "tcp-port", in.le16(0x62));
    int second = in.le16(2);
    WORDS.add(sheet, "mac", in.text(SECOND, Math.min(second, MAC_TEXT)));
    WORDS.add(sheet, "model", in.text(SECOND + MAC_TEXT, second - MAC_TEXT));
    long third = Math.min(in.le32(0x14), in.size());
    String[] lines = in.text(SECOND + second, (int) third).split("\r?\n", MAX_LINES);
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        WORDS.add(sheet, line.substring(0, colon).strip(), line.substring(colon + 1));
      }
    }
    return sheet;
  }
}
