package org.camsweep.probe.bosch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.SaidXml;
import org.camsweep.probe.spi.Vocabulary;

/**
 * Search on UDP 1757, answered on 1758 (one lineage): twelve bytes with a transaction number; back
 * come 32 bytes, or XML in a namespace that begins with {@code OEMExt}.
 */
public final class BoschProbe extends DatagramProbe {
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "bosch",
          "friendlyName=friendly-name",
          "unitName=unit-name",
          "serialNumber=serial",
          "physAddress=mac",
          "unitIPAddress=ipv4",
          "HTTPPort=http-port",
          "HTTPSPort=https-port",
          "deviceTypeIDs=device-type");

  public BoschProbe() {
    super("bosch", Way.broadcast(1757).onlyLinks("one lineage, seen by broadcast only"));
  }

  @Override
  public About about() {
    return about("Search on port 1757", Confidence.SINGLE, false);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(1758, List.of(), false));
  }

  @Override
  protected byte[] request(UUID messageId) {
    byte[] request = Octets.hex("9939a427 00000000 ff0006de");
    long transaction = messageId.getLeastSignificantBits();
    for (int i = 0; i < 4; i++) {
      request[4 + i] = (byte) (transaction >>> (8 * i));
    }
    return request;
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    Octets in = Octets.of(reply.bytes());
    if (in.startsWith(0x99, 0x39, 0xa4, 0x27) && in.size() >= 32) {
      WORDS.add(sheet, "physAddress", in.mac(8));
      WORDS.add(sheet, "unitIPAddress", in.ipv4(0x10));
      return sheet;
    }
    SaidXml xml = SaidXml.read(reply.bytes());
    sheet.cut(xml.cut());
    if (xml.namespaces().stream().anyMatch(n -> n.contains("OEMExt"))) {
      WORDS.words().forEach(w -> WORDS.add(sheet, w, xml.first(w)));
    }
    return sheet;
  }
}
