package org.camsweep.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the scanner's own machine really puts on the wire, counted by its kernel as the packets
 * leave: proof of what was sent that does not ask the scanner.
 */
final class Outbound {
  /** Neighbour discovery is the kernel's own, on the link, and no question to a device. */
  private static final String RULES =
      """
      table inet sent {
        set strays { type ipv4_addr . inet_proto; flags dynamic; size 4096; }
        set strays6 { type ipv6_addr . inet_proto; flags dynamic; size 4096; }
        set asked { type ipv4_addr; flags dynamic; size 65535; }
        set asked6 { type ipv6_addr; flags dynamic; size 65535; }
        set groups { type ipv4_addr . inet_service; flags dynamic; size 1024; }
        set groups6 { type ipv6_addr . inet_service; flags dynamic; size 1024; }
        set echoes6 { type ipv6_addr; flags dynamic; size 1024; }
        set weighed { type ipv4_addr; flags dynamic; size 65535; counter; }
        chain leaving {
          type filter hook output priority filter;
          oifname "lo" accept
          icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-solicit } accept
          icmpv6 type { mld-listener-report, mld2-listener-report, mld-listener-done } accept
          ip daddr { 224.0.0.0/4, 255.255.255.255, %1$s } udp dport 0-65535 \
            add @groups { ip daddr . udp dport }
          ip daddr { 224.0.0.0/4, 255.255.255.255, %1$s } accept
          ip6 daddr ff00::/8 udp dport 0-65535 add @groups6 { ip6 daddr . udp dport }
          ip6 daddr ff00::/8 icmpv6 type echo-request add @echoes6 { ip6 daddr }
          ip6 daddr ff00::/8 accept
          %2$s
          add @strays { ip daddr . ip protocol }
          add @strays6 { ip6 daddr . meta l4proto }
        }
      }
      """;

  private record Counted(
      List<String> strays,
      List<String> asked,
      Map<String, Long> packets,
      List<String> echoes,
      List<String> groups) {}

  private final Netns scanner;
  private final Optional<Counted> counted;

  private Outbound(Netns scanner, Optional<Counted> counted) {
    this.scanner = scanner;
    this.counted = counted;
  }

  /** Counts from now on, against a new scope; earlier counts are gone. */
  static Outbound watch(Netns scanner, List<String> scope) {
    return watch(scanner, scope, Segment.SITE.address(255));
  }

  /**
   * The same on another link.
   *
   * @param broadcast its directed broadcast address
   */
  static Outbound watch(Netns scanner, List<String> scope, String broadcast) {
    StringBuilder admitted = new StringBuilder();
    for (String block : scope) {
      String six = block.contains(":") ? "6" : "";
      admitted.append(
          "%3$sip%1$s daddr %2$s add @asked%1$s { ip%1$s daddr }\nip%1$s daddr %2$s accept\n"
              .formatted(
                  six,
                  block.replaceFirst("%.*", ""),
                  six.isEmpty() ? "ip daddr " + block + " add @weighed { ip daddr }\n" : ""));
    }
    scanner.must("nft", "add table inet sent; delete table inet sent");
    scanner.must("nft", RULES.formatted(broadcast, admitted));
    return new Outbound(scanner, Optional.empty());
  }

  /** What was counted up to now; what is counted later does not change it. */
  Outbound now() {
    return new Outbound(
        scanner, Optional.of(new Counted(strays(), asked(), packets(), echoes(), groups())));
  }

  /** Packets to addresses outside the scope, as {@code to protocol}. */
  List<String> strays() {
    return counted
        .map(Counted::strays)
        .orElseGet(() -> PacketSet.read(scanner, "sent", "strays", "strays6"));
  }

  /** The addresses of the scope that were sent something. */
  List<String> asked() {
    return counted
        .map(Counted::asked)
        .orElseGet(() -> PacketSet.read(scanner, "sent", "asked", "asked6"));
  }

  /** How many packets each IPv4 address of the scope was sent, acknowledgements too. */
  Map<String, Long> packets() {
    return counted
        .map(Counted::packets)
        .orElseGet(() -> PacketSet.counted(scanner, "sent", "weighed"));
  }

  /** The groups that were asked for an echo. */
  List<String> echoes() {
    return counted.map(Counted::echoes).orElseGet(() -> PacketSet.read(scanner, "sent", "echoes6"));
  }

  /** The groups and broadcast addresses that were sent something, as {@code to port}. */
  List<String> groups() {
    return counted
        .map(Counted::groups)
        .orElseGet(() -> PacketSet.read(scanner, "sent", "groups", "groups6"));
  }
}
