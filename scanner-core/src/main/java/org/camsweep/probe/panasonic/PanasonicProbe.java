package org.camsweep.probe.panasonic;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Vocabulary;
import org.camsweep.site.Address;

/**
 * Search by tags (observed in two independent implementations, one made from a packet capture). The
 * question carries the asker's IPv4 address and leaves by port 10669, where answers come. Message
 * types other than {@code 000d} configure a device; the type is part of the constant.
 */
public final class PanasonicProbe extends DatagramProbe {
  private static final int ANSWERS = 10669;
  private static final int OWN_ADDRESS = 0x12;
  private static final int TAGS = 0x30;
  private static final int MAX_TAGS = 128;
  private static final byte[] REQUEST =
      Octets.hex(
          "0001 002a 000d 000000000000 ffffffffffff 00000000"
              + "0000 20 11 1e 11 23 1f 1e 19 13 00 00 02 01 0000000000000000000000"
              + "fff0 0026 0020 0021 0022 0023 0025 0028 0040 0041 0042 0044 00a5 00a6 00a7 00a8"
              + "00ad 00b3 00b4 00b7 00b8 ffff 1170");
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "panasonic",
          "mac",
          "ipv4",
          "http-port",
          "kind",
          "name",
          "model",
          "firmware",
          "channels",
          "serial");

  public PanasonicProbe() {
    super("panasonic", Way.broadcast(10670).onlyLinks("no source shows an answer to unicast"));
  }

  @Override
  public About about() {
    return about("Tag search on port 10670", Confidence.GOOD, true);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(ANSWERS, List.of(), true));
  }

  @Override
  protected byte[] request(UUID messageId) {
    return REQUEST.clone();
  }

  @Override
  public List<Ask.Datagram> call(UUID messageId, Address own) {
    return call(messageId).stream().map(a -> from(a, own.bytes())).toList();
  }

  private static Ask.Datagram from(Ask.Datagram ask, byte[] own) {
    byte[] payload = ask.payload().clone();
    if (own.length == 4) {
      System.arraycopy(own, 0, payload, OWN_ADDRESS, 4);
    }
    return new Ask.Datagram(ask.port(), payload, ask.listen());
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets in = Octets.of(reply.bytes());
    if (in.be16(0) != 1 || in.be16(4) != 0x0e) {
      return sheet;
    }
    WORDS.add(sheet, "mac", in.mac(6));
    int at = TAGS;
    for (int n = 0; n < MAX_TAGS && in.holds(at, 4) && in.be16(at) != 0xffff; n++) {
      int length = in.be16(at + 2);
      if (!in.holds(at + 4, length)) {
        break;
      }
      tag(sheet, in.be16(at), in, at + 4, length);
      at += 4 + length;
    }
    return sheet;
  }

  private static void tag(FactSheet sheet, int tag, Octets in, int at, int length) {
    switch (tag) {
      case 0x20 -> WORDS.add(sheet, "ipv4", in.ipv4(at));
      case 0x25 -> WORDS.add(sheet, "http-port", in.be16(at));
      case 0xa6 -> WORDS.add(sheet, "kind", HexFormat.of().formatHex(in.slice(at, length)));
      case 0xa7 -> WORDS.add(sheet, "name", in.text(at, length));
      case 0xa8 -> WORDS.add(sheet, "model", in.text(at, length));
      case 0xa9 -> WORDS.add(sheet, "firmware", in.text(at, length));
      case 0xc0 -> WORDS.add(sheet, "channels", HexFormat.of().formatHex(in.slice(at, length)));
      case 0xd1 -> WORDS.add(sheet, "serial", in.text(at, length));
      default -> {} // not needed to tell the device
    }
  }
}
