package org.camsweep.net;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;

/**
 * One TCP connection from connect to close. Bounded in bytes by the ask, and in time by the connect
 * time-out and then the ask's patience. Every way out goes through {@link #finish}, once.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send or close ends in the time-out
final class StreamCall implements Job {
  /** What the edge lends to a call. */
  record Means(
      EventLoop loop,
      Transport transport,
      Pacer pacer,
      DeviceTls tls,
      Counters counters,
      Lag lag,
      Clock clock) {}

  private static final int LOCAL_TRIES = 20;
  private static final int LATE_TRIES = 2;

  private final Means means;
  private final InetAddress host;
  private final StreamScript script;
  private final Ear ear;
  private Line line;
  private SocketChannel channel;
  private boolean ended;
  private int tries;

  StreamCall(Means means, InetAddress host, StreamScript script, Ear ear) {
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
  public void start(Line paced) {
    line = paced;
    channel = means.transport().stream();
    channel
        .config()
        .setOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) script.connectTimeout().toMillis());
    channel.pipeline().addLast(new StreamReader(this));
    means.loop().register(channel).addListener(f -> connect(f.cause()));
  }

  private void connect(Throwable trouble) {
    if (trouble != null) {
      localTrouble(trouble);
      return;
    }
    means.counters().add("sent.connects", 1);
    channel
        .connect(new InetSocketAddress(host, script.port()))
        .addListener(
            f -> {
              if (!f.isSuccess()) {
                failed(f.cause());
              }
            });
  }

  private void failed(Throwable cause) {
    switch (ConnectFailure.of(cause)) {
      case SILENT -> silent();
      case UNREACHABLE -> refused("unreachable", false, 0);
      case REFUSED -> refused("refused", true, 0);
      case RESET -> refused("reset", true, 0);
      case LOCAL -> localTrouble(cause);
    }
  }

  /** Nothing came back; if that may be our own lateness, and there are tries left, again. */
  private void silent() {
    boolean late = means.lag().recentMillis() > script.connectTimeout().toMillis() / 2;
    if (late && tries < LATE_TRIES) {
      tries++;
      means.counters().add("retried.late", 1);
      channel.close();
      means.pacer().charge(line, 1);
      start(line);
    } else {
      finish(new Heard.Silence(asked(), host, now()), 0);
    }
  }

  /** This machine could not send: descriptors, ports or buffers are out. Tried again, then said. */
  private void localTrouble(Throwable cause) {
    means.counters().add("local.trouble", 1);
    channel.close();
    if (++tries < LOCAL_TRIES && !means.loop().isShuttingDown()) {
      means.loop().schedule(() -> start(line), 50L * tries, TimeUnit.MILLISECONDS);
    } else {
      refused("not-sent: " + cause.getMessage(), false, 0);
    }
  }

  void refused(String reason, boolean alive, int packets) {
    finish(new Heard.Refused(asked(), host, now(), reason, alive), packets);
  }

  /**
   * The end of it.
   *
   * @param packets what was sent and not charged yet
   */
  void finish(Heard result, int packets) {
    if (ended) {
      return;
    }
    ended = true;
    channel.close();
    means.pacer().charge(line, packets);
    ear.heard(result);
    ear.ended();
    means.pacer().done(line, true);
  }

  void charge(int packets) {
    means.pacer().charge(line, packets);
  }

  boolean hasEnded() {
    return ended;
  }

  Means means() {
    return means;
  }

  StreamScript script() {
    return script;
  }

  InetAddress host() {
    return host;
  }

  Optional<Ask> asked() {
    return Optional.of(script.ask());
  }

  Instant now() {
    return means.clock().instant();
  }
}
