package org.camsweep.probe.pppp;

import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Vocabulary;

/**
 * PPPP LAN search (observed in two independent implementations): four bytes out; back comes the
 * cloud identifier in three parts. One packet more would open a session, so an answer has no
 * follow-up; it names the platform and no maker.
 */
public final class PpppProbe extends DatagramProbe {
  private static final byte[] REQUEST = Octets.hex("f1300000");
  private static final Vocabulary WORDS = Vocabulary.of("pppp", "id");

  public PpppProbe() {
    super(
        "pppp",
        Way.broadcast(32108).onlyLinks("a LAN search; no source shows an answer to unicast"));
  }

  @Override
  public About about() {
    return about("PPPP LAN search", Confidence.GOOD, false);
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
    if (in.startsWith(0xf1, 0x41) && in.size() >= 24) {
      long serial = (in.be32(8) << 32) | in.be32(12);
      WORDS.add(
          sheet, "id", in.text(4, 4) + "-" + Long.toUnsignedString(serial) + "-" + in.text(16, 8));
    }
    return sheet;
  }
}
