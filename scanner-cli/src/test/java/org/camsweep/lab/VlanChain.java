package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Three routers in a row: the scanner on the first link, and on the fourth one machine with an
 * address for each maker's search. Each address answers its one search by unicast and drops
 * whatever else it is asked, ICMP too. Every router notes what it is to carry to other places.
 */
final class VlanChain implements AutoCloseable {
  /** The searches that are put to single hosts, in the order of their addresses. */
  static final List<String> KINDS =
      List.of("sadp", "dhip", "xm", "dhold", "vivotek", "foscam", "tplink", "ubiquiti");

  private static final List<Integer> PORTS =
      List.of(37020, 37810, 34569, 5050, 10000, 10000, 20002, 10001);

  static final List<String> SCOPE = List.of("10.80.3.32/27", "fd80:3::20/124");
  static final String BROADCAST = "10.80.0.255";
  private static final int ROUTERS = 3;
  private static final int FIRST = 0x21;
  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  private static final String ROUTER_RULES =
      """
      table inet lab {
        set outside { type ipv4_addr . ipv4_addr . inet_proto; flags dynamic; size 4096; }
        set outside6 { type ipv6_addr . ipv6_addr . inet_proto; flags dynamic; size 4096; }
        counter carried { }
        chain passing {
          type filter hook forward priority filter;
          ip daddr { 10.80.0.2, 10.80.3.32/27 } counter name carried accept
          ip6 daddr { fd80:0::2, fd80:3::20/124 } counter name carried accept
          add @outside { ip saddr . ip daddr . ip protocol }
          add @outside6 { ip6 saddr . ip6 daddr . meta l4proto }
          drop
        }
      }
      """;

  private static final String CAMERA_RULES =
      """
      table inet camera {
        set own { type ipv4_addr . inet_service; elements = { %s } }
        set own6 { type ipv6_addr . inet_service; elements = { %s } }
        chain arriving {
          type filter hook input priority 0;
          iifname "lo" accept
          icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept
          ip daddr . udp dport @own accept
          ip6 daddr . udp dport @own6 accept
          drop
        }
      }
      """;

  private final Process guard;
  private final String prefix;
  private final Path folder;
  private final List<Netns> routers = new ArrayList<>();
  private final Netns scanner;
  private final Netns cameras;
  private final Process answering;

  private VlanChain() {
    Leftovers.endDead();
    this.guard = Leftovers.guard();
    this.prefix = Leftovers.prefix() + "vlan-";
    this.folder = folder(Path.of("target", "lab", prefix + "peers").toAbsolutePath());
    this.scanner = Netns.make(prefix + "scanner");
    for (int n = 0; n < ROUTERS; n++) {
      routers.add(router(n));
    }
    this.cameras = Netns.make(prefix + "cameras");
    link(scanner, "eth0", 2, routers.get(0), "near", 1, 0);
    link(routers.get(0), "far", 1, routers.get(1), "near", 2, 1);
    link(routers.get(1), "far", 1, routers.get(2), "near", 2, 2);
    link(routers.get(2), "far", 1, cameras, "eth0", 2, 3);
    way(scanner, 0, 1);
    way(routers.get(0), 1, 2);
    way(routers.get(1), 2, 2);
    back(routers.get(1), 1);
    back(routers.get(2), 2);
    way(cameras, 3, 1);
    for (int n = 0; n < KINDS.size(); n++) {
      cameras.must("ip", "addr", "add", address(n) + "/24", "dev", "eth0");
      cameras.must("ip", "addr", "add", address6(n) + "/64", "dev", "eth0", "nodad");
    }
    cameras.must("nft", CAMERA_RULES.formatted(own(false), own(true)));
    this.answering = cameras.start(folder.resolve("log"), words());
  }

  static VlanChain open() {
    VlanChain chain = new VlanChain();
    try {
      chain.awaitReady();
      return chain;
    } catch (RuntimeException e) {
      chain.close();
      throw e;
    }
  }

  static String address(int kind) {
    return "10.80.3." + (FIRST + kind);
  }

  static String address6(int kind) {
    return "fd80:3::" + Integer.toHexString(FIRST + kind);
  }

  Netns scanner() {
    return scanner;
  }

  /** What the routers were to carry to other places than the scanner and the scope. */
  List<String> outside() {
    return routers.stream()
        .flatMap(r -> PacketSet.read(r, "lab", "outside", "outside6").stream())
        .toList();
  }

  /** What the last router carried. */
  String carried() {
    return routers.get(ROUTERS - 1).must("nft", "list", "counter", "inet", "lab", "carried");
  }

  /** Which searches were answered, as {@code KIND asker} lines. */
  List<String> answered() {
    try {
      return Files.readAllLines(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Netns router(int number) {
    Netns router = Netns.make(prefix + "router" + number);
    router.must("sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
    router.must("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/all/forwarding");
    router.must("nft", ROUTER_RULES);
    return router;
  }

  private static void link(
      Netns one, String oneName, int oneNumber, Netns two, String twoName, int twoNumber, int net) {
    Command.must(
        ("ip link add " + oneName + " netns " + one.name())
            .concat(" type veth peer name " + twoName + " netns " + two.name())
            .split(" ", -1));
    place(one, oneName, net, oneNumber);
    place(two, twoName, net, twoNumber);
  }

  private static void place(Netns host, String device, int net, int number) {
    host.must(
        "ip", "addr", "add", "10.80." + net + "." + number + "/24", "brd", "+", "dev", device);
    host.must("ip", "addr", "add", "fd80:" + net + "::" + number + "/64", "dev", device, "nodad");
    host.must("ip", "link", "set", device, "up");
  }

  private static void way(Netns host, int net, int number) {
    host.must(
        "sh",
        "-c",
        "ip route add default via 10.80.%1$d.%2$d; ip -6 route add default via fd80:%1$d::%2$d"
            .formatted(net, number));
  }

  /** The way back to the scanner, by the router before. */
  private static void back(Netns router, int net) {
    router.must(
        "sh",
        "-c",
        "ip route add 10.80.0.0/24 via 10.80.%1$d.1; ip -6 route add fd80:0::/64 via fd80:%1$d::1"
            .formatted(net));
  }

  private static String own(boolean six) {
    List<String> all = new ArrayList<>();
    for (int n = 0; n < KINDS.size(); n++) {
      all.add((six ? address6(n) : address(n)) + " . " + PORTS.get(n));
    }
    return String.join(", ", all);
  }

  private static List<String> words() {
    List<String> words =
        new ArrayList<>(List.of("/usr/bin/python3", Cameras.source("vlans/makers.py")));
    for (int n = 0; n < KINDS.size(); n++) {
      words.addAll(List.of(KINDS.get(n), address(n), KINDS.get(n), address6(n)));
    }
    return words;
  }

  private void awaitReady() {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!PORTS.stream().allMatch(p -> cameras.listens(answering, "udp", p))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the cameras did not start: " + answered());
      }
      LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
    }
  }

  private static Path folder(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<Netns> all = new ArrayList<>(routers);
    all.addAll(List.of(scanner, cameras));
    all.forEach(Netns::end);
    guard.destroy();
  }
}
