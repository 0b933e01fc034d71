package org.camsweep.adversary;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A TCP server whose every connection is handled by a talk. Bounded: nothing is sent for ever. */
final class Tcp {
  /** What "endless" comes to: far beyond every limit of the scanner. */
  static final long ENDLESS = 64L * 1024 * 1024;

  /** How long one connection lasts at most. */
  static final int SECONDS = 60;

  /** What is said on one connection. An exception ends it. */
  interface Talk {
    void on(Socket socket) throws IOException, InterruptedException;
  }

  private Tcp() {}

  static Server at(int port, Talk talk) {
    return place -> {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(place.own(), port), 64);
      Threads.start(() -> accept(server, talk));
    };
  }

  private static void accept(ServerSocket server, Talk talk) throws IOException {
    while (true) {
      Socket socket = server.accept();
      socket.setSoTimeout(SECONDS * 1_000);
      Threads.start(
          () -> {
            try (socket) {
              talk.on(socket);
            }
          });
    }
  }

  /** Reads up to the end of a head, so that what follows is an answer. */
  static String head(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.length() < 16_384 && head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Says the bytes after the question, and closes. */
  static Talk says(byte[] bytes) {
    return socket -> {
      head(socket);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      Thread.sleep(200); // a close with unread bytes would be a reset
    };
  }

  static Talk says(String text) {
    return says(text.getBytes(StandardCharsets.UTF_8));
  }

  /** After the question and a beginning, the same again and again. */
  static Talk endless(String start, byte[] again) {
    return socket -> {
      head(socket);
      OutputStream out = socket.getOutputStream();
      out.write(start.getBytes(StandardCharsets.UTF_8));
      for (long sent = 0; sent < ENDLESS; sent += again.length) {
        out.write(again);
      }
    };
  }

  static Talk endless(String start, String again) {
    return endless(start, again.repeat(64).getBytes(StandardCharsets.UTF_8));
  }

  /** After the question, one byte at a time. */
  static Talk drip(String text, long millis) {
    return socket -> {
      head(socket);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      long end = System.nanoTime() + SECONDS * 1_000_000_000L;
      for (int i = 0; System.nanoTime() < end; i++) {
        socket.getOutputStream().write(bytes[i % bytes.length]);
        socket.getOutputStream().flush();
        Thread.sleep(millis);
      }
    };
  }
}
