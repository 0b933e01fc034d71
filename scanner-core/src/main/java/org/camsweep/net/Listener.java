package org.camsweep.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;

/**
 * The edge with its mouth shut: ports are bound and read, and there is no code to send by. Where
 * groups are joined, the kernel itself tells the link so (IGMP, MLD); where they are not, nothing
 * at all leaves, and only what reaches this machine anyway is heard.
 */
public final class Listener implements AutoCloseable {
  private final Transport transport = Transport.best();
  private final EventLoopGroup group = transport.group();
  private final EventLoop loop = group.next();
  private final Clock clock = Clock.systemUTC();
  private final Counters counters = new Counters();
  private final List<QuietPort> ports = new ArrayList<>();
  private final List<String> trouble = new ArrayList<>();
  private final TreeSet<String> listening = new TreeSet<>();
  private final List<Nic> nics;
  private final List<Nic> others;
  private final boolean joins;
  private final Stray heard;

  /**
   * @param nics the interfaces to listen on
   * @param joins whether multicast groups are joined
   * @param heard called on the listener's own thread: must not block
   */
  public Listener(List<Nic> nics, boolean joins, Stray heard) {
    this.nics = List.copyOf(nics);
    this.joins = joins;
    this.heard = heard;
    this.others = Nic.usable().stream().filter(n -> !named(n)).toList();
  }

  private boolean named(Nic nic) {
    return nics.stream().anyMatch(n -> n.name().equals(nic.name()));
  }

  /** Opens every port where the probe can be overheard. Blocks until bound. */
  public void open(Probe probe) {
    for (Probe.Listening place : probe.overheard()) {
      open(probe.id(), place, false);
      open(probe.id(), place, true);
    }
  }

  private void open(ProbeId probe, Probe.Listening place, boolean six) {
    List<String> groups = place.groups().stream().filter(g -> g.contains(":") == six).toList();
    if (six && groups.isEmpty()) {
      return; // without a group there is nothing to overhear: IPv6 has no broadcast
    }
    String what = probe + " on UDP port " + place.port() + (six ? " (IPv6)" : "");
    try {
      QuietPort port =
          QuietPort.open(
              transport, loop, six, place.port(), (from, bytes) -> hear(probe, from, bytes));
      ports.add(port);
      nics.forEach(nic -> join(port, nic, groups, what, six));
    } catch (SocketException e) {
      trouble.add(what + " was not run: " + e.getMessage());
    }
  }

  private void join(QuietPort port, Nic nic, List<String> groups, String what, boolean six) {
    if ((six ? nic.v6() : nic.v4()).isEmpty()) {
      trouble.add(nic.name() + ": " + what + " was not run: the interface has no such address");
      return;
    }
    boolean joined = true;
    if (joins) {
      for (String one : groups) {
        joined &= port.join(Addresses.group(one, nic), nic.device());
      }
    }
    if (joined) {
      listening.add(nic.name() + ": " + what);
    } else {
      trouble.add(nic.name() + ": " + what + " was not run: its group could not be joined");
    }
  }

  private void hear(ProbeId probe, InetSocketAddress sender, byte[] bytes) {
    Address from = Addresses.of(sender.getAddress());
    counters.add("heard.datagrams", 1);
    Optional<String> via = nics.stream().filter(n -> n.onLink(from)).map(Nic::name).findFirst();
    if (via.isEmpty() && others.stream().anyMatch(n -> n.onLink(from))) {
      counters.add("heard.other-interface", 1); // the socket hears all links of this machine
      return;
    }
    heard.heard(
        probe,
        new Heard.Reply(
            Optional.empty(),
            from,
            Endpoint.udp(Math.max(1, sender.getPort())),
            via.or(from::zone),
            clock.instant(),
            bytes,
            false,
            List.of(),
            Optional.empty()));
  }

  public Instant now() {
    return clock.instant();
  }

  public Counters counters() {
    return counters;
  }

  /** The interfaces, protocols and families that really listen. */
  public List<String> listening() {
    return List.copyOf(listening);
  }

  /** Adds what the kernel dropped for want of reading, where it tells; before {@link #close}. */
  public void countDrops() {
    KernelDrops.count()
        .ifPresentOrElse(
            n -> counters.add("dropped.kernel", n), () -> counters.add("dropped.not-told", 1));
  }

  /** What does not listen, in plain words. */
  public List<String> trouble() {
    return List.copyOf(trouble);
  }

  @Override
  public void close() {
    ports.forEach(QuietPort::close);
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3_000);
  }
}
