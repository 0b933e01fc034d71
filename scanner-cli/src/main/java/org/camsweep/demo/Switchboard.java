package org.camsweep.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All sockets of the simulated site: one thread waits on them, a fixed number of workers talk. A
 * client that waits longer than {@link #PATIENCE_MILLIS} is hung up on.
 */
final class Switchboard implements AutoCloseable {
  static final int PATIENCE_MILLIS = 15_000;
  private static final int WORKERS = 24;

  /** Talks to one client, to the end of the connection. */
  interface Conversation {
    void hold(Socket client) throws IOException;
  }

  /** Answers one datagram; none, one or several. */
  interface Responder {
    List<byte[]> answer(byte[] question);
  }

  private final Selector selector;
  private final List<Channel> channels = new ArrayList<>();
  private final Set<Socket> talking = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Thread waiter = new Thread(this::attend, "demo-site");
  private volatile boolean closed;

  Switchboard() throws IOException {
    selector = Selector.open();
    AtomicInteger count = new AtomicInteger();
    workers =
        Executors.newFixedThreadPool(
            WORKERS,
            work -> {
              Thread thread = new Thread(work, "demo-device-" + count.incrementAndGet());
              thread.setDaemon(true);
              threads.add(thread);
              return thread;
            });
    waiter.setDaemon(true);
  }

  void stream(InetSocketAddress at, Conversation conversation) throws IOException {
    ServerSocketChannel server = listen(at, 64);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT, conversation);
  }

  void datagrams(InetSocketAddress at, Responder responder) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channels.add(channel);
    channel.setOption(StandardSocketOptions.SO_REUSEADDR, true); // a service may hold the wildcard
    bind(at, () -> channel.bind(at));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, responder);
  }

  /**
   * A port that drops connection requests, as a firewall does: its queue of waiting clients is
   * filled and never taken from. Where a system refuses instead, so does the port.
   */
  void hole(InetSocketAddress at) throws IOException {
    listen(at, 1);
    for (int i = 0; i < 3; i++) {
      SocketChannel filler = SocketChannel.open();
      channels.add(filler);
      filler.configureBlocking(false);
      filler.connect(at);
    }
  }

  private ServerSocketChannel listen(InetSocketAddress at, int waiting) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    channels.add(server);
    bind(at, () -> server.bind(at, waiting));
    return server;
  }

  private interface Binding {
    Object bind() throws IOException;
  }

  private static void bind(InetSocketAddress at, Binding binding) throws IOException {
    try {
      binding.bind();
    } catch (BindException e) {
      throw new PortTakenException(at, e);
    }
  }

  void start() {
    waiter.start();
  }

  private void attend() {
    ByteBuffer buffer = ByteBuffer.allocate(65_535);
    while (!closed) {
      try {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isValid() && key.isAcceptable()) {
            accept((ServerSocketChannel) key.channel(), (Conversation) key.attachment());
          } else if (key.isValid()) {
            receive((DatagramChannel) key.channel(), (Responder) key.attachment(), buffer);
          }
        }
        selector.selectedKeys().clear();
      } catch (IOException e) {
        if (!closed) {
          throw new UncheckedIOException("the simulated site broke", e);
        }
      }
    }
  }

  private void accept(ServerSocketChannel server, Conversation conversation) throws IOException {
    SocketChannel client = server.accept();
    if (client != null) {
      workers.execute(() -> talk(client, conversation));
    }
  }

  private void talk(SocketChannel client, Conversation conversation) {
    Socket socket = client.socket();
    talking.add(socket);
    try (socket) {
      client.configureBlocking(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      if (!closed) {
        conversation.hold(socket);
      }
    } catch (IOException e) {
      talking.remove(socket); // the client went away: that ends a conversation like any other
    } finally {
      talking.remove(socket);
    }
  }

  private static void receive(DatagramChannel channel, Responder responder, ByteBuffer buffer)
      throws IOException {
    buffer.clear();
    var from = channel.receive(buffer);
    if (from != null) {
      buffer.flip();
      byte[] question = new byte[buffer.remaining()];
      buffer.get(question);
      for (byte[] answer : responder.answer(question)) {
        channel.send(ByteBuffer.wrap(answer), from);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      for (Channel channel : channels) {
        channel.close();
      }
      for (Socket socket : talking) {
        socket.close();
      }
      workers.shutdownNow();
      boolean ended = workers.awaitTermination(5, TimeUnit.SECONDS);
      for (Thread thread : threads) {
        thread.join(1_000); // a pool is ended a moment before its last thread is
      }
      if (waiter.isAlive()) {
        waiter.join(5_000);
      }
      selector.close();
      if (!ended || waiter.isAlive()) {
        throw new IllegalStateException("the simulated site did not stop within 5 s");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("closing the simulated site", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
