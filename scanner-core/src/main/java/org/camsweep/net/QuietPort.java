package org.camsweep.net;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.SocketProtocolFamily;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.function.BiConsumer;

/** One bound UDP socket that is only read from: there is no way to send by it. */
final class QuietPort {
  private static final int RECEIVE_BYTES = 65_535;
  private static final int SOCKET_BUFFER = 4 * 1024 * 1024;

  private final DatagramChannel channel;

  private QuietPort(DatagramChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens and binds; blocks the caller until bound.
   *
   * @param heard who sent what; called on the loop's thread
   * @throws SocketException if the port cannot be bound
   */
  static QuietPort open(
      Transport transport,
      EventLoop loop,
      boolean six,
      int port,
      BiConsumer<InetSocketAddress, byte[]> heard)
      throws SocketException {
    DatagramChannel channel =
        transport.datagram(six ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET);
    channel.config().setOption(ChannelOption.SO_REUSEADDR, true);
    channel.config().setOption(ChannelOption.SO_RCVBUF, SOCKET_BUFFER);
    channel.config().setRecvByteBufAllocator(new FixedRecvByteBufAllocator(RECEIVE_BYTES));
    channel
        .pipeline()
        .addLast(
            new SimpleChannelInboundHandler<DatagramPacket>() {
              @Override
              protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
                byte[] bytes = new byte[packet.content().readableBytes()];
                packet.content().readBytes(bytes);
                heard.accept(packet.sender(), bytes);
              }

              @Override
              public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                // One datagram that could not be read; the next one may be.
              }
            });
    ChannelFuture registered = loop.register(channel).awaitUninterruptibly();
    ChannelFuture bound =
        registered.isSuccess()
            ? channel.bind(Addresses.socket(Addresses.any(six), port)).awaitUninterruptibly()
            : registered;
    if (!bound.isSuccess()) {
      channel.close().awaitUninterruptibly();
      SocketException failure = new SocketException(bound.cause().getMessage());
      failure.initCause(bound.cause());
      throw failure;
    }
    return new QuietPort(channel);
  }

  /** Joins a multicast group on one interface; says whether it worked. */
  boolean join(InetAddress group, NetworkInterface nic) {
    return channel
        .joinGroup(new InetSocketAddress(group, 0), nic)
        .awaitUninterruptibly()
        .isSuccess();
  }

  void close() {
    channel.close().awaitUninterruptibly(1_000);
  }
}
