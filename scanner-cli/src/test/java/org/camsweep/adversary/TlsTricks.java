package org.camsweep.adversary;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;

/** Handshakes that hang, drip, grow or break; by hand, so that they can be as wrong as need be. */
final class TlsTricks {
  /** A ServerHello of TLS 1.2: version, random, no session, one suite, no compression. */
  private static final byte[] HELLO = handshake(2, hello());

  private TlsTricks() {}

  static List<Behaviour> all() {
    return List.of(
        tls(
            "tls-hang",
            "accepts and says nothing",
            "time of a handshake",
            socket -> Thread.sleep(Tcp.SECONDS * 1_000L)),
        tls(
            "tls-drip",
            "its hello byte by byte",
            "time of a handshake",
            socket -> {
              question(socket);
              for (byte one : HELLO) {
                socket.getOutputStream().write(one);
                Thread.sleep(1_000);
              }
            }),
        tls(
            "tls-garbage",
            "binary in place of a handshake",
            "parsing",
            after(HttpTricks.binary(100_000))),
        tls(
            "tls-plain",
            "HTTP on the port of TLS",
            "parsing",
            after(
                HttpTricks.length("<title>plain</title>")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
        tls(
            "tls-giant-record",
            "records of 65,535 bytes",
            "bytes of a record",
            again(record(22, 65_535, HttpTricks.binary(65_535)))),
        tls(
            "tls-giant-certificate",
            "a certificate of 16 MB",
            "bytes of a certificate",
            socket -> {
              question(socket);
              OutputStream out = socket.getOutputStream();
              out.write(HELLO);
              byte[] head = {11, -1, -1, -1, -1, -1, -4, -1, -1, -7};
              out.write(record(22, head.length, head));
              for (int i = 0; i < 1_024; i++) {
                out.write(record(22, 16_384, new byte[16_384]));
              }
            }),
        tls(
            "tls-chain-endless",
            "a chain of empty certificates",
            "length of a chain",
            socket -> {
              question(socket);
              socket.getOutputStream().write(HELLO);
              byte[] list = new byte[16_000];
              for (int i = 2; i + 3 < list.length; i += 4) {
                list[i] = 1;
              }
              byte[] all = new byte[list.length + 3];
              all[1] = (byte) (list.length >> 8);
              all[2] = (byte) list.length;
              System.arraycopy(list, 0, all, 3, list.length);
              socket.getOutputStream().write(handshake(11, all));
              Thread.sleep(10_000);
            }),
        tls(
            "tls-renegotiate",
            "asks to begin anew, for ever",
            "time of a handshake",
            again(record(22, 4, new byte[] {0, 0, 0, 0}))),
        tls(
            "tls-alerts",
            "warnings for ever",
            "bytes of a handshake",
            again(record(21, 2, new byte[] {1, 90}))),
        tls(
            "tls-empty-records",
            "empty records for ever",
            "bytes of a handshake",
            again(record(22, 0, new byte[0]))),
        tls(
            "tls-reset",
            "resets in the handshake",
            "a broken handshake",
            socket -> {
              question(socket);
              socket.getOutputStream().write(HELLO, 0, 20);
              socket.setSoLinger(true, 0);
            }),
        tls(
            "tls-bad-der",
            "a certificate that is no DER",
            "reading of DER",
            socket -> {
              question(socket);
              socket.getOutputStream().write(HELLO);
              byte[] bad = new byte[206];
              bad[2] = (byte) 203;
              bad[5] = (byte) 200;
              for (int i = 6; i < bad.length; i += 2) {
                bad[i] = 0x30;
                bad[i + 1] = (byte) 0x84;
              }
              socket.getOutputStream().write(handshake(11, bad));
              socket.getOutputStream().write(handshake(14, new byte[0]));
              Thread.sleep(10_000);
            }));
  }

  private static Behaviour tls(String name, String does, String tries, Tcp.Talk talk) {
    return Behaviour.of(name, does, tries, Tcp.at(443, talk), Tcp.at(8443, talk));
  }

  private static Tcp.Talk after(byte[] bytes) {
    return socket -> {
      question(socket);
      socket.getOutputStream().write(bytes);
      Thread.sleep(500);
    };
  }

  /** Small records in one piece: a call of the system for each would cost more than it says. */
  private static Tcp.Talk again(byte[] record) {
    byte[] some = new byte[record.length * Math.max(1, 16_384 / record.length)];
    for (int i = 0; i < some.length; i++) {
      some[i] = record[i % record.length];
    }
    return socket -> {
      question(socket);
      socket.getOutputStream().write(HELLO);
      for (long sent = 0; sent < Tcp.ENDLESS; sent += some.length) {
        socket.getOutputStream().write(some);
      }
    };
  }

  private static void question(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    in.skipNBytes(3);
    in.skipNBytes(in.readUnsignedShort());
  }

  private static byte[] record(int type, int length, byte[] body) {
    byte[] all = new byte[body.length + 5];
    all[0] = (byte) type;
    all[1] = 3;
    all[2] = 3;
    all[3] = (byte) (length >> 8);
    all[4] = (byte) length;
    System.arraycopy(body, 0, all, 5, body.length);
    return all;
  }

  private static byte[] handshake(int type, byte[] body) {
    byte[] all = new byte[body.length + 4];
    all[0] = (byte) type;
    all[1] = (byte) (body.length >> 16);
    all[2] = (byte) (body.length >> 8);
    all[3] = (byte) body.length;
    System.arraycopy(body, 0, all, 4, body.length);
    return record(22, all.length, all);
  }

  private static byte[] hello() {
    byte[] hello = new byte[38];
    hello[0] = 3;
    hello[1] = 3;
    hello[35] = (byte) 0xc0; // TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    hello[36] = 0x2f;
    return hello;
  }
}
