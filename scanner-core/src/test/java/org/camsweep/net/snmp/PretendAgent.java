package org.camsweep.net.snmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/**
 * An agent of a loopback address that notes what it is asked and answers what a test makes of it.
 */
final class PretendAgent implements AutoCloseable {
  final List<byte[]> asked = new CopyOnWriteArrayList<>();
  private final DatagramSocket socket;

  /**
   * @param answers to the question of a number from 0, all of them sent
   */
  PretendAgent(InetAddress address, BiFunction<Integer, byte[], List<byte[]>> answers)
      throws IOException {
    this(new DatagramSocket(new InetSocketAddress(address, 0)), answers);
  }

  /**
   * @param from the socket of another place that its answers come from
   */
  PretendAgent(
      InetAddress address, DatagramSocket from, BiFunction<Integer, byte[], List<byte[]>> answers)
      throws IOException {
    this(new DatagramSocket(new InetSocketAddress(address, 0)), from, answers);
  }

  private PretendAgent(DatagramSocket socket, BiFunction<Integer, byte[], List<byte[]>> answers) {
    this(socket, socket, answers);
  }

  private PretendAgent(
      DatagramSocket socket,
      DatagramSocket from,
      BiFunction<Integer, byte[], List<byte[]>> answers) {
    this.socket = socket;
    Thread thread = new Thread(() -> serve(from, answers), "agent");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve(DatagramSocket from, BiFunction<Integer, byte[], List<byte[]>> answers) {
    byte[] room = new byte[2_048];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(room, room.length);
        socket.receive(packet);
        byte[] question = Arrays.copyOf(room, packet.getLength());
        asked.add(question);
        for (byte[] answer : answers.apply(asked.size() - 1, question)) {
          from.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        socket.close();
      }
    }
  }

  /** Where the contents of the element at a place begin: its length may take several octets. */
  static int inside(byte[] in, int at) {
    return in[at + 1] < 0 ? at + 2 + (in[at + 1] & 0x7f) : at + 2;
  }

  /** The request's identifier as BER: the first integer of the PDU, which is the third part. */
  static byte[] requestId(byte[] question) {
    int version = inside(question, 0);
    int community = version + 3;
    int id = inside(question, inside(question, community) + question[community + 1]);
    return Arrays.copyOfRange(question, id, id + 2 + question[id + 1]);
  }

  /** A whole version 2c message (RFC 1901) with a response PDU (RFC 3416). */
  static byte[] response(byte[] question, String community, int error, byte[]... bindings) {
    return message(1, community, requestId(question), error, bindings);
  }

  static byte[] message(
      int version, String community, byte[] requestId, int error, byte[]... bindings) {
    byte[] pdu = tlv(0xa2, requestId, number(error), number(0), tlv(0x30, bindings));
    return tlv(0x30, number(version), tlv(4, community.getBytes(StandardCharsets.UTF_8)), pdu);
  }

  /** A text of the system group (1.3.6.1.2.1.1.N.0). */
  static byte[] system(int number, String text) {
    byte[] oid = {0x2b, 6, 1, 2, 1, 1, (byte) number, 0};
    return tlv(0x30, tlv(6, oid), tlv(4, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] number(int value) {
    return tlv(2, new byte[] {(byte) value});
  }

  /** Contents of at most 255 octets. */
  static byte[] tlv(int tag, byte[]... contents) {
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

  @Override
  public void close() {
    socket.close();
  }
}
