package org.camsweep.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.function.Supplier;

/**
 * How this machine talks to sockets: epoll where its native library loads (Linux), NIO everywhere.
 * io_uring is left out: under short time-outs it reported living hosts as dark.
 */
final class Transport {
  private final String name;
  private final Supplier<IoHandlerFactory> handlers;
  private final Supplier<SocketChannel> streams;
  private final java.util.function.Function<SocketProtocolFamily, DatagramChannel> datagrams;

  Transport(
      String name,
      Supplier<IoHandlerFactory> handlers,
      Supplier<SocketChannel> streams,
      java.util.function.Function<SocketProtocolFamily, DatagramChannel> datagrams) {
    this.name = name;
    this.handlers = handlers;
    this.streams = streams;
    this.datagrams = datagrams;
  }

  /** The best that works here; {@code -Dcamsweep.transport=nio} asks for NIO. */
  static Transport best() {
    boolean wanted = !"nio".equals(System.getProperty("camsweep.transport"));
    return wanted && Epoll.isAvailable() ? epoll() : nio();
  }

  static Transport nio() {
    return new Transport(
        "nio", NioIoHandler::newFactory, NioSocketChannel::new, NioDatagramChannel::new);
  }

  private static Transport epoll() {
    return new Transport(
        "epoll", EpollIoHandler::newFactory, EpollSocketChannel::new, EpollDatagramChannel::new);
  }

  String name() {
    return name;
  }

  EventLoopGroup group() {
    return new MultiThreadIoEventLoopGroup(
        1, new DefaultThreadFactory("camsweep-edge", true), handlers.get());
  }

  SocketChannel stream() {
    return streams.get();
  }

  DatagramChannel datagram(SocketProtocolFamily family) {
    return datagrams.apply(family);
  }
}
