package org.camsweep.net;

import io.netty.buffer.Unpooled;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;

/**
 * One bound UDP socket of one probe and family, shared by all hosts it asks. Replies are matched by
 * the sender's address alone, since devices answer from any port; what matches no waiting question
 * is a stray, never dropped. Touched only on the edge's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send or close ends in the time-out
final class DatagramPort {
  /** A datagram is at most 65,535 bytes; a smaller buffer would cut it without a word. */
  private static final int RECEIVE_BYTES = 65_535;

  private static final int SOCKET_BUFFER = 4 * 1024 * 1024;

  /** More replies than this to one question are counted, not heard: a device may not flood. */
  static final int MAX_REPLIES = 32;

  /** Strays from more senders than this are counted, not heard. */
  private static final int MAX_SENDERS = 65_536;

  private final DatagramChannel channel;
  private final ProbeId probe;
  private final Function<InetAddress, Optional<String>> via;
  private final Stray strays;
  private final Counters counters;
  private final Clock clock;
  private final Map<InetAddress, List<Waiting>> waiting = new HashMap<>();
  private final Map<InetAddress, Integer> strayCounts = new HashMap<>();

  private static final class Waiting {
    private final Ask.Datagram ask;
    private final Ear ear;
    private int replies;

    private Waiting(Ask.Datagram ask, Ear ear) {
      this.ask = ask;
      this.ear = ear;
    }
  }

  /** What a port is opened with. */
  record Opening(
      ProbeId probe,
      SocketProtocolFamily family,
      InetSocketAddress local,
      Optional<NetworkInterface> link,
      Function<InetAddress, Optional<String>> via,
      Stray strays,
      Counters counters,
      Clock clock) {}

  private DatagramPort(DatagramChannel channel, Opening opening) {
    this.channel = channel;
    this.probe = opening.probe();
    this.via = opening.via();
    this.strays = opening.strays();
    this.counters = opening.counters();
    this.clock = opening.clock();
  }

  /**
   * Opens and binds; blocks the caller until bound.
   *
   * @throws java.net.SocketException if the port cannot be bound
   */
  static DatagramPort open(EventLoop loop, Transport transport, Opening opening)
      throws java.net.SocketException {
    DatagramChannel channel = transport.datagram(opening.family());
    DatagramPort port = new DatagramPort(channel, opening);
    channel.config().setOption(ChannelOption.SO_REUSEADDR, true);
    channel.config().setOption(ChannelOption.SO_BROADCAST, true);
    channel.config().setOption(ChannelOption.SO_RCVBUF, SOCKET_BUFFER);
    channel.config().setRecvByteBufAllocator(new FixedRecvByteBufAllocator(RECEIVE_BYTES));
    channel.config().setAutoRead(true);
    opening.link().ifPresent(nic -> port.sendFrom(nic));
    channel.pipeline().addLast(port.new Reader());
    ChannelFuture registered = loop.register(channel).awaitUninterruptibly();
    ChannelFuture bound =
        registered.isSuccess() ? channel.bind(opening.local()).awaitUninterruptibly() : registered;
    if (!bound.isSuccess()) {
      channel.close();
      java.net.SocketException failure = new java.net.SocketException(bound.cause().getMessage());
      failure.initCause(bound.cause());
      throw failure;
    }
    return port;
  }

  /** Joins a multicast group on one interface; says whether it worked. */
  boolean join(InetAddress group, NetworkInterface nic) {
    ChannelFuture joined =
        channel.joinGroup(new InetSocketAddress(group, 0), nic).awaitUninterruptibly();
    return joined.isSuccess();
  }

  /** Multicast and broadcast leave by this interface from now on. */
  void sendFrom(NetworkInterface nic) {
    channel.config().setOption(ChannelOption.IP_MULTICAST_IF, nic);
    channel.config().setOption(ChannelOption.IP_MULTICAST_TTL, 1);
  }

  /** Sends to a whole link; answers come as strays. */
  void call(InetAddress group, Ask.Datagram ask) {
    counters.add("sent.multicasts", 1);
    send(group, ask);
  }

  /** Sends to one host and waits for what it says. */
  void ask(InetAddress host, Ask.Datagram ask, Ear ear) {
    counters.add("sent.datagrams", 1);
    Waiting mine = new Waiting(ask, ear);
    waiting.computeIfAbsent(host, h -> new ArrayList<>(1)).add(mine);
    send(host, ask)
        .addListener(
            f -> {
              if (f.isSuccess()) {
                channel
                    .eventLoop()
                    .schedule(
                        () -> giveUp(host, mine), ask.listen().toMillis(), TimeUnit.MILLISECONDS);
              } else {
                notSent(host, mine, f.cause());
              }
            });
  }

  private ChannelFuture send(InetAddress to, Ask.Datagram ask) {
    InetSocketAddress address = new InetSocketAddress(to, ask.port());
    return channel.writeAndFlush(
        new DatagramPacket(Unpooled.wrappedBuffer(ask.payload()), address));
  }

  private void notSent(InetAddress host, Waiting mine, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    boolean path = message.contains("unreachable") || message.contains("No route");
    counters.add(path ? "path.unreachable" : "local.trouble", 1);
    remove(host, mine);
    String reason = path ? "unreachable" : "not-sent: " + message;
    mine.ear.heard(new Heard.Refused(Optional.of(mine.ask), host, clock.instant(), reason, false));
    mine.ear.ended();
  }

  private void giveUp(InetAddress host, Waiting mine) {
    if (!remove(host, mine)) {
      return;
    }
    if (mine.replies == 0) {
      mine.ear.heard(new Heard.Silence(Optional.of(mine.ask), host, clock.instant()));
    }
    mine.ear.ended();
  }

  private boolean remove(InetAddress host, Waiting mine) {
    List<Waiting> all = waiting.getOrDefault(host, new ArrayList<>(0));
    boolean found = all.remove(mine);
    if (all.isEmpty()) {
      waiting.remove(host);
    }
    return found;
  }

  void close() {
    channel.close();
  }

  /** The question that a reply from this host most likely answers: the first without a reply. */
  private Optional<Waiting> waitingFor(InetAddress host) {
    List<Waiting> all = waiting.getOrDefault(host, List.of());
    return all.stream()
        .min(Comparator.comparingInt((Waiting w) -> w.replies))
        .filter(w -> w.replies < MAX_REPLIES);
  }

  private void dispatch(InetSocketAddress sender, byte[] bytes) {
    InetAddress from = sender.getAddress();
    Optional<Waiting> answers = waitingFor(from);
    Heard.Reply reply =
        new Heard.Reply(
            answers.map(w -> w.ask),
            from,
            Endpoint.udp(Math.max(1, sender.getPort())),
            via.apply(from),
            clock.instant(),
            bytes,
            false,
            List.of(),
            Optional.empty());
    counters.add("heard.datagrams", 1);
    if (answers.isPresent()) {
      answers.get().replies++;
      answers.get().ear.heard(reply);
    } else if (strayCounts.size() < MAX_SENDERS
        && strayCounts.merge(from, 1, Integer::sum) <= MAX_REPLIES) {
      strays.heard(probe, reply);
    } else {
      counters.add("dropped.flood", 1);
    }
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
      counters.add("udp.errors", 1); // for example a port-unreachable message; the socket goes on
    }
  }
}
