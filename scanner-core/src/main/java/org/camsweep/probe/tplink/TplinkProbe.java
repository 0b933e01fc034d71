package org.camsweep.probe.tplink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.SaidJson;
import org.camsweep.probe.spi.Vocabulary;

/**
 * Search of two generations of smart-home devices (observed with 21 recorded answers): 16 bytes to
 * port 20002, and to links also the older question to port 9999, folded with a running key. That
 * older port takes commands that switch and restart, so its question is a constant.
 */
public final class TplinkProbe extends DatagramProbe {
  private static final int OLDER_PORT = 9999;
  private static final byte[] REQUEST = Octets.hex("02000001 00000000 00000000 463cb5d3");
  private static final byte[] OLDER =
      folded("{\"system\":{\"get_sysinfo\":{}}}".getBytes(StandardCharsets.US_ASCII), true);
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "tplink",
          "device_type=device-type",
          "device_model=device-model",
          "firmware_version=firmware-version",
          "hardware_version=hardware-version",
          "mac",
          "ip=ipv4",
          "factory_default=factory-default",
          "is_support_iot_cloud=cloud-supported",
          "type=device-type",
          "mic_type=device-type",
          "model=device-model",
          "sw_ver=firmware-version",
          "hw_ver=hardware-version");
  private static final List<String> OLDER_WORDS =
      List.of("type", "mic_type", "model", "sw_ver", "hw_ver", "mac");

  public TplinkProbe() {
    super("tplink", Way.broadcast(20002).andHosts(Stage.KNOCK));
  }

  @Override
  public About about() {
    About one = about("Smart-home device search", Confidence.SOLID, true);
    return new About(
        one.title(),
        one.reach(),
        "udp 20002, on links 9999 too",
        one.confidence(),
        true,
        List.of(one.sends().get(0), org.camsweep.probe.spi.Shown.bytes(OLDER)));
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
  public List<Ask.Datagram> call(UUID messageId) {
    Ask.Datagram older = new Ask.Datagram(OLDER_PORT, OLDER.clone(), Duration.ofMillis(1_500));
    return List.of(super.call(messageId).get(0), older);
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets in = Octets.of(reply.bytes());
    SaidJson newer = SaidJson.read(in.slice(16, in.size()));
    if (in.u8(0) == 2 && !newer.isEmpty()) {
      sheet.cut(newer.cut());
      WORDS.words().stream()
          .filter(w -> !OLDER_WORDS.contains(w) || w.equals("mac"))
          .forEach(w -> WORDS.add(sheet, w, newer.named(w)));
      return sheet;
    }
    byte[] plain = folded(reply.bytes(), false);
    if (plain.length > 1 && plain[0] == '{') {
      SaidJson older = SaidJson.read(plain);
      sheet.cut(older.cut());
      OLDER_WORDS.forEach(w -> WORDS.add(sheet, w, older.named(w)));
    }
    return sheet;
  }

  /** A running exclusive or: each byte's key is the folded byte before it, the first key is 171. */
  private static byte[] folded(byte[] in, boolean folding) {
    byte[] out = new byte[in.length];
    int key = 171;
    for (int i = 0; i < in.length; i++) {
      out[i] = (byte) (in[i] ^ key);
      key = folding ? out[i] : in[i];
    }
    return out;
  }
}
