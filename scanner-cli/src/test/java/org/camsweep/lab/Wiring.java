package org.camsweep.lab;

import java.util.List;

/**
 * The lab's cables: two bridges in a namespace of their own, a router between them, and hosts on
 * either side, each with its own namespace, interface and MAC.
 */
final class Wiring {
  /** Number of the scanner on {@link Segment#SITE}. */
  static final int SCANNER = 2;

  /** The router's rules: what it refuses to carry, and where it leaves a connect without answer. */
  private static final String ROUTER_RULES =
      """
      table inet lab {
        set outside { type ipv4_addr . ipv4_addr . inet_proto; flags dynamic; size 4096; }
        set outside6 { type ipv6_addr . ipv6_addr . inet_proto; flags dynamic; size 4096; }
        set live { type ipv4_addr; }
        set live6 { type ipv6_addr; }
        counter refused { }
        chain arriving {
          type filter hook prerouting priority raw;
          ip daddr { %1$s, %2$s, 224.0.0.0/4, 255.255.255.255 } accept
          ip6 daddr { %3$s, %4$s, fe80::/10, ff00::/8 } accept
          add @outside { ip saddr . ip daddr . ip protocol }
          add @outside6 { ip6 saddr . ip6 daddr . meta l4proto }
          counter name refused drop
        }
        chain passing {
          type filter hook forward priority filter;
          oifname "far" ip daddr != @live drop
          oifname "far" ip6 daddr != @live6 drop
        }
      }
      """;

  /** The router is host 1 of either link, the scanner host 2 of its own. */
  private static final String KEEP_APART =
      "cd /sys/class/net/$1/brif && for p in *; do case $p in site1|far1|site2) ;;"
          + " *) echo 1 > $p/isolated;; esac; done";

  private final String prefix;
  private final Netns bridges;
  private final Netns router;
  private final Netns scanner;

  Wiring(String prefix) {
    this.prefix = prefix;
    this.bridges = Netns.make(prefix + "bridges");
    for (Segment segment : Segment.values()) {
      bridges.must("sh", "-c", bridge(segment.link()));
    }
    this.router = Netns.make(prefix + "router");
    for (Segment segment : Segment.values()) {
      plug(router, segment, 1, segment.link());
    }
    router.must("sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
    router.must("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/all/forwarding");
    router.must(
        "nft",
        ROUTER_RULES.formatted(
            Segment.SITE.block(),
            Segment.FAR.block(),
            Segment.SITE.block6(),
            Segment.FAR.block6()));
    this.scanner = host(Segment.SITE, SCANNER, "scanner");
  }

  /** A new host; it is routed to the other segment, and known to the router as alive. */
  Netns host(Segment segment, int number, String name) {
    Netns host = Netns.make(prefix + name);
    plug(host, segment, number, "eth0");
    host.must(
        "sh",
        "-c",
        "ip route add default via %s && ip -6 route add default via %s"
            .formatted(segment.address(1), segment.address6(1)));
    router.must("nft", "add element inet lab live { %s }".formatted(segment.address(number)));
    router.must("nft", "add element inet lab live6 { %s }".formatted(segment.address6(number)));
    return host;
  }

  /** Hosts that stand there without a machine of their own are let through by the router. */
  void live(Segment segment, int from, int to) {
    StringBuilder all = new StringBuilder();
    for (int n = from; n <= to; n++) {
      all.append(n == from ? "" : ", ").append(segment.address(n));
    }
    router.must("nft", "add element inet lab live { %s }".formatted(all));
  }

  Netns scanner() {
    return scanner;
  }

  Netns router() {
    return router;
  }

  /**
   * From now on the switches keep all hosts that stand there apart: each of them reaches the
   * scanner and the router alone, as where a site isolates the ports of its switches.
   */
  void keepApart() {
    for (Segment segment : Segment.values()) {
      bridges.must("sh", "-c", KEEP_APART, "sh", segment.link());
    }
  }

  /**
   * What the router was handed for addresses outside the lab, as {@code from to protocol} lines.
   */
  List<String> outside() {
    return PacketSet.read(router, "lab", "outside", "outside6");
  }

  /** Starts the list of {@link #outside} anew. */
  void forgetOutside() {
    router.must("nft", "flush set inet lab outside; flush set inet lab outside6");
  }

  private static String bridge(String name) {
    return "ip link add %1$s type bridge mcast_snooping 0 && ip link set %1$s up".formatted(name);
  }

  private void plug(Netns host, Segment segment, int number, String device) {
    String port = segment.link() + number;
    Command.must(
        ("ip link add " + device + " address " + segment.mac(number) + " netns " + host.name())
            .concat(" type veth peer name " + port + " netns " + bridges.name())
            .split(" ", -1));
    bridges.must("sh", "-c", "ip link set %s master %s up".formatted(port, segment.link()));
    host.must(
        "sh",
        "-c",
        "ip addr add %2$s/24 brd + dev %1$s && ip addr add %3$s/64 dev %1$s nodad"
                .formatted(device, segment.address(number), segment.address6(number))
            + " && ip link set "
            + device
            + " up");
  }
}
