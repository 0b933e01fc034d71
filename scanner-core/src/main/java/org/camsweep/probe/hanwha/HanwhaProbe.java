package org.camsweep.probe.hanwha;

import java.util.Arrays;
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
 * Search on UDP 7701, answered on 7711 (one lineage). The protocol has more functions than this;
 * its first byte chooses, and only 1 is ever sent. Models are cut to ten characters by the
 * protocol.
 */
public final class HanwhaProbe extends DatagramProbe {
  private static final byte[] REQUEST = Arrays.copyOf(new byte[] {1}, 262);
  private static final Vocabulary WORDS = Vocabulary.of("hanwha", "mac", "ipv4", "model", "url");

  public HanwhaProbe() {
    super("hanwha", Way.broadcast(7701).onlyLinks("one lineage, seen by broadcast only"));
  }

  @Override
  public About about() {
    return about("Search on port 7701", Confidence.SINGLE, false);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(7711, List.of(), false));
  }

  @Override
  protected byte[] request(UUID messageId) {
    return REQUEST.clone();
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets in = Octets.of(reply.bytes());
    if (in.u8(0) != 0x0b || in.size() < 0x85) {
      return sheet;
    }
    WORDS.add(sheet, "mac", in.text(0x13, 18));
    WORDS.add(sheet, "ipv4", in.text(0x25, 16));
    WORDS.add(sheet, "model", in.text(0x6d, 10));
    WORDS.add(sheet, "url", in.text(0x85, 39));
    return sheet;
  }
}
