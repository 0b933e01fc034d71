package org.camsweep.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelException;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;

/**
 * One bound UDP socket of one probe and family, shared by all hosts it asks. What matches no
 * waiting question is a stray, never dropped. Touched only on the edge's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send or close ends in the time-out
final class DatagramPort {
  /** A datagram is at most 65,535 bytes; a smaller buffer would cut it without a word. */
  private static final int RECEIVE_BYTES = 65_535;

  private static final int LOCAL_TRIES = 10;

  /**
   * How long an answer is waited for where nobody is known to be. Longer than the half second that
   * WS-Discovery lets a device wait; what comes later still counts, see {@link Ear#isPatient}.
   */
  static final Duration DARK = Duration.ofMillis(700);

  private static final int SOCKET_BUFFER = 4 * 1024 * 1024;

  /** What the edge lends to every port. */
  record Means(
      EventLoop loop,
      Transport transport,
      Stray strays,
      Counters counters,
      Lag lag,
      DropWatch drops,
      Clock clock) {}

  /**
   * What a port is opened with.
   *
   * @param local address and port to bind
   * @param link the interface that multicast leaves by
   * @param via which interface an answer came in by, as far as its sender tells
   */
  record Opening(
      ProbeId probe,
      Expected expected,
      SocketProtocolFamily family,
      InetSocketAddress local,
      Optional<NetworkInterface> link,
      Function<Address, Optional<String>> via) {}

  private final DatagramChannel channel;
  private final Means means;
  private final Opening opening;

  private DatagramPort(DatagramChannel channel, Means means, Opening opening) {
    this.channel = channel;
    this.means = means;
    this.opening = opening;
  }

  private static DatagramChannel channel(Means means, Opening opening) throws SocketException {
    try {
      return means.transport().datagram(opening.family());
    } catch (ChannelException e) { // no descriptor is left
      SocketException failure = new SocketException(e.getMessage());
      failure.initCause(e);
      throw failure;
    }
  }

  /**
   * Opens and binds. On the edge's own thread that is done at once; another caller is blocked until
   * it is.
   *
   * @throws SocketException if the port cannot be bound
   */
  static DatagramPort open(Means means, Opening opening) throws SocketException {
    DatagramChannel channel = channel(means, opening);
    DatagramPort port = new DatagramPort(channel, means, opening);
    channel.config().setOption(ChannelOption.SO_REUSEADDR, true);
    channel.config().setOption(ChannelOption.SO_BROADCAST, true);
    channel.config().setOption(ChannelOption.SO_RCVBUF, SOCKET_BUFFER);
    channel.config().setRecvByteBufAllocator(new FixedRecvByteBufAllocator(RECEIVE_BYTES));
    opening
        .link()
        .ifPresent(
            nic -> {
              channel.config().setOption(ChannelOption.IP_MULTICAST_IF, nic);
              channel.config().setOption(ChannelOption.IP_MULTICAST_TTL, 1);
            });
    channel.pipeline().addLast(port.new Reader());
    ChannelFuture registered = means.loop().register(channel).awaitUninterruptibly();
    ChannelFuture bound =
        registered.isSuccess() ? channel.bind(opening.local()).awaitUninterruptibly() : registered;
    if (!bound.isSuccess()) {
      channel.close();
      SocketException failure = new SocketException(bound.cause().getMessage());
      failure.initCause(bound.cause());
      throw failure;
    }
    return port;
  }

  /**
   * One more of its kind, which gets a port that nobody knows; blocks nobody, so to be called on
   * the edge's own thread. Empty where the protocol's answers go to a fixed port.
   *
   * @throws SocketException if no socket is to be had
   */
  Optional<DatagramPort> another() throws SocketException {
    return opening.local().getPort() == 0 ? Optional.of(open(means, opening)) : Optional.empty();
  }

  /** Joins a multicast group on one interface; says whether it worked. */
  boolean join(InetAddress group, NetworkInterface nic) {
    return channel
        .joinGroup(new InetSocketAddress(group, 0), nic)
        .awaitUninterruptibly()
        .isSuccess();
  }

  /** Sends to a whole link; answers come as strays. */
  void call(InetAddress group, Ask.Datagram ask) {
    means.counters().add("sent.multicasts", 1);
    send(new InetSocketAddress(group, ask.port()), ask);
  }

  /**
   * Sends to one host and waits for what it says.
   *
   * @param patient whether it is known to live
   */
  void ask(Address host, Ask.Datagram ask, boolean patient, Ear ear) {
    boolean all = patient || ask.listen().compareTo(DARK) <= 0;
    attempt(host, opening.expected().add(host, ask, this, ear), all, 1);
  }

  private void attempt(Address host, Expected.Waiting mine, boolean patient, int turn) {
    means.counters().add("sent.datagrams", 1);
    long sent = System.nanoTime();
    send(Addresses.socket(host, mine.ask().port()), mine.ask())
        .addListener(
            f -> {
              if (!f.isSuccess()) {
                notSent(host, mine, f.cause(), patient, turn);
              } else if (patient) {
                later(mine.ask().listen(), () -> giveUp(host, mine, sent, true));
              } else {
                later(DARK, () -> leave(host, mine, sent));
              }
            });
  }

  private void later(Duration wait, Runnable what) {
    channel.eventLoop().schedule(what, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private ChannelFuture send(InetSocketAddress to, Ask.Datagram ask) {
    return channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(ask.payload()), to));
  }

  private void notSent(
      Address host, Expected.Waiting mine, Throwable cause, boolean patient, int turn) {
    LocalTrouble trouble = LocalTrouble.of(cause);
    String message = String.valueOf(cause.getMessage());
    boolean path = trouble == LocalTrouble.OTHER && message.contains("o route to host");
    means.counters().add(path ? "path.unreachable" : trouble.counter(), 1);
    if (!path && trouble.passes() && turn < LOCAL_TRIES) {
      means.counters().add("retried.local", 1);
      later(Duration.ofMillis(50L * turn), () -> attempt(host, mine, patient, turn + 1));
      return;
    }
    opening.expected().remove(host, mine);
    String reason = path ? "unreachable" : "not-sent: " + message;
    mine.ear().heard(new Heard.Refused(Optional.of(mine.ask()), host, now(), reason, false));
    mine.ear().ended();
  }

  /** Whoever asks is told that nothing came; what comes yet is heard as the answer that it is. */
  private void leave(Address host, Expected.Waiting mine, long sent) {
    Duration rest = mine.ask().listen().minus(DARK);
    boolean late = !mine.answered() && isLate(DARK);
    if (late || mine.answered() || mine.ear().isPatient()) {
      means.counters().add("waited.late", late ? 1 : 0);
      later(rest, () -> giveUp(host, mine, sent, true));
      return;
    }
    opening.expected().leave(mine);
    long now = System.nanoTime();
    later(rest, () -> forget(host, mine, now));
    mine.ear().heard(nothing(host, mine, sent));
    mine.ear().ended();
  }

  /** A late answer can be lost in this machine as well as one in time. */
  private void forget(Address host, Expected.Waiting mine, long left) {
    if (opening.expected().remove(host, mine) && !mine.answered() && droppedSince(left)) {
      mine.ear().heard(nothing(host, mine, left));
    }
  }

  private boolean isLate(Duration wait) {
    return means.lag().recentMillis() > Math.max(wait.toMillis() / 2, 50);
  }

  /** Waiting ends; but where this thread was held up, what came meanwhile is read first. */
  private void giveUp(Address host, Expected.Waiting mine, long sent, boolean first) {
    if (first && !mine.answered() && isLate(mine.ask().listen())) {
      means.counters().add("waited.late", 1);
      later(mine.ask().listen(), () -> giveUp(host, mine, sent, false));
      return;
    }
    if (!opening.expected().remove(host, mine)) {
      return;
    }
    if (!mine.answered()) {
      mine.ear().heard(nothing(host, mine, sent));
    }
    mine.ear().ended();
  }

  /** Nothing was heard: that is silence only if this machine threw nothing away meanwhile. */
  private Heard nothing(Address host, Expected.Waiting mine, long sent) {
    Optional<Ask> asked = Optional.of(mine.ask());
    if (!droppedSince(sent)) {
      return new Heard.Silence(asked, host, now());
    }
    means.counters().add("unheard.waits", 1);
    return new Heard.Refused(
        asked, host, now(), Heard.Refused.UNHEARD + ": datagrams were dropped meanwhile", false);
  }

  /** Whether the kernel threw away some of what came to this socket since then. */
  boolean droppedSince(long nanos) {
    return means.drops().since(port(), nanos);
  }

  private void dispatch(InetSocketAddress sender, byte[] bytes) {
    Address from = heard(sender.getAddress());
    Optional<Expected.Waiting> answers = opening.expected().from(from, this, bytes);
    Heard.Reply reply =
        new Heard.Reply(
            answers.map(Expected.Waiting::ask),
            from,
            Endpoint.udp(Math.max(1, sender.getPort())),
            opening.via().apply(from),
            now(),
            bytes,
            false,
            List.of(),
            Optional.empty());
    means.counters().add("heard.datagrams", 1);
    if (answers.isPresent()) {
      answers.get().count();
      answers.get().ear().heard(reply);
    } else if (opening.expected().hearsStray(from)) {
      means.strays().heard(opening.probe(), reply);
    } else {
      means.counters().add("dropped.flood", 1);
    }
  }

  /** A socket that is bound to one link hears that link, even where the system does not say so. */
  private Address heard(InetAddress sender) {
    Address from = Addresses.of(sender);
    return from.zone().isEmpty()
        ? opening.link().map(n -> from.on(n.getName())).orElse(from)
        : from;
  }

  private java.time.Instant now() {
    return means.clock().instant();
  }

  ProbeId probe() {
    return opening.probe();
  }

  /** The local port; 0 once closed. */
  int port() {
    return channel.localAddress() == null ? 0 : channel.localAddress().getPort();
  }

  void close() {
    channel.close();
  }

  private final class Reader extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      byte[] bytes = new byte[packet.content().readableBytes()];
      packet.content().readBytes(bytes);
      dispatch(packet.sender(), bytes);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      means.counters().add("udp.errors", 1); // such as a port-unreachable message; it goes on
    }
  }
}
