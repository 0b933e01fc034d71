package org.camsweep.probe.sony;

import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.SaidText;
import org.camsweep.probe.spi.Vocabulary;

/**
 * Search by text on UDP 2380 (one lineage; the framing is shared with a sibling protocol): {@code
 * ENQ:allinfo} between start and end marks; back come {@code KEY:VALUE} pieces ended by {@code ff}.
 * Verbs that begin with SET reconfigure a device; the only verb here is part of the constant.
 */
public final class SonyProbe extends DatagramProbe {
  private static final byte[] REQUEST = Octets.hex("02 454e513a616c6c696e666f ff 03");
  private static final int MAX_PIECES = 64;
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "sony",
          "MAC=mac",
          "MODEL=model",
          "SERIAL=serial",
          "IPADR=ipv4",
          "WEBPORT=http-port",
          "SOFTVERSION=firmware");

  public SonyProbe() {
    super("sony", Way.broadcast(2380).onlyLinks("one lineage, seen by broadcast only"));
  }

  @Override
  public About about() {
    return about("Text search on port 2380", Confidence.SINGLE, false);
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
    if (in.u8(0) != 2) {
      return sheet;
    }
    int from = 1;
    int pieces = 0;
    for (int i = 1; i < in.size() && pieces < MAX_PIECES; i++) {
      if (in.u8(i) == 0xff) {
        piece(sheet, SaidText.decode(in.slice(from, i - from)));
        from = i + 1;
        pieces++;
      }
    }
    return sheet;
  }

  private static void piece(FactSheet sheet, String piece) {
    int colon = piece.indexOf(':');
    if (colon > 0) {
      WORDS.add(sheet, piece.substring(0, colon), piece.substring(colon + 1));
    }
  }
}
