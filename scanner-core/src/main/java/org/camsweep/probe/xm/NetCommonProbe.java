package org.camsweep.probe.xm;

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
import org.camsweep.probe.spi.SaidJson;
import org.camsweep.probe.spi.Vocabulary;

/**
 * NetCommon search, message 1530 (observed in more than four independent implementations). Answers
 * go to port 34569, so questions leave by it, those to single hosts too. The next message number
 * configures a device.
 */
public final class NetCommonProbe extends DatagramProbe {
  private static final int PORT = 34569;
  private static final int ANSWER = 1531;
  private static final int HEADER = 20;
  private static final byte[] REQUEST = Octets.hex("ff00000000000000000000000000fa0500000000");
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "xm",
          "MAC=mac",
          "SN=serial",
          "HostName=host-name",
          "HttpPort=http-port",
          "TCPPort=tcp-port",
          "UDPPort=udp-port",
          "SSLPort=ssl-port",
          "ChannelNum=channels",
          "DeviceType=device-type",
          "OtherFunction=build",
          "Version=version",
          "BuildDate=build-date",
          "Pid=pid",
          "ipv4");

  public NetCommonProbe() {
    super("xm", Way.broadcast(PORT).asked(3).andHosts(Stage.KNOCK));
  }

  @Override
  public About about() {
    return about("NetCommon search", Confidence.SOLID, true);
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
    if (in.u8(0) != 0xff || in.le16(14) != ANSWER) {
      return sheet;
    }
    SaidJson json = SaidJson.read(in.slice(HEADER, in.size()));
    sheet.cut(json.cut());
    WORDS.words().stream()
        .filter(w -> !w.equals("ipv4"))
        .forEach(w -> WORDS.add(sheet, w, json.named(w)));
    WORDS.add(sheet, "ipv4", json.named("HostIP").flatMap(NetCommonProbe::reversed));
    return sheet;
  }

  /** {@code 0x6D0BA8C0} is 192.168.11.109: four bytes, the last first. */
  private static Optional<String> reversed(String hex) {
    if (!hex.matches("0x[0-9A-Fa-f]{8}")) {
      return Optional.empty();
    }
    Octets bytes = Octets.of(Octets.hex(hex.substring(2)));
    return Optional.of(
        String.format(
            Locale.ROOT, "%d.%d.%d.%d", bytes.u8(3), bytes.u8(2), bytes.u8(1), bytes.u8(0)));
  }
}
