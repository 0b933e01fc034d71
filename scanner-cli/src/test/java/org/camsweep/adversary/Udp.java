package org.camsweep.adversary;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;

/** A UDP server that hears what is asked of it and of the whole link. */
final class Udp {
  /** What is said to one question; each element is a datagram. */
  interface Words {
    List<byte[]> to(byte[] asked, Place place);
  }

  /** Sends the answers. */
  interface Way {
    void send(DatagramSocket from, List<byte[]> answers, SocketAddress to)
        throws IOException, InterruptedException;
  }

  /** So many at once are more than a receive buffer holds; then others get the processor. */
  private static final int BURST = 1_000;

  static final Way STRAIGHT =
      (from, answers, to) -> {
        for (int i = 0; i < answers.size(); i++) {
          send(from, answers.get(i), to);
          if (i % BURST == BURST - 1) {
            Thread.sleep(10);
          }
        }
      };

  private Udp() {}

  /** So many datagrams, each made when its turn comes: the first is off at once. */
  static List<byte[]> many(int count, IntFunction<byte[]> one) {
    return new AbstractList<>() {
      @Override
      public byte[] get(int index) {
        return one.apply(index);
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  static Server at(int port, Words words) {
    return at(port, words, STRAIGHT);
  }

  static Server at(int port, Words words, Way way) {
    return place -> {
      DatagramSocket socket = new DatagramSocket(null);
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(place.own(), port));
      Threads.start(() -> serve(socket, words, way, place));
      place.calls().hear(port, (asked, from) -> answer(socket, words, way, place, asked, from));
    };
  }

  private static void serve(DatagramSocket socket, Words words, Way way, Place place)
      throws IOException {
    byte[] buffer = new byte[65_535];
    while (true) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      socket.receive(packet);
      byte[] asked = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
      answer(socket, words, way, place, asked, packet.getSocketAddress());
    }
  }

  private static void answer(
      DatagramSocket socket, Words words, Way way, Place place, byte[] asked, SocketAddress from) {
    Threads.start(() -> way.send(socket, words.to(asked, place), from));
  }

  static void send(DatagramSocket from, byte[] bytes, SocketAddress to) throws IOException {
    byte[] cut = bytes.length > 65_507 ? java.util.Arrays.copyOf(bytes, 65_507) : bytes;
    from.send(new DatagramPacket(cut, cut.length, to));
  }
}
