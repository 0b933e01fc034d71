package org.camsweep.net;

import io.netty.channel.socket.SocketProtocolFamily;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;

/**
 * The datagram sockets of a scan. A probe has, for each family: one to ask single hosts by; one
 * bound to its fixed port and joined to its groups on every link, if it has such; and one for each
 * interface to call the link by, bound to the interface's own address, so that the call leaves
 * there and nowhere else. A socket that cannot be bound is said, never read as nobody being there.
 */
final class Sockets {
  private final DatagramPort.Means means;
  private final List<Nic> nics;
  private final Map<ProbeId, Expected> expected = new HashMap<>();
  private final Map<String, DatagramPort> unicast = new ConcurrentHashMap<>();
  private final List<DatagramPort> all = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final OwnSockets own = new OwnSockets(Descriptors.ownSockets());
  private final Set<Address> flooders = ConcurrentHashMap.newKeySet();
  private final List<String> trouble = new ArrayList<>();
  private final TreeSet<String> listening = new TreeSet<>();

  Sockets(DatagramPort.Means means, List<Nic> nics) {
    this.means = means;
    this.nics = List.copyOf(nics);
  }

  List<Nic> nics() {
    return nics;
  }

  List<String> listening() {
    return List.copyOf(listening);
  }

  List<String> trouble() {
    return List.copyOf(trouble);
  }

  /** Opens what a probe needs to ask single hosts and to hear announcements. */
  void open(Probe probe) {
    for (boolean six : new boolean[] {false, true}) {
      Optional<DatagramPort> fixed =
          probe.listening().flatMap(listening -> openFixed(probe, listening, six));
      boolean asksFrom = probe.listening().map(Probe.Listening::asksFrom).orElse(false);
      if (probe instanceof Probe.Unicast) {
        Optional<DatagramPort> port = asksFrom ? fixed : Optional.empty();
        if (!asksFrom) {
          port = open(opening(probe, Addresses.any(six), 0, Optional.empty()), probe + "");
        }
        port.ifPresent(p -> unicast.put(key(probe.id(), six), p));
      }
    }
  }

  /** The socket to ask a host by, if there is one. */
  Optional<DatagramPort> forHost(ProbeId probe, Address host) {
    return Optional.ofNullable(unicast.get(key(probe, !host.isV4())));
  }

  /** The sockets for one question each. */
  OwnSockets own() {
    return own;
  }

  private Optional<DatagramPort> openFixed(Probe probe, Probe.Listening listens, boolean six) {
    List<String> groups = listens.groups().stream().filter(g -> g.contains(":") == six).toList();
    boolean wanted = !groups.isEmpty() || !six || listens.asksFrom();
    boolean needed = !nics.isEmpty() || (listens.asksFrom() && probe instanceof Probe.Unicast);
    if (!wanted || !needed) {
      return Optional.empty();
    }
    String what = probe.id() + " on UDP port " + listens.port() + (six ? " (IPv6)" : "");
    Optional<DatagramPort> port =
        open(opening(probe, Addresses.any(six), listens.port(), Optional.empty()), what);
    port.ifPresent(p -> joinAll(p, groups, what, six));
    return port;
  }

  private void joinAll(DatagramPort port, List<String> groups, String what, boolean six) {
    for (Nic nic : nics) {
      if ((six ? nic.v6() : nic.v4()).isEmpty()) {
        continue;
      }
      boolean joined = true;
      for (String group : groups) {
        joined &= port.join(Addresses.group(group, nic), nic.device());
      }
      if (joined) {
        listening.add(nic.name() + ": " + what);
      } else {
        trouble.add(nic.name() + ": could not join the group of " + what);
      }
    }
  }

  /** Opens the socket that a probe calls one link by. */
  Optional<DatagramPort> forLink(Probe.Multicast probe, Nic nic, Address own) {
    int port =
        probe.listening().filter(Probe.Listening::asksFrom).map(Probe.Listening::port).orElse(0);
    String what = nic.name() + ": " + probe.id() + (own.isV4() ? " IPv4" : " IPv6");
    Optional<DatagramPort> opened = open(opening(probe, own, port, Optional.of(nic)), what);
    opened.ifPresent(p -> listening.add(what));
    return opened;
  }

  private Optional<DatagramPort> open(DatagramPort.Opening opening, String what) {
    try {
      DatagramPort port = DatagramPort.open(means, opening);
      all.add(port);
      return Optional.of(port);
    } catch (SocketException e) {
      trouble.add(what + " was not run: " + e.getMessage());
      return Optional.empty();
    }
  }

  private DatagramPort.Opening opening(Probe probe, Address local, int port, Optional<Nic> nic) {
    boolean six = !local.isV4();
    return new DatagramPort.Opening(
        probe.id(),
        expected.computeIfAbsent(probe.id(), id -> new Expected(flooders)),
        six ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET,
        Addresses.socket(local, port),
        nic.map(Nic::device),
        from -> nic.map(Nic::name).or(() -> linkOf(from)));
  }

  private Optional<String> linkOf(Address from) {
    return nics.stream().filter(n -> n.onLink(from)).map(Nic::name).findFirst();
  }

  /** Whether the kernel threw away some of what came to a probe's sockets since then. */
  boolean droppedSince(ProbeId probe, long nanos) {
    return all.stream().anyMatch(p -> p.probe().equals(probe) && p.droppedSince(nanos));
  }

  /** Whether an answer may still come to a question whose asker was told that nothing came. */
  boolean awaitsLate() {
    return expected.values().stream().anyMatch(Expected::awaitsLate);
  }

  /** Whether the host answered a question more often than is heard. */
  boolean hasFlooded(Address host) {
    return flooders.contains(host);
  }

  /** The local ports of all. */
  Set<Integer> ports() {
    return Stream.concat(all.stream(), own.open().stream())
        .map(DatagramPort::port)
        .collect(Collectors.toSet());
  }

  void close() {
    all.forEach(DatagramPort::close);
    own.open().forEach(DatagramPort::close);
  }

  private static String key(ProbeId probe, boolean six) {
    return probe.name() + (six ? "/6" : "/4");
  }
}
