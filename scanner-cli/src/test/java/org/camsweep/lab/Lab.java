package org.camsweep.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The whole lab, standing: the wiring, every peer, and the scanner's machine. Made once a run, and
 * ended with it.
 */
final class Lab implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(40);

  /** ARP is below the filter, and its IPv6 counterpart passes: the neighbour is seen, and mute. */
  static final String MUTE_RULES =
      """
      table inet mute {
        chain arriving {
          type filter hook input priority 0;
          icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept
          drop
        }
      }
      """;

  /** Some cameras take a Probe by multicast only; the address is the camera's own. */
  private static final String MULTICAST_ONLY =
      """
      table inet discovery {
        chain arriving {
          type filter hook input priority 0;
          ip daddr %s udp dport 3702 drop
        }
      }
      """;

  private final Path folder;
  private final Process guard;
  private final Wiring wiring;
  private final Map<String, Netns> hosts = new LinkedHashMap<>();
  private final Map<Process, Peer> servers = new LinkedHashMap<>();

  private Lab(Path folder) {
    this.folder = folder;
    Leftovers.endDead();
    this.guard = Leftovers.guard();
    this.wiring = new Wiring(Leftovers.prefix());
  }

  /** All peers, in no order that matters. */
  static List<Peer> peers() {
    return Stream.of(Cameras.all(), LoginCameras.all(), Office.all(), List.of(Hostile.POINTER))
        .flatMap(List::stream)
        .toList();
  }

  /** Starts everything and comes back when all of it is ready. */
  static Lab open() {
    Lab lab = new Lab(Path.of("target", "lab", Leftovers.prefix() + "peers").toAbsolutePath());
    try {
      peers().forEach(lab::start);
      lab.mute();
      lab.host(Cameras.GSOAP).must("nft", MULTICAST_ONLY.formatted(Cameras.GSOAP.address()));
      lab.awaitReady();
      return lab;
    } catch (RuntimeException e) {
      lab.close();
      throw e;
    }
  }

  Netns scanner() {
    return wiring.scanner();
  }

  Netns host(Peer peer) {
    return hosts.get(peer.name());
  }

  Wiring wiring() {
    return wiring;
  }

  /** A peer's own folder. */
  Path folder(Peer peer) {
    return folder.resolve(peer.name());
  }

  /** What a peer's servers have printed. */
  String log(Peer peer) {
    try {
      return Files.readString(folder.resolve(peer.name()).resolve("log"));
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }

  private void start(Peer peer) {
    Netns host = wiring.host(peer.segment(), peer.number(), peer.name());
    hosts.put(peer.name(), host);
    PeerFolder own = new PeerFolder(folder, peer.name(), peer.address(), peer.address6());
    peer.prepare().into(own);
    for (List<String> command : peer.commands().apply(own)) {
      servers.put(host.start(own.log(), command), peer);
    }
  }

  private void mute() {
    Netns host = wiring.host(Segment.SITE, Hostile.MUTE_NUMBER, "mute");
    host.must("nft", MUTE_RULES);
  }

  private void awaitReady() {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    List<String> waiting = waiting();
    while (!waiting.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("peers that did not start: " + waiting + logs(waiting));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      waiting = waiting();
    }
  }

  /** What is not ready yet, as {@code peer kind/port}. */
  private List<String> waiting() {
    List<String> waiting = new ArrayList<>();
    for (Peer peer : peers()) {
      List<Process> own =
          servers.keySet().stream().filter(p -> servers.get(p).equals(peer)).toList();
      for (Peer.Port port : peer.ports()) {
        if (own.stream().noneMatch(p -> host(peer).listens(p, port.kind(), port.number()))) {
          waiting.add(peer.name() + " " + port.kind() + "/" + port.number());
        }
      }
    }
    return waiting;
  }

  private String logs(List<String> waiting) {
    StringBuilder text = new StringBuilder();
    for (Peer peer : peers()) {
      if (waiting.stream().anyMatch(w -> w.startsWith(peer.name() + " "))) {
        text.append("\n--- ").append(peer.name()).append('\n').append(log(peer));
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    servers.keySet().forEach(Process::destroyForcibly);
    Leftovers.endOwn();
    guard.destroy();
  }
}
