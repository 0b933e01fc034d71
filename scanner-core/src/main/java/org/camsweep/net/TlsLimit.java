package org.camsweep.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Counts the bytes of a TLS connection before they are deciphered. A device that shakes hands for
 * ever, by warnings that carry nothing, would have the edge's one thread for as long as its
 * patience lasts, and others would not be heard meanwhile. Tells by {@link #MET}, once, and then
 * takes nothing more.
 */
final class TlsLimit extends ChannelInboundHandlerAdapter {
  /** Of one question beside what it is answered: chains of certificates have a tenth of it. */
  static final int MAX_BYTES = 131_072;

  /** The event that tells that the limit was met. */
  static final Object MET = new Object();

  private final long most;
  private long seen;

  /**
   * @param carried how many bytes an answer may have
   */
  TlsLimit(int carried) {
    this.most = MAX_BYTES + 2L * carried;
  }

  /** For the next question on the same connection. */
  void anew() {
    seen = 0;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    boolean before = seen <= most;
    seen += ((ByteBuf) message).readableBytes();
    if (seen <= most) {
      context.fireChannelRead(message);
      return;
    }
    ReferenceCountUtil.release(message);
    if (before) {
      context.channel().config().setAutoRead(false);
      context.fireUserEventTriggered(MET);
    }
  }
}
