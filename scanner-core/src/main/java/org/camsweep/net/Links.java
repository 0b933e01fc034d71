package org.camsweep.net;

import io.netty.channel.EventLoop;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/** Calls everybody on the links that the scope admits, by multicast and broadcast. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send is a call that nobody answers
public final class Links {
  /** Pause between two questions of one probe on one link. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final InetAddress EVERYBODY = Cidr.address("255.255.255.255").inet();

  private final EventLoop loop;
  private final Sockets sockets;

  Links(EventLoop loop, Sockets sockets) {
    this.loop = loop;
    this.sockets = sockets;
  }

  public List<Nic> nics() {
    return sockets.nics();
  }

  /** The interfaces, protocols and families that really listened. */
  public List<String> listening() {
    return sockets.listening();
  }

  /** What did not work, in plain words. */
  public List<String> trouble() {
    return sockets.trouble();
  }

  /**
   * Puts a probe's questions on every link. Answers come as strays. Blocks until the sockets are
   * open, not until the questions are sent.
   *
   * @return how long the questions take to send
   */
  public Duration call(Probe.Multicast probe, Supplier<UUID> messageIds) {
    int most = 0;
    for (Nic nic : nics()) {
      for (boolean six : new boolean[] {false, true}) {
        Optional<Address> own = six ? nic.v6() : nic.v4();
        List<InetAddress> to = own.isPresent() ? everybody(probe, nic, six) : List.of();
        if (!to.isEmpty()) {
          most = Math.max(most, callOne(probe, nic, own.get(), to, messageIds.get()));
        }
      }
    }
    return sending(most);
  }

  /**
   * Whether this machine threw away some of what came to a probe's sockets since then, so that an
   * answer to its call may be missing.
   *
   * @param nanos as {@link System#nanoTime} said
   */
  public boolean droppedSince(ProbeId probe, long nanos) {
    return sockets.droppedSince(probe, nanos);
  }

  /** How long so many questions to a link take to send. */
  public static Duration sending(int questions) {
    return PAUSE.multipliedBy(questions);
  }

  private static List<InetAddress> everybody(Probe.Multicast probe, Nic nic, boolean six) {
    List<InetAddress> to = new ArrayList<>();
    probe.group(six).ifPresent(group -> to.add(Addresses.group(group, nic)));
    if (!six && probe.broadcast()) {
      to.add(EVERYBODY);
      to.addAll(nic.broadcasts());
    }
    return to;
  }

  private int callOne(
      Probe.Multicast probe, Nic nic, Address own, List<InetAddress> to, UUID messageId) {
    Optional<DatagramPort> port = sockets.forLink(probe, nic, own);
    if (port.isEmpty()) {
      return 0;
    }
    List<Ask.Datagram> asks = probe.call(messageId, own);
    int sent = 0;
    for (Ask.Datagram ask : asks) {
      for (InetAddress everybody : to) {
        if (everybody instanceof Inet4Address == own.isV4()) {
          long after = PAUSE.toMillis() * asks.indexOf(ask) + sent++;
          loop.schedule(() -> port.get().call(everybody, ask), after, TimeUnit.MILLISECONDS);
        }
      }
    }
    return asks.size();
  }
}
