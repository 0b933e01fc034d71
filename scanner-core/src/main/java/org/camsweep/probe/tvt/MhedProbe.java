package org.camsweep.probe.tvt;

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
 * MHED search (observed in one client tested on three recorders, and in two published headers).
 * Answers are multicast to two groups on the fixed port. Device type numbers are left out, since
 * sources disagree on them, and so is the password field of the structure. Commands from 3 on
 * change a device; the request is a constant with command 1.
 */
public final class MhedProbe extends DatagramProbe {
  private static final int PORT = 23456;
  private static final byte[] REQUEST =
      Arrays.copyOf(Octets.hex("4d484544 08000100 01000000"), 140);
  private static final int LEAST = 232;
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "tvt",
          "name",
          "mac",
          "sdk-port",
          "ipv4",
          "firmware",
          "build-date",
          "http-port",
          "rtsp-port",
          "model",
          "label",
          "channels");

  public MhedProbe() {
    super(
        "tvt",
        Way.group(PORT, "234.55.55.55")
            .asked(2)
            .onlyLinks("answers are multicast, which no router carries"));
  }

  @Override
  public About about() {
    return about("MHED search", Confidence.GOOD, true);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(PORT, List.of("234.55.55.55", "234.55.55.56"), false));
  }

  @Override
  protected byte[] request(UUID messageId) {
    return REQUEST.clone();
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets in = Octets.of(reply.bytes());
    if (!in.startsWith('M', 'H', 'E', 'D') || in.size() < LEAST || in.ipv4(40).isEmpty()) {
      return sheet; // our own question is shorter
    }
    WORDS.add(sheet, "name", in.text(12, 20));
    WORDS.add(sheet, "mac", in.mac(32));
    WORDS.add(sheet, "sdk-port", in.le16(38));
    WORDS.add(sheet, "ipv4", in.ipv4(40));
    WORDS.add(sheet, "firmware", firmware(in));
    WORDS.add(sheet, "build-date", in.le32(56));
    WORDS.add(sheet, "http-port", in.le16(60));
    WORDS.add(sheet, "rtsp-port", in.le16(62));
    String model = in.text(180, 16);
    String label = in.text(196, 16);
    WORDS.add(sheet, "model", model.isEmpty() ? label : model);
    WORDS.add(sheet, "label", label);
    WORDS.add(sheet, "channels", in.le32(228));
    return sheet;
  }

  /** {@code 0x01040a00}, little-endian, is 1.4.10.0. */
  private static String firmware(Octets in) {
    return in.le32(52) == 0
        ? ""
        : String.format(Locale.ROOT, "%d.%d.%d.%d", in.u8(55), in.u8(54), in.u8(53), in.u8(52));
  }
}
