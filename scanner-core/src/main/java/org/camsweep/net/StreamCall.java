package org.camsweep.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;

/**
 * One TCP connection from connect to close. Bounded in bytes by the ask, and in time by the connect
 * time-out and then the ask's patience. Every way out goes through {@link #end}, once.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send or close ends in the time-out
final class StreamCall implements Pacer.Job {
  /** What the edge lends to a call. */
  record Means(
      EventLoop loop,
      Transport transport,
      Pacer pacer,
      DeviceTls tls,
      Counters counters,
      Lag lag,
      java.time.Clock clock) {}

  /** What to say and how long to listen. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Script(
      Ask ask,
      boolean tls,
      byte[] payload,
      Framing framing,
      int maxBytes,
      Duration patience,
      Duration connectTimeout) {}

  private static final int LOCAL_TRIES = 20;
  private static final int LATE_TRIES = 2;

  private final Means means;
  private final InetAddress host;
  private final Script script;
  private final Ear ear;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream(512);
  private Pacer.Line line;
  private SocketChannel channel;
  private boolean connected;
  private boolean ended;
  private int tries;
  private List<byte[]> certificates = List.of();
  private Optional<String> tlsProtocol = Optional.empty();

  StreamCall(Means means, InetAddress host, Script script, Ear ear) {
    this.means = means;
    this.host = host;
    this.script = script;
    this.ear = ear;
  }

  @Override
  public boolean connects() {
    return true;
  }

  @Override
  public void start(Pacer.Line paced) {
    line = paced;
    channel = means.transport().stream();
    channel
        .config()
        .setOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) script.connectTimeout().toMillis());
    channel.pipeline().addLast(new Listener());
    means.loop().register(channel).addListener(f -> connect(f.cause()));
  }

  private void connect(Throwable trouble) {
    if (trouble != null) {
      localTrouble(trouble);
      return;
    }
    means.counters().add("sent.connects", 1);
    ChannelFuture connecting =
        channel.connect(new InetSocketAddress(host, script.ask().endpoint().port()));
    connecting.addListener(
        f -> {
          if (!f.isSuccess()) {
            failed(f.cause());
          }
        });
  }

  private void say(ChannelHandlerContext context) {
    if (script.payload().length > 0) {
      context.writeAndFlush(Unpooled.wrappedBuffer(script.payload()));
    }
  }

  private void remember(SSLSession session) {
    try {
      List<byte[]> chain = new ArrayList<>();
      for (Certificate certificate : session.getPeerCertificates()) {
        if (chain.size() < 5) {
          chain.add(certificate.getEncoded());
        }
      }
      certificates = List.copyOf(chain);
      tlsProtocol = Optional.of(session.getProtocol());
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      means.counters().add("tls.no-certificate", 1);
    }
  }

  /** Ends with what was heard; nothing heard on an open port is an empty reply. */
  private void end(boolean limit) {
    byte[] all = heard.toByteArray();
    finish(
        new Heard.Reply(
            asked(),
            host,
            script.ask().endpoint(),
            Optional.empty(),
            now(),
            all,
            limit && !(all.length == 0),
            certificates,
            tlsProtocol));
  }

  private void failed(Throwable cause) {
    if (cause instanceof io.netty.channel.ConnectTimeoutException && !lateness()) {
      finish(new Heard.Silence(asked(), host, now()));
    } else if (cause instanceof io.netty.channel.ConnectTimeoutException) {
      again();
    } else if (cause instanceof NoRouteToHostException || says(cause, "unreachable")) {
      finish(new Heard.Refused(asked(), host, now(), "unreachable", false));
    } else if (cause instanceof ConnectException && says(cause, "refused")) {
      finish(new Heard.Refused(asked(), host, now(), "refused", true));
    } else if (says(cause, "timed out")) {
      finish(new Heard.Silence(asked(), host, now()));
    } else if (says(cause, "reset")) {
      finish(new Heard.Refused(asked(), host, now(), "reset", true));
    } else {
      localTrouble(cause);
    }
  }

  /** Whether the time-out may be our own lateness, and there are tries left. */
  private boolean lateness() {
    boolean late = means.lag().recentMillis() > script.connectTimeout().toMillis() / 2;
    return late && tries < LATE_TRIES;
  }

  private void again() {
    tries++;
    means.counters().add("retried.late", 1);
    channel.close();
    means.pacer().charge(line, 1);
    start(line);
  }

  /** This machine could not send: descriptors, ports or buffers are out. Tried again, then said. */
  private void localTrouble(Throwable cause) {
    means.counters().add("local.trouble", 1);
    channel.close();
    if (++tries < LOCAL_TRIES && !means.loop().isShuttingDown()) {
      means.loop().schedule(() -> start(line), 50L * tries, TimeUnit.MILLISECONDS);
    } else {
      String why = "not-sent: " + cause.getMessage();
      finish(new Heard.Refused(asked(), host, now(), why, false));
    }
  }

  private void finish(Heard result) {
    if (ended) {
      return;
    }
    ended = true;
    channel.close();
    means.pacer().charge(line, connected ? 1 + heard.size() / 2_896 : 0);
    ear.heard(result);
    ear.ended();
    means.pacer().done(line, true);
  }

  private Optional<Ask> asked() {
    return Optional.of(script.ask());
  }

  private Instant now() {
    return means.clock().instant();
  }

  private static boolean says(Throwable cause, String word) {
    return cause.getMessage() != null && cause.getMessage().contains(word);
  }

  /** Hears one channel; a call that is tried again has a fresh one. */
  private final class Listener extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      connected = true;
      means.pacer().charge(line, 3);
      means.counters().add("connections", 1);
      if (means.loop().isShuttingDown()) {
        return;
      }
      means.loop().schedule(() -> end(true), script.patience().toMillis(), TimeUnit.MILLISECONDS);
      if (script.tls()) {
        SslHandler tls = new SslHandler(means.tls().engine());
        tls.setHandshakeTimeoutMillis(script.patience().toMillis());
        context.pipeline().addFirst(tls);
      } else {
        say(context);
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof SslHandshakeCompletionEvent handshake) {
        SSLSession session = context.pipeline().get(SslHandler.class).engine().getSession();
        remember(session);
        if (handshake.isSuccess()) {
          means.pacer().charge(line, 2);
          say(context);
        } else {
          finish(new Heard.Refused(asked(), host, now(), "tls", true));
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
          return;
        }
      } finally {
        buffer.release();
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      if (!ended && heard.size() > 0) {
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
      if (connected) {
        end(false);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (connected && !ended) {
        if (heard.size() > 0) {
          end(true);
        } else {
          String reason = script.tls() && certificates.isEmpty() ? "tls" : "reset";
          finish(new Heard.Refused(asked(), host, now(), reason, true));
        }
      }
    }
  }
}
