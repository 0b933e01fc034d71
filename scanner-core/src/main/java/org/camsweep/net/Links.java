package org.camsweep.net;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketProtocolFamily;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;

/**
 * The links that the scope admits, and the sockets that multicast questions leave by: one for each
 * interface and family, bound to the interface's own address, so that every link is asked and the
 * report can say which one answered.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send or close ends in the time-out
public final class Links implements AutoCloseable {
  /** What the edge lends. */
  record Means(EventLoop loop, Transport transport, Stray strays, Counters counters, Clock clock) {}

  /** Pause between two questions of one probe on one link. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final List<Nic> nics;
  private final Means means;
  private final List<DatagramPort> open = new ArrayList<>();
  private final List<String> trouble = new ArrayList<>();
  private final TreeSet<String> listening = new TreeSet<>();

  Links(List<Nic> nics, Means means) {
    this.nics = nics;
    this.means = means;
  }

  public List<Nic> nics() {
    return nics;
  }

  /** The interfaces and families that really listened, for example {@code eth0 IPv4 wsd}. */
  public List<String> listening() {
    return List.copyOf(listening);
  }

  /** What did not work, in plain words. */
  public List<String> trouble() {
    return List.copyOf(trouble);
  }

  /**
   * Asks everybody on every link. Answers come as strays. Blocks until the sockets are open, not
   * until the questions are sent.
   *
   * @return how long the questions take to send
   */
  public Duration call(Probe.Multicast probe, Supplier<UUID> messageIds) {
    int most = 0;
    for (Nic nic : nics) {
      for (boolean six : new boolean[] {false, true}) {
        Optional<String> group = probe.group(six);
        Optional<InetAddress> own = six ? nic.v6() : nic.v4();
        if (group.isPresent() && own.isPresent()) {
          most = Math.max(most, callOne(probe, nic, own.get(), group.get(), messageIds.get()));
        }
      }
    }
    return PAUSE.multipliedBy(most);
  }

  private int callOne(
      Probe.Multicast probe, Nic nic, InetAddress own, String group, UUID messageId) {
    boolean six = own instanceof java.net.Inet6Address;
    String what = nic.name() + (six ? " IPv6 " : " IPv4 ") + probe.id();
    try {
      DatagramPort port =
          DatagramPort.open(
              means.loop(),
              means.transport(),
              new DatagramPort.Opening(
                  probe.id(),
                  six ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET,
                  new InetSocketAddress(own, 0),
                  Optional.of(nic.device()),
                  from -> Optional.of(nic.name()),
                  means.strays(),
                  means.counters(),
                  means.clock()));
      open.add(port);
      listening.add(what);
      List<Ask.Datagram> asks = probe.call(messageId);
      InetAddress to = Addresses.group(group, nic);
      for (int i = 0; i < asks.size(); i++) {
        Ask.Datagram ask = asks.get(i);
        means
            .loop()
            .schedule(() -> port.call(to, ask), PAUSE.toMillis() * i, TimeUnit.MILLISECONDS);
      }
      return asks.size();
    } catch (SocketException e) {
      trouble.add(what + " was not run: " + e.getMessage());
      return 0;
    }
  }

  @Override
  public void close() {
    open.forEach(DatagramPort::close);
  }
}
