package org.camsweep.lab;

import java.util.List;

/** Network cards and addresses of machines on which many devices stand. */
final class ManyCards {
  private ManyCards() {}

  /** Every device has a card of its own on the scanner's link; none answers for another. */
  static void cards(Netns host, int first, int count) {
    StringBuilder script = new StringBuilder("set -e; ");
    quiet(script);
    for (int i = 0; i < count; i++) {
      String mac = "02:ad:%02x:00:00:%02x".formatted(first + i, first + i);
      script.append(
          ("ip link add m%1$d link eth0 address %2$s type macvlan mode bridge;"
                  + " ip addr add %3$s/24 brd + dev m%1$d; ip link set m%1$d up; ")
              .formatted(i, mac, Segment.SITE.address(first + i)));
    }
    anothersName(script, Segment.SITE, AdversaryAddresses.OPEN);
    anothersName(script, Segment.SITE, AdversaryAddresses.RESTRICTED);
    host.must("sh", "-c", script.toString());
  }

  /** Behind the router one card is enough: no hardware address is seen there. */
  static void addresses(Netns host, int first, int count) {
    StringBuilder script = new StringBuilder("set -e; ");
    for (int i = 0; i < count; i++) {
      script.append("ip addr add %s/24 dev eth0; ".formatted(Segment.FAR.address(first + i)));
    }
    anothersName(script, Segment.FAR, AdversaryAddresses.OPEN);
    script.append("echo 1 > /proc/sys/net/ipv4/conf/all/arp_ignore");
    host.must("sh", "-c", script.toString());
  }

  /**
   * A device that is gone after one answer: from the first connection to its page on, the kernel
   * takes nothing new for its address. No process has to be quick enough for that.
   */
  static void goneAfterOneAnswer(Netns host) {
    host.must(
        "nft",
        """
        table inet falling {
          set gone { type ipv4_addr; flags dynamic; size 64; }
          chain arriving {
            type filter hook input priority 0;
            ip daddr @gone meta l4proto { icmp, udp } drop
            ip daddr @gone tcp flags & (syn | ack) == syn drop
            tcp dport 80 tcp flags & (syn | ack) == syn add @gone { ip daddr }
          }
        }
        """);
  }

  /** So that it may send in an honest camera's name. */
  private static void anothersName(StringBuilder script, Segment segment, int number) {
    script.append("ip addr add %s/32 dev lo; ".formatted(segment.address(number)));
  }

  private static void quiet(StringBuilder script) {
    for (String one : List.of("all", "default", "eth0")) {
      script.append("echo 1 > /proc/sys/net/ipv4/conf/%s/arp_ignore; ".formatted(one));
      script.append("echo 2 > /proc/sys/net/ipv4/conf/%s/arp_announce; ".formatted(one));
      script.append("echo 0 > /proc/sys/net/ipv4/conf/%s/rp_filter; ".formatted(one));
      script.append("echo 1 > /proc/sys/net/ipv6/conf/%s/disable_ipv6; ".formatted(one));
    }
  }
}
