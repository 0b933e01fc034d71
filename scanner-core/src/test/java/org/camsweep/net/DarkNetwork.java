package org.camsweep.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.net.SocketAddress;
import java.util.List;

/**
 * The real edge in front of a network where nobody is: sockets are opened and closed, and nothing
 * leaves them. A connection times out at once, so that no test waits for it.
 */
public final class DarkNetwork {
  private DarkNetwork() {}

  public static Edge open(int rate, Stray strays) {
    Transport nowhere =
        new Transport("dark", NioIoHandler::newFactory, DarkStream::new, DarkNetwork::datagrams);
    return new Edge(new Edge.Settings(rate, 1_024, "camsweep/test"), List.of(), strays, nowhere);
  }

  private static final class DarkStream extends NioSocketChannel {
    @Override
    protected boolean doConnect(SocketAddress remote, SocketAddress local) throws Exception {
      throw new ConnectTimeoutException("timed out");
    }
  }

  private static DatagramChannel datagrams(SocketProtocolFamily family) {
    NioDatagramChannel channel = new NioDatagramChannel(family);
    channel.pipeline().addLast(new Swallows());
    return channel;
  }

  private static final class Swallows extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      ReferenceCountUtil.release(message);
      promise.setSuccess();
    }
  }
}
