package org.camsweep.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Captures put together byte by byte, from the formats' specifications. */
final class CaptureBytes {
  static final String CAMERA_MAC = "02aabbccdd01";

  private CaptureBytes() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] pcap(int magic, ByteOrder order, int linkType, byte[]... frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ByteBuffer.allocate(24)
            .order(order)
            .putInt(magic)
            .putShort((short) 2)
            .putShort((short) 4)
            .putInt(0)
            .putInt(0)
            .putInt(65_535)
            .putInt(linkType)
            .array());
    for (byte[] frame : frames) {
      out.writeBytes(
          ByteBuffer.allocate(16)
              .order(order)
              .putInt(1_700_000_000)
              .putInt(250_000)
              .putInt(frame.length)
              .putInt(frame.length)
              .array());
      out.writeBytes(frame);
    }
    return out.toByteArray();
  }

  static byte[] block(ByteOrder order, int type, byte[] body) {
    int padded = (body.length + 3) & ~3;
    return ByteBuffer.allocate(12 + padded)
        .order(order)
        .putInt(type)
        .putInt(12 + padded)
        .put(body)
        .putInt(8 + padded, 12 + padded)
        .array();
  }

  static byte[] section(ByteOrder order) {
    return block(
        order,
        0x0a0d0d0a,
        ByteBuffer.allocate(16)
            .order(order)
            .putInt(0x1a2b3c4d)
            .putShort((short) 1)
            .putShort((short) 0)
            .putLong(-1)
            .array());
  }

  static byte[] described(ByteOrder order, int linkType, byte... options) {
    return block(
        order,
        1,
        ByteBuffer.allocate(8 + options.length)
            .order(order)
            .putShort((short) linkType)
            .putShort((short) 0)
            .putInt(0)
            .put(options)
            .array());
  }

  static byte[] enhanced(ByteOrder order, int number, long units, byte[] frame) {
    return block(
        order,
        6,
        ByteBuffer.allocate(20 + frame.length)
            .order(order)
            .putInt(number)
            .putInt((int) (units >>> 32))
            .putInt((int) units)
            .putInt(frame.length)
            .putInt(frame.length)
            .put(frame)
            .array());
  }

  static byte[] ethernet(byte[] packet, String tags) {
    String type = (packet[0] & 0xf0) == 0x40 ? "0800" : "86dd";
    return join(hex("ffffffffffff" + CAMERA_MAC + tags + type), packet);
  }

  static byte[] ipv4(int protocol, String from, String to, int hops, byte[] payload) {
    ByteBuffer head = ByteBuffer.allocate(20);
    head.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload.length)).putInt(0);
    head.put((byte) hops).put((byte) protocol).putShort((short) 0);
    head.put(address(from)).put(address(to));
    return join(head.array(), payload);
  }

  static byte[] ipv6(int next, byte[] payload) {
    return join(
        ByteBuffer.allocate(8)
            .putInt(0x60000000)
            .putShort((short) payload.length)
            .put((byte) next)
            .put((byte) 64)
            .array(),
        hex("fe80000000000000000000fffe000001"),
        hex("ff02000000000000000000000000000c"),
        payload);
  }

  static byte[] udp(int from, int to, byte[] payload) {
    return join(
        ByteBuffer.allocate(8)
            .putShort((short) from)
            .putShort((short) to)
            .putShort((short) (8 + payload.length))
            .putShort((short) 0)
            .array(),
        payload);
  }

  static byte[] tcp(int from, int to, long sequence, int flags, String payload) {
    return join(
        ByteBuffer.allocate(20)
            .putShort((short) from)
            .putShort((short) to)
            .putInt((int) sequence)
            .putInt(0)
            .put((byte) 0x50)
            .put((byte) flags)
            .putShort((short) 1_000)
            .putInt(0)
            .array(),
        payload.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  static byte[] notify(String server) {
    String text = "NOTIFY * HTTP/1.1\r\nNT: upnp:rootdevice\r\nSERVER: " + server + "\r\n\r\n";
    return udp(1900, 1900, text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static byte[] address(String text) {
    return org.camsweep.site.Cidr.address(text).bytes();
  }
}
