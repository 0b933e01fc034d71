package org.camsweep.net;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;
import org.camsweep.site.Target;

/**
 * One TCP connection from connect to close. Bounded in bytes by the ask, and in time by the connect
 * time-out and then the ask's patience. Every way out goes through {@link #tell}, once.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send or close ends in the time-out
final class StreamCall implements Job {
  /** What the edge lends to a call. */
  record Means(
      EventLoop loop,
      Transport transport,
      Pacer pacer,
      IdleConnections idle,
      DeviceTls tls,
      Counters counters,
      RoundTrips trips,
      Loss loss,
      Lag lag,
      Clock clock) {}

  private static final int LOCAL_TRIES = 20;
  private static final int LATE_TRIES = 2;
  private static final int BUSY_TRIES = 1;
  private static final long LATE_MILLIS = 300;

  private final Means means;
  private final Address host;
  private final String network;
  private final StreamScript script;
  private final Ear ear;
  private Line line;
  private SocketChannel channel;
  private boolean ended;
  private int tries;
  private int busy;
  private long began;
  private Duration waits = RoundTrips.KNOCK;

  StreamCall(Means means, Target target, StreamScript script, Ear ear) {
    this.means = means;
    this.host = target.address();
    this.network = target.network().id();
    this.script = script;
    this.ear = ear;
  }

  @Override
  public boolean connects() {
    return true;
  }

  @Override
  public void drop(String why) {
    ear.heard(new Heard.Refused(asked(), host, now(), "not-sent: " + why, false));
    ear.ended();
  }

  @Override
  public void start(Line paced) {
    line = paced;
    Optional<IdleConnections.Kept> kept =
        script.ask().keeps() && tries == 0
            ? means.idle().take(host, script.ask().endpoint(), script.tls())
            : Optional.empty();
    if (kept.isPresent()) {
      goOn(kept.get());
    } else {
      means.idle().close(host, line.over(means.idle().at(host)));
      open();
    }
  }

  /** Goes on where an earlier question to the same port left off. */
  private void goOn(IdleConnections.Kept kept) {
    channel = kept.channel();
    means.counters().add("connections.reused", 1);
    StreamReader reader = StreamReader.resumed(this, kept.shown());
    channel.pipeline().addLast(reader);
    reader.ask(channel.pipeline().lastContext());
  }

  /** The device hung up between two questions: this one is put again on a connection of its own. */
  void afresh() {
    channel.close();
    tries++;
    means.pacer().charge(line, 1);
    open();
  }

  private void open() {
    waits = means.trips().wait(host, script.patient());
    try {
      channel = means.transport().stream();
    } catch (ChannelException e) {
      localTrouble(e); // no descriptor is left
      return;
    }
    channel.config().setOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) waits.toMillis());
    channel.pipeline().addLast(new StreamReader(this));
    means.loop().register(channel).addListener(f -> connect(f.cause()));
  }

  private void connect(Throwable trouble) {
    if (trouble != null) {
      localTrouble(trouble);
      return;
    }
    means.counters().add("sent.connects", 1);
    began = System.nanoTime();
    channel
        .connect(Addresses.socket(host, script.port()))
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
      case REFUSED -> {
        measured(System.nanoTime() - began);
        backedOff(line.manner().refused(script.port()));
        refused("refused", true, 0);
      }
      case RESET -> broken("reset", 0);
      case LOCAL -> localTrouble(cause);
    }
  }

  /** Nothing came back; if that may be our own lateness, and there are tries left, again. */
  private void silent() {
    boolean late = means.lag().worstMillis(began) > waits.toMillis() / 2;
    if (late && tries < LATE_TRIES) {
      tries++;
      means.counters().add("retried.late", 1);
      again(0);
    } else {
      finish(new Heard.Silence(asked(), host, now()), 0);
    }
  }

  /** This machine could not send: tried again, more narrowly, where that can help; then said. */
  private void localTrouble(Throwable cause) {
    LocalTrouble trouble = LocalTrouble.of(cause);
    means.counters().add(trouble.counter(), 1);
    means.pacer().window().shrink();
    if (trouble.passes() && ++tries < LOCAL_TRIES && !means.loop().isShuttingDown()) {
      means.counters().add("retried.local", 1);
      again(TimeUnit.MILLISECONDS.toNanos(50L * tries));
    } else {
      refused("not-sent: " + cause.getMessage(), false, 0);
    }
  }

  private void again(long afterNanos) {
    close();
    means.pacer().again(line, this, afterNanos);
  }

  /** The device accepted. */
  void accepted() {
    means.counters().add("connections", 1);
    charge(3);
    long nanos = System.nanoTime() - began;
    measured(nanos);
    backedOff(line.manner().accepted(script.port(), nanos));
  }

  /** The first answer came: how long it took tells how long to wait for others, and of loss. */
  private void measured(long nanos) {
    means.pacer().window().grow();
    boolean repeated = RoundTrips.wasRepeated(nanos);
    if (!repeated) {
      means.trips().measured(host, nanos);
    }
    if (script.patient() && means.lag().recentMillis() < LATE_MILLIS) {
      means.loss().connected(network, repeated);
    }
  }

  /** The device broke off before it said anything. */
  void broken(String reason, int packets) {
    line.manner().trouble();
    backedOff(true);
    refused(reason, true, packets);
  }

  /**
   * The device said all that it had to say.
   *
   * @param keep what its TLS handshake showed, if the connection may serve the next question
   */
  void answered(Heard.Reply reply, int packets, Optional<Certificates> keep) {
    Optional<Duration> wait = Busy.of(reply.bytes());
    if (wait.isEmpty()) {
      line.manner().wentWell();
      keep.ifPresentOrElse(
          shown -> finishAndKeep(reply, packets, shown), () -> finish(reply, packets));
      return;
    }
    line.manner().trouble();
    backedOff(true);
    if (busy++ < BUSY_TRIES) {
      means.counters().add("retried.busy", 1);
      charge(packets);
      again(wait.get().toNanos());
    } else {
      means.pacer().rest(line, wait.get().toNanos());
      finish(reply, packets);
    }
  }

  private void backedOff(boolean really) {
    means.counters().add("backed-off", really ? 1 : 0);
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
    if (!tell(result, packets)) {
      return;
    }
    if (channel == null) { // no descriptor was left for one
      means.pacer().done(line, true);
    } else {
      // TLS says good-bye before it closes: until then the connection counts.
      channel.close().addListener(f -> means.pacer().done(line, true));
    }
  }

  /** The end of the question, and not of the connection. */
  private void finishAndKeep(Heard result, int packets, Certificates shown) {
    if (tell(result, packets)) {
      channel.pipeline().removeLast();
      IdleConnections.Kept kept = new IdleConnections.Kept(channel, shown);
      means.idle().keep(host, script.ask().endpoint(), script.tls(), kept);
      means.pacer().done(line, true);
    }
  }

  private boolean tell(Heard result, int packets) {
    if (ended) {
      return false;
    }
    ended = true;
    means.pacer().charge(line, packets);
    ear.heard(result);
    ear.ended();
    return true;
  }

  private void close() {
    if (channel != null) {
      channel.close();
    }
  }

  void charge(int packets) {
    means.pacer().charge(line, packets);
  }

  boolean isOpen() {
    return channel.isActive();
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

  Address host() {
    return host;
  }

  Optional<Ask> asked() {
    return Optional.of(script.ask());
  }

  Instant now() {
    return means.clock().instant();
  }
}
