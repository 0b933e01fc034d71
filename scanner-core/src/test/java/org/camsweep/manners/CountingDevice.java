package org.camsweep.manners;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.camsweep.site.Address;

/** A device on a loopback address, with its usual ports, that keeps a ledger of what reaches it. */
final class CountingDevice implements AutoCloseable {
  /** Ends a device for good: what is too much for it. */
  interface Breaking {
    boolean breaks(Ledger ledger);
  }

  private final Address address;
  private final Guise guise;
  private final SSLContext tls;
  private final Breaking breaking;
  private final Ledger ledger;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean dead;

  CountingDevice(Address address, Guise guise, SSLContext tls, Breaking breaking)
      throws IOException {
    this.address = address;
    this.guise = guise;
    this.tls = tls;
    this.breaking = breaking;
    this.ledger = new Ledger(address);
    try {
      for (int port : guise.tcp) {
        ServerSocket server = new ServerSocket();
        open.add(server);
        server.bind(new InetSocketAddress(address.inet(), port));
        threads.execute(() -> accept(server));
      }
      for (int port : Guise.udp()) {
        DatagramSocket socket = new DatagramSocket(null);
        open.add(socket);
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address.inet(), port));
        threads.execute(() -> answer(socket));
      }
    } catch (BindException e) {
      close();
      throw e;
    }
  }

  Address address() {
    return address;
  }

  Guise guise() {
    return guise;
  }

  Ledger ledger() {
    return ledger;
  }

  boolean isDead() {
    return dead;
  }

  private void note(String kind, int port, String said) {
    ledger.note(kind, port, said);
    dead |= breaking.breaks(ledger);
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        note("connection", server.getLocalPort(), "");
        threads.execute(() -> talk(socket, server.getLocalPort()));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket plain, int port) {
    try (Socket socket = secured(plain, port)) {
      socket.setSoTimeout(12_000);
      if (port == 21 || port == 22) {
        socket
            .getOutputStream()
            .write((port == 21 ? "220 hello\r\n" : "SSH-2.0-x\r\n").getBytes(ISO_8859_1));
      }
      for (String asked = read(socket); !asked.isEmpty() && !dead; asked = read(socket)) {
        note("request", port, asked);
        Optional<String> said = Script.stream(guise, port, asked);
        if (said.isEmpty()) {
          continue;
        }
        socket.getOutputStream().write(said.get().getBytes(ISO_8859_1));
        if (said.get().contains("Connection: close")) {
          return;
        }
      }
    } catch (IOException e) {
      // the scanner closed, or spoke no TLS: what came is in the ledger
    }
  }

  private Socket secured(Socket plain, int port) throws IOException {
    if (!guise.isTls(port)) {
      return plain;
    }
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, "device", port, true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** One request: a head, and as much body as it says; at most 64 KiB. */
  private static String read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder said = new StringBuilder();
    int needed = -1;
    while (said.length() < 65_536 && (needed < 0 || said.length() < needed)) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      said.append((char) next);
      if (needed < 0 && said.length() > 3 && said.substring(said.length() - 4).equals("\r\n\r\n")) {
        String length = said.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
        needed = said.length() + (length.matches("\\d{1,6}") ? Integer.parseInt(length) : 0);
      }
    }
    return said.toString();
  }

  private void answer(DatagramSocket socket) {
    byte[] buffer = new byte[2_048];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        note(
            "datagram",
            socket.getLocalPort(),
            new String(buffer, 0, packet.getLength(), ISO_8859_1));
        for (byte[] said : Script.datagram(guise, socket.getLocalPort(), address.toString())) {
          if (!dead) {
            socket.send(new DatagramPacket(said, said.length, packet.getSocketAddress()));
          }
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  @Override
  public String toString() {
    return guise.toString();
  }

  @Override
  public void close() {
    for (AutoCloseable one : open) {
      try {
        one.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    threads.shutdownNow();
  }
}
