package org.camsweep.probe.snmp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camsweep.probe.spi.Shown;

/**
 * The datagrams that {@code net.snmp} sends, byte for byte, so that they can be shown: GET requests
 * of version 2c (RFC 1901, RFC 3416) and 3 (RFC 3412 §6, RFC 3414 §2.4) as BER. A test holds them
 * against what SNMP4J puts on the wire.
 */
public final class SnmpQuestions {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 2;
  private static final int OCTETS = 4;
  private static final int OID = 6;
  private static final int GET = 0xa0;
  private static final byte[] NULL = {5, 0};
  private static final byte[] EMPTY = {};

  /** The greatest message that is taken; SNMP4J says 65,535. */
  private static final byte[] MOST = {0, -1, -1};

  private static final byte REPORTABLE = 4;
  private static final byte ALL_LOCKED = 7;
  private static final byte USER_MODEL = 3;

  /** sysDescr.0, sysObjectID.0, sysName.0 (RFC 3418 §2). */
  private static final List<byte[]> SYSTEM =
      List.of(system((byte) 1), system((byte) 2), system((byte) 5));

  /** entPhysicalSerialNum.1, entPhysicalMfgName.1, entPhysicalModelName.1 (RFC 6933). */
  private static final List<byte[]> ENTITY =
      List.of(entity((byte) 11), entity((byte) 12), entity((byte) 13));

  private SnmpQuestions() {}

  private static byte[] system(byte object) {
    return new byte[] {0x2b, 6, 1, 2, 1, 1, object, 0};
  }

  private static byte[] entity(byte column) {
    return new byte[] {0x2b, 6, 1, 2, 1, 0x2f, 1, 1, 1, 1, column, 1};
  }

  /** As {@code camsweep probes} shows them. */
  static List<String> shown() {
    byte[] id = new byte[4];
    return List.of(
        "GET sysDescr.0, sysObjectID.0, sysName.0, entPhysicalSerialNum.1, entPhysicalMfgName.1,"
            + " entPhysicalModelName.1 by 2c: "
            + Shown.bytes(open(text("COMMUNITY"), id, true)),
        "2c, if that is answered with an error: " + Shown.bytes(open(text("COMMUNITY"), id, false)),
        "3, first: " + Shown.bytes(introduction(new byte[2])),
        "3, then (here with SHA-256 and AES; the last part, from its 0z on, goes encrypted; zeros"
            + " are also the engine's time and what SHA-256 and AES make of the passwords): "
            + Shown.bytes(
                locked(
                    new byte[2],
                    text("ENGINE"),
                    new byte[1],
                    text("USER"),
                    new byte[24],
                    new byte[8],
                    tlv(OCTETS, scoped(text("ENGINE"), id, true)))));
  }

  /**
   * A GET of version 2c.
   *
   * @param id of the request
   * @param all whether for all six objects, or the first three
   */
  public static byte[] open(byte[] community, byte[] id, boolean all) {
    return tlv(SEQUENCE, tlv(INTEGER, new byte[] {1}), tlv(OCTETS, community), get(id, all, true));
  }

  /** The first message of version 3, which learns the engine's identifier. */
  public static byte[] introduction(byte[] messageId) {
    byte[] none = tlv(OCTETS, EMPTY);
    byte[] scoped = tlv(SEQUENCE, none, none, get(new byte[1], false, false));
    return message(
        messageId, REPORTABLE, tlv(SEQUENCE, none, zero(), zero(), none, none, none), scoped);
  }

  /**
   * The question of version 3, authenticated and encrypted, to an engine whose time is not known.
   *
   * @param time of the engine, as far as it is known
   * @param authentication what authenticates the message
   * @param privacy what it was encrypted with beside the key
   * @param data the scoped PDU, encrypted, as an octet string
   */
  public static byte[] locked(
      byte[] messageId,
      byte[] engine,
      byte[] time,
      byte[] user,
      byte[] authentication,
      byte[] privacy,
      byte[] data) {
    byte[] security =
        tlv(
            SEQUENCE,
            tlv(OCTETS, engine),
            zero(),
            tlv(INTEGER, time),
            tlv(OCTETS, user),
            tlv(OCTETS, authentication),
            tlv(OCTETS, privacy));
    return message(messageId, ALL_LOCKED, security, data);
  }

  /** What is encrypted. */
  public static byte[] scoped(byte[] engine, byte[] id, boolean all) {
    return tlv(SEQUENCE, tlv(OCTETS, engine), tlv(OCTETS, EMPTY), get(id, all, true));
  }

  private static byte[] message(byte[] messageId, byte flags, byte[] security, byte[] data) {
    return tlv(
        SEQUENCE,
        tlv(INTEGER, new byte[] {3}),
        tlv(
            SEQUENCE,
            tlv(INTEGER, messageId),
            tlv(INTEGER, MOST),
            tlv(OCTETS, new byte[] {flags}),
            tlv(INTEGER, new byte[] {USER_MODEL})),
        tlv(OCTETS, security),
        data);
  }

  private static byte[] get(byte[] id, boolean all, boolean any) {
    ByteArrayOutputStream bindings = new ByteArrayOutputStream();
    if (any) {
      SYSTEM.forEach(oid -> bindings.writeBytes(binding(oid)));
    }
    if (all) {
      ENTITY.forEach(oid -> bindings.writeBytes(binding(oid)));
    }
    return tlv(GET, tlv(INTEGER, id), zero(), zero(), tlv(SEQUENCE, bindings.toByteArray()));
  }

  private static byte[] binding(byte[] oid) {
    return tlv(SEQUENCE, tlv(OID, oid), NULL);
  }

  private static byte[] zero() {
    return tlv(INTEGER, new byte[1]);
  }

  private static byte[] text(String placeholder) {
    return placeholder.getBytes(StandardCharsets.US_ASCII);
  }

  /** Contents of at most 255 octets (X.690 §8.1.3). */
  private static byte[] tlv(int tag, byte[]... contents) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    for (byte[] one : contents) {
      inner.writeBytes(one);
    }
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    outer.write(tag);
    if (inner.size() > 127) {
      outer.write(0x81);
    }
    outer.write(inner.size());
    outer.writeBytes(inner.toByteArray());
    return outer.toByteArray();
  }
}
