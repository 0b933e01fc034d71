package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * One link whose cameras have no IPv4 at all: a link-local address and one of {@code fd79:1::/64}.
 * The scanner has IPv4 too, for the one camera that speaks both; a router counts what it is handed
 * for places outside the site.
 */
final class SixSite implements AutoCloseable {
  static final String LINK = "fe80::/64%eth0";
  static final String BLOCK = "fd79:1::/64";
  static final String BLOCK_4 = "10.79.1.0/26";
  static final String BROADCAST_4 = "10.79.1.255";
  private static final int SCANNER = 2;
  private static final Duration START_LIMIT = Duration.ofSeconds(40);

  private static final String ROUTER_RULES =
      """
      table inet lab {
        set outside { type ipv4_addr . ipv4_addr . inet_proto; flags dynamic; size 4096; }
        set outside6 { type ipv6_addr . ipv6_addr . inet_proto; flags dynamic; size 4096; }
        chain arriving {
          type filter hook prerouting priority raw;
          ip daddr { 10.79.1.0/24, 224.0.0.0/4, 255.255.255.255 } accept
          ip6 daddr { fd79:1::/64, fe80::/10, ff00::/8 } accept
          add @outside { ip saddr . ip daddr . ip protocol }
          add @outside6 { ip6 saddr . ip6 daddr . meta l4proto }
          drop
        }
      }
      """;

  private final Path folder;
  private final Process guard;
  private final String prefix;
  private final Netns bridge;
  private final Netns router;
  private final Netns scanner;
  private final Map<String, Netns> hosts = new LinkedHashMap<>();
  private final Map<Process, SixCameras> servers = new LinkedHashMap<>();
  private final Map<String, Path> logs = new LinkedHashMap<>();

  private SixSite() {
    Leftovers.endDead();
    this.guard = Leftovers.guard();
    this.prefix = Leftovers.prefix() + "six-";
    this.folder = Path.of("target", "lab", prefix + "peers").toAbsolutePath();
    this.bridge = Netns.make(prefix + "bridge");
    bridge.must("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6");
    bridge.must("sh", "-c", "ip link add site type bridge mcast_snooping 0; ip link set site up");
    this.router = plugged("router", 1);
    router.must("nft", ROUTER_RULES);
    this.scanner = plugged("scanner", SCANNER);
    for (Netns each : List.of(router, scanner)) {
      int number = each == router ? 1 : SCANNER;
      each.must("ip", "addr", "add", address4(number) + "/24", "brd", "+", "dev", "eth0");
    }
    scanner.must(
        "sh",
        "-c",
        "ip route add default via %s; ip -6 route add default via %s"
            .formatted(address4(1), address(1)));
  }

  /** The site with all its cameras, ready. */
  static SixSite open() {
    SixSite site = new SixSite();
    try {
      SixCameras.all().forEach(site::start);
      site.awaitReady();
      return site;
    } catch (RuntimeException e) {
      site.close();
      throw e;
    }
  }

  static String mac(int number) {
    return "02:79:01:00:00:%02x".formatted(number);
  }

  /** The unique local address of a host. */
  static String address(int number) {
    return "fd79:1::" + Integer.toHexString(number);
  }

  /** The link-local address that the kernel makes from the hardware address. */
  static String linkLocal(int number) {
    return "fe80::79:1ff:fe00:" + Integer.toHexString(number);
  }

  static String address4(int number) {
    return "10.79.1." + number;
  }

  Netns scanner() {
    return scanner;
  }

  /** What the router was handed for addresses outside the site by the scanner. */
  List<String> outside() {
    return PacketSet.read(router, "lab", "outside", "outside6");
  }

  String log(SixCameras camera) {
    try {
      return Files.readString(logs.get(camera.label()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Netns plugged(String name, int number) {
    Netns host = Netns.make(prefix + name);
    Command.must(
        ("ip link add eth0 address " + mac(number) + " netns " + host.name())
            .concat(" type veth peer name p" + number + " netns " + bridge.name())
            .split(" ", -1));
    bridge.must("sh", "-c", "ip link set p%1$d master site up".formatted(number));
    host.must("sh", "-c", "ip addr add " + address(number) + "/64 dev eth0 nodad");
    host.must("ip", "link", "set", "eth0", "up");
    return host;
  }

  private void start(SixCameras camera) {
    Netns host = plugged(camera.label(), camera.number());
    hosts.put(camera.label(), host);
    if (camera.isDualStack()) {
      host.must("ip", "addr", "add", address4(camera.number()) + "/24", "dev", "eth0");
    }
    PeerFolder own = new PeerFolder(folder, camera.label(), "[::]", address(camera.number()));
    logs.put(camera.label(), own.log());
    camera.rules().ifPresent(rules -> host.must("nft", rules));
    await(
        "the link-local address of " + camera,
        () ->
            host.must("ip", "-6", "addr", "show", "dev", "eth0", "scope", "link")
                .contains(linkLocal(camera.number())));
    for (List<String> command : camera.commands(own)) {
      servers.put(host.start(own.log(), command), camera);
    }
  }

  private void awaitReady() {
    for (SixCameras camera : SixCameras.all()) {
      for (Peer.Port port : camera.ports()) {
        await(camera + " " + port, () -> isOpen(camera, port));
      }
    }
  }

  private boolean isOpen(SixCameras camera, Peer.Port port) {
    return servers.keySet().stream()
        .filter(process -> servers.get(process) == camera)
        .anyMatch(p -> hosts.get(camera.label()).listens(p, port.kind(), port.number()));
  }

  private void await(String what, java.util.function.BooleanSupplier so) {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(what + " did not come; see " + folder);
      }
      LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
    }
  }

  @Override
  public void close() {
    List<Netns> all = new ArrayList<>(hosts.values());
    all.addAll(List.of(scanner, router, bridge));
    all.forEach(Netns::end);
    guard.destroy();
  }
}
