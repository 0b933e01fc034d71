package org.camsweep.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.camsweep.site.Cidr;

/** Servers on loopback addresses for tests of the edge; counts what reaches them. */
final class LoopbackSite implements AutoCloseable {
  /** What a server does with one accepted connection. */
  interface Serve {
    void serve(Socket socket, byte[] request) throws IOException, InterruptedException;
  }

  private final List<java.io.Closeable> open = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger openNow = new AtomicInteger();
  final AtomicInteger mostOpen = new AtomicInteger();
  final AtomicInteger datagrams = new AtomicInteger();

  /** Serves connections to an address; gives the port. */
  int tcp(String address, Serve serve) throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(Cidr.address(address).inet(), 0));
    open.add(server);
    threads.execute(() -> accept(server, serve));
    return server.getLocalPort();
  }

  private void accept(ServerSocket server, Serve serve) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        mostOpen.accumulateAndGet(openNow.incrementAndGet(), Math::max);
        threads.execute(() -> one(socket, serve));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void one(Socket socket, Serve serve) {
    try (socket) {
      socket.setSoTimeout(5_000);
      InputStream in = socket.getInputStream();
      byte[] first = new byte[8_192];
      int n = Math.max(0, in.read(first));
      serve.serve(socket, java.util.Arrays.copyOf(first, n));
    } catch (IOException e) {
      // the scanner closed: what it heard is the test's business
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      openNow.decrementAndGet();
    }
  }

  /** Answers every datagram to an address with the same bytes; gives the port. */
  int udp(String address, byte[] answer) throws IOException {
    return udp(address, answer, 0);
  }

  /** Does so after a while. */
  int udp(String address, byte[] answer, long millis) throws IOException {
    InetAddress own = Cidr.address(address).inet();
    DatagramSocket socket = new DatagramSocket(new InetSocketAddress(own, 0));
    open.add(socket);
    threads.execute(
        () -> {
          byte[] buffer = new byte[2_048];
          while (!socket.isClosed()) {
            try {
              DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
              socket.receive(packet);
              datagrams.incrementAndGet();
              Thread.sleep(millis);
              socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException | InterruptedException e) {
              return;
            }
          }
        });
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (java.io.Closeable one : open) {
      one.close();
    }
    threads.shutdownNow();
  }
}
