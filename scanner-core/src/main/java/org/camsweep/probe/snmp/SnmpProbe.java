package org.camsweep.probe.snmp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.SaidText;
import org.camsweep.probe.spi.Step;

/**
 * What a device answers to SNMP of version 1 or 2c (RFC 3418 §2: sysDescr, sysObjectID, sysName;
 * RFC 6933: what ENTITY-MIB says of the physical box; a maker's own leaves). It is given the bare
 * PDU, without the community that stood before it, from a capture or as the answer to the owner's
 * own question, which {@code net.snmp} asks: choosing the probe by name asks nobody without a key.
 * Encrypted version 3 in captures is not read.
 */
public final class SnmpProbe implements Probe {
  public static final ProbeId ID = ProbeId.of("snmp");
  private static final Field DESCRIPTION = Field.of("snmp.sysdescr");
  private static final Field OBJECT_ID = Field.of("snmp.sysobjectid");
  private static final Field NAME = Field.of("snmp.sysname");
  private static final Field MANUFACTURER = Field.of("snmp.manufacturer");
  private static final Field MODEL = Field.of("snmp.model");
  private static final Field SERIAL = Field.of("snmp.serial");
  private static final Field VENDOR = Field.of("snmp.vendor");
  private static final String SYSTEM = "1.3.6.1.2.1.1.";
  private static final String ENTITY = "1.3.6.1.2.1.47.1.1.1.1.";
  private static final String ENTERPRISES = "1.3.6.1.4.1.";
  private static final int SEQUENCE = 0x30;
  private static final int RESPONSE = 0xa2;
  private static final int OCTETS = 4;
  private static final int OBJECT = 6;
  private static final int MAX_VARIABLES = 128;
  private static final int MAX_OID = 128;

  /** One value of a tag, its content's place and its end; an absent one has tag -1. */
  private record Value(int tag, int from, int to) {
    static final Value NONE = new Value(-1, 0, 0);

    int length() {
      return to - from;
    }
  }

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "SNMP: who a device says it is, asked with the owner's key; answers to others in captures",
        "unicast, at living hosts of networks with an snmp key, off without; captures",
        "udp 161",
        Confidence.SOLID,
        false,
        SnmpQuestions.shown());
  }

  @Override
  public String runs() {
    return "when given a community or user";
  }

  @Override
  public Set<Field> fields() {
    return Set.of(
        DESCRIPTION,
        OBJECT_ID,
        NAME,
        MANUFACTURER,
        MODEL,
        SERIAL,
        VENDOR,
        Field.of("snmp.outcome"),
        Field.of("snmp.why"));
  }

  @Override
  public List<Integer> answersFrom() {
    return List.of(161);
  }

  /**
   * A message's response PDU alone: what stood before it, the community among it, is left behind.
   * Empty for anything that is no response of version 1 or 2c.
   */
  public static Optional<byte[]> response(byte[] message) {
    Octets in = Octets.of(message);
    Value whole = at(in, 0, in.size());
    Value version = whole.tag() == SEQUENCE ? at(in, whole.from(), whole.to()) : Value.NONE;
    int number = version.length() == 1 ? in.u8(version.from()) : -1;
    Value community = version.tag() == 2 ? at(in, version.to(), whole.to()) : Value.NONE;
    Value pdu = community.tag() == OCTETS ? at(in, community.to(), whole.to()) : Value.NONE;
    return (number == 0 || number == 1) && pdu.tag() == RESPONSE
        ? Optional.of(in.slice(community.to(), pdu.to() - community.to()))
        : Optional.empty();
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(r -> read(Octets.of(r.bytes())).step(), Step::without, Step::without);
  }

  private static FactSheet read(Octets in) {
    FactSheet sheet = new FactSheet();
    Value pdu = at(in, 0, in.size());
    if (pdu.tag() != RESPONSE) {
      return sheet;
    }
    Value request = at(in, pdu.from(), pdu.to());
    Value status = at(in, request.to(), pdu.to());
    Value index = at(in, status.to(), pdu.to());
    Value variables = at(in, index.to(), pdu.to());
    int next = variables.from();
    for (int i = 0; i < MAX_VARIABLES && next < variables.to(); i++) {
      Value one = at(in, next, variables.to());
      Value name = at(in, one.from(), one.to());
      if (one.tag() != SEQUENCE || name.tag() != OBJECT) {
        break;
      }
      add(sheet, in, oid(in, name), at(in, name.to(), one.to()));
      next = one.to();
    }
    return sheet;
  }

  private static void add(FactSheet sheet, Octets in, String oid, Value value) {
    String said =
        switch (value.tag()) {
          case OCTETS -> SaidText.decode(in.slice(value.from(), value.length()));
          case OBJECT -> oid(in, value);
          default -> "";
        };
    switch (oid) {
      case SYSTEM + "1.0" -> sheet.add(DESCRIPTION, said);
      case SYSTEM + "2.0" -> sheet.add(OBJECT_ID, said);
      case SYSTEM + "5.0" -> sheet.add(NAME, said);
      default -> {
        if (oid.startsWith(ENTITY + "12.")) {
          sheet.add(MANUFACTURER, said);
        } else if (oid.startsWith(ENTITY + "13.")) {
          sheet.add(MODEL, said);
        } else if (oid.startsWith(ENTITY + "11.")) {
          sheet.add(SERIAL, said);
        } else if (oid.startsWith(ENTERPRISES) && !said.isBlank()) {
          sheet.add(VENDOR, oid + "=" + said);
        }
      }
    }
  }

  /** BER with definite lengths of at most four octets (X.690 §8.1.3). */
  private static Value at(Octets in, int start, int limit) {
    int first = start + 1 < limit ? in.u8(start + 1) : -1;
    int octets = first < 0x80 ? 0 : first - 0x80;
    if (first < 0 || octets > 4 || first == 0x80 || start + 2 + octets > limit) {
      return Value.NONE;
    }
    long length = octets == 0 ? first : 0;
    for (int i = 0; i < octets; i++) {
      length = (length << 8) | in.u8(start + 2 + i);
    }
    int from = start + 2 + octets;
    return length > limit - from ? Value.NONE : new Value(in.u8(start), from, from + (int) length);
  }

  /** X.690 §8.19. */
  private static String oid(Octets in, Value value) {
    StringBuilder text = new StringBuilder();
    long part = 0;
    for (int at = value.from(); at < Math.min(value.to(), value.from() + MAX_OID); at++) {
      part = ((part << 7) | (in.u8(at) & 0x7f)) & 0xffffffffffL;
      if (in.u8(at) < 0x80) {
        if (text.length() == 0) {
          long top = Math.min(part / 40, 2);
          text.append(top).append('.').append(part - 40 * top);
        } else {
          text.append('.').append(part);
        }
        part = 0;
      }
    }
    return text.toString();
  }
}
