package org.camsweep.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camsweep.probe.spi.Heard;

/** Speaks and listens on one channel of a {@link StreamCall}; a call tried again has a new one. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send or close ends in the time-out
final class StreamReader extends ChannelInboundHandlerAdapter {
  /** Bytes that a device can send before this machine must acknowledge: two full segments. */
  private static final int BYTES_PER_PACKET = 2_896;

  private static final long LATE_MILLIS = 300;
  private static final int MOST_EXTENSIONS = 2;

  private final StreamCall call;
  private final StreamScript script;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream(512);
  private int extensions;
  private long asked;
  private boolean connected;
  private boolean resumed;
  private boolean over;
  private boolean endless;
  private Certificates shown = Certificates.NONE;

  /** For a connection on which an earlier question was answered. */
  static StreamReader resumed(StreamCall call, Certificates shown) {
    StreamReader reader = new StreamReader(call);
    reader.connected = true;
    reader.resumed = true;
    reader.shown = shown;
    return reader;
  }

  /** Puts the question on a connection that is open already. */
  void ask(ChannelHandlerContext context) {
    Optional.ofNullable(context.pipeline().get(TlsLimit.class)).ifPresent(TlsLimit::anew);
    limitTime();
    say(context);
  }

  private void limitTime() {
    asked = System.nanoTime();
    endAfter(script.patience().toMillis());
  }

  private void endAfter(long millis) {
    call.means().loop().schedule(this::outOfTime, millis, TimeUnit.MILLISECONDS);
  }

  /** What came while this machine was held up lies unread, and has half as long more. */
  private void outOfTime() {
    boolean late = call.means().lag().worstMillis(asked) >= LATE_MILLIS;
    if (late && extensions < MOST_EXTENSIONS && !over && !call.hasEnded()) {
      extensions++;
      call.means().counters().add("waited.late", 1);
      endAfter(script.patience().toMillis() / 2);
    } else {
      end(true);
    }
  }

  StreamReader(StreamCall call) {
    this.call = call;
    this.script = call.script();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    connected = true;
    call.accepted();
    if (call.means().loop().isShuttingDown()) {
      return;
    }
    limitTime();
    if (script.tls()) {
      SslHandler tls = new SslHandler(call.means().tls().engine());
      tls.setHandshakeTimeoutMillis(0); // its time is the answer's
      context.pipeline().addFirst(new TlsLimit(script.maxBytes()), tls);
    } else {
      say(context);
    }
  }

  private void say(ChannelHandlerContext context) {
    if (script.payload().length > 0) {
      context.writeAndFlush(Unpooled.wrappedBuffer(script.payload()));
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == TlsLimit.MET) {
      endless = true;
      end(true);
      return;
    }
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      shown = Certificates.of(context.pipeline().get(SslHandler.class).engine().getSession());
      if (shown.chain().isEmpty()) {
        call.means().counters().add("tls.no-certificate", 1);
      }
      if (handshake.isSuccess()) {
        call.charge(2);
        say(context);
      } else {
        call.refused("tls", true, packets());
      }
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf buffer = (ByteBuf) message;
    try {
      int take = Math.min(buffer.readableBytes(), script.maxBytes() - heard.size());
      byte[] bytes = new byte[take];
      buffer.readBytes(bytes);
      heard.write(bytes, 0, take);
      if (buffer.isReadable()) {
        end(true);
      }
    } finally {
      buffer.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (!over && !call.hasEnded() && heard.size() > 0) {
      byte[] all = heard.toByteArray();
      if (script.framing().complete(all, all.length)) {
        end(false);
      } else if (all.length >= script.maxBytes()) {
        end(true);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (hungUp()) {
      call.afresh();
    } else if (connected) {
      end(false);
    }
  }

  /** Whether the device closed before it heard this question; true once. */
  private boolean hungUp() {
    boolean hungUp = resumed && !over && !call.hasEnded() && heard.size() == 0;
    over |= hungUp;
    return hungUp;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (hungUp()) {
      call.afresh();
    } else if (connected && !over && !call.hasEnded()) {
      if (heard.size() > 0) {
        end(true);
      } else {
        call.broken(script.tls() && shown.chain().isEmpty() ? "tls" : "reset", packets());
      }
    }
  }

  /** Ends with what was heard; nothing heard on an open port is an empty reply. */
  private void end(boolean limit) {
    if (call.hasEnded() || over) {
      return;
    }
    over = true;
    byte[] all = heard.toByteArray();
    Heard.Reply reply =
        new Heard.Reply(
            call.asked(),
            call.host(),
            script.ask().endpoint(),
            Optional.empty(),
            call.now(),
            all,
            limit && (all.length > 0 || endless),
            shown.chain(),
            shown.protocol());
    boolean keep = !limit && call.isOpen() && script.canGoOn(all);
    call.answered(reply, packets(), keep ? Optional.of(shown) : Optional.empty());
  }

  private int packets() {
    return 1 + heard.size() / BYTES_PER_PACKET;
  }
}
