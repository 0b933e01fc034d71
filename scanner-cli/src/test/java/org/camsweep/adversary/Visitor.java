package org.camsweep.adversary;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks each device a real question until it is answered within a second: a port is open before its
 * server is quick enough for a scan. Arguments: {@code tcp:ADDRESS:PORT} or {@code
 * udp:ADDRESS:PORT}.
 */
public final class Visitor {
  private static final int PATIENCE = (int) TimeUnit.SECONDS.toMillis(1);

  private static final long LIMIT = TimeUnit.SECONDS.toNanos(90);

  private static final byte[] PAGE = ascii("GET / HTTP/1.0\r\n\r\n");

  /** Holds the word that each sort of device looks for. */
  private static final byte[] SEARCH =
      ascii("<Probe><MessageID>uuid:visit</MessageID><Types>inquiry</Types></Probe>");

  private Visitor() {}

  public static void main(String[] args) throws InterruptedException {
    long end = System.nanoTime() + LIMIT;
    for (String question : args) {
      List<String> parts = List.of(question.split(":", 3));
      InetSocketAddress to =
          new InetSocketAddress(Place.parse(parts.get(1)), Integer.parseInt(parts.get(2)));
      while (!answered(parts.get(0), to)) {
        if (System.nanoTime() > end) {
          System.out.println("no answer within a second from " + question);
          System.exit(1);
        }
        Thread.sleep(200);
      }
    }
  }

  private static boolean answered(String kind, InetSocketAddress to) {
    try {
      return kind.equals("tcp") ? page(to) : search(to);
    } catch (IOException e) {
      return false; // refused, reset or too late
    }
  }

  /** A byte or an orderly end: somebody took the connection, and was quick. */
  private static boolean page(InetSocketAddress to) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE);
      socket.connect(to, PATIENCE);
      socket.getOutputStream().write(PAGE);
      return socket.getInputStream().read() >= -1;
    }
  }

  private static boolean search(InetSocketAddress to) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("0.0.0.0"))) {
      socket.setSoTimeout(PATIENCE);
      socket.send(new DatagramPacket(SEARCH, SEARCH.length, to));
      socket.receive(new DatagramPacket(new byte[2_048], 2_048));
      return true;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
