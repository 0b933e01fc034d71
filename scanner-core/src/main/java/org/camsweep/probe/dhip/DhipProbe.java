package org.camsweep.probe.dhip;

import java.nio.charset.StandardCharsets;
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
 * DHIP search (observed in more than three independent implementations and real captures): a header
 * of 32 bytes, little-endian, and JSON. The method is a constant: the same port takes methods that
 * change a device.
 */
public final class DhipProbe extends DatagramProbe {
  private static final int HEADER = 32;
  private static final byte[] REQUEST =
      framed("{\"method\":\"DHDiscover.search\",\"params\":{\"mac\":\"\",\"uni\":1}}\n");
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "dhip",
          "DeviceClass=device-class",
          "DeviceType=device-type",
          "Vendor=vendor",
          "Manufacturer=manufacturer",
          "SerialNo=serial",
          "Version=version",
          "MachineName=machine-name",
          "HttpPort=http-port",
          "Port=port",
          "VideoInputChannels=channels",
          "RemoteVideoInputChannels=remote-channels",
          "Init=init",
          "mac",
          "ipv4");

  public DhipProbe() {
    super("dhip", Way.group(37810, "239.255.255.251").andBroadcast().andHosts(Stage.KNOCK));
  }

  private static byte[] framed(String json) {
    byte[] text = json.getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[HEADER + text.length];
    System.arraycopy(Octets.hex("20000000 44484950"), 0, request, 0, 8);
    request[16] = (byte) text.length;
    request[24] = (byte) text.length;
    System.arraycopy(text, 0, request, HEADER, text.length);
    return request;
  }

  @Override
  public About about() {
    return about("DHIP search", Confidence.SOLID, true);
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
    if (!in.matches(4, 'D', 'H', 'I', 'P')) {
      return sheet;
    }
    SaidJson json = SaidJson.read(in.slice(HEADER, in.size()));
    sheet.cut(json.cut());
    if (json.named("method").filter("DHDiscover.search"::equals).isPresent()) {
      return sheet; // a question
    }
    WORDS.add(sheet, "mac", json.at("mac"));
    WORDS.words().stream()
        .filter(w -> Character.isUpperCase(w.charAt(0)))
        .forEach(
            w ->
                WORDS.add(
                    sheet, w, json.isBroken() ? json.named(w) : json.at("params/deviceInfo/" + w)));
    WORDS.add(
        sheet,
        "ipv4",
        json.at("params/deviceInfo/IPv4Address/IPAddress").or(() -> json.named("IPAddress")));
    return sheet;
  }
}
