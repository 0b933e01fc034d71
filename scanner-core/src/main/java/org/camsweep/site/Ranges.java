package org.camsweep.site;

import java.util.List;
import java.util.stream.Stream;

/** Address ranges by what they are for: IANA's special-purpose registries (RFC 6890). */
final class Ranges {
  /** Private use, link-local, benchmarking and documentation: not reachable on the internet. */
  private static final List<Cidr> PRIVATE =
      parse(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "169.254.0.0/16",
          "198.18.0.0/15",
          "192.0.2.0/24",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "fc00::/7",
          "fe80::/10",
          "2001:db8::/32");

  private static final List<Cidr> NOT_HOSTS =
      parse("0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "ff00::/8", "::/128");

  private static final List<Cidr> LOOPBACK = parse("127.0.0.0/8", "::1/128");

  private Ranges() {}

  static boolean isPrivate(Cidr block) {
    return within(PRIVATE, block);
  }

  static boolean touchesLoopback(Cidr block) {
    return LOOPBACK.stream().anyMatch(block::overlaps);
  }

  static boolean touchesNonHosts(Cidr block) {
    return NOT_HOSTS.stream().anyMatch(block::overlaps);
  }

  static boolean isNonHost(Address address) {
    return NOT_HOSTS.stream().anyMatch(c -> c.contains(address));
  }

  static boolean isLoopback(Address address) {
    return LOOPBACK.stream().anyMatch(c -> c.contains(address));
  }

  static boolean within(List<Cidr> ranges, Cidr block) {
    return ranges.stream().anyMatch(r -> r.prefix() <= block.prefix() && r.contains(block.base()));
  }

  private static List<Cidr> parse(String... blocks) {
    return Stream.of(blocks).map(Cidr::parse).toList();
  }
}
