package org.camsweep.site;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Addresses as people write them: a block, one address, or a range; behind a link-local one of IPv6
 * {@code %} and the interface. Names are not resolved.
 */
final class Blocks {
  private static final String CURE = "write 10.0.0.0/24, 10.0.0.7 or 10.0.0.1-10.0.0.20";

  private static final String ZONE_CURE =
      "write fe80::1%eth0 or fe80::/64%eth0, with this machine's interface at the end";

  private Blocks() {}

  /**
   * The blocks of one word.
   *
   * @throws IllegalArgumentException with the problem and the cure, divided by {@code "; "}
   */
  static List<Cidr> parse(String word) {
    if (word.matches("[\\p{L}_][\\p{L}\\p{N}._-]*")) {
      throw new IllegalArgumentException(
          "'" + word + "' is a name, and names are not looked up; write its address");
    }
    int percent = word.indexOf('%');
    int dash = (percent < 0 ? word : word.substring(0, percent)).indexOf('-');
    return dash < 0
        ? List.of(block(word))
        : zoned(word, plain -> range(plain, plain.indexOf('/'), plain.indexOf('-')));
  }

  /** One block or address. */
  static Cidr block(String word) {
    return zoned(word, plain -> List.of(plainBlock(plain))).get(0);
  }

  /** What is written before the zone, on the link of the zone. */
  private static List<Cidr> zoned(String word, Function<String, List<Cidr>> read) {
    int percent = word.indexOf('%');
    if (percent < 0) {
      return read.apply(word);
    }
    String zone = word.substring(percent + 1);
    if (!Address.isZone(zone)) {
      throw new IllegalArgumentException(
          "'" + word + "' does not end in the name of an interface; " + ZONE_CURE);
    }
    List<Cidr> blocks = read.apply(word.substring(0, percent));
    if (!blocks.stream().allMatch(Cidr::isLinkLocal6)) {
      throw new IllegalArgumentException(
          "'" + word + "' has a zone, which only addresses of fe80::/10 have; remove %" + zone);
    }
    return blocks.stream().map(b -> b.on(zone)).toList();
  }

  /** Small link-local blocks are asked address by address, so they must say on which link. */
  static void refuseUnplaced(Cidr block) {
    if (block.isLinkLocal6() && !block.isSwept() && block.on("eth0").isSwept()) {
      String plain = block.prefix() == 128 ? AddressText.of(block.base()) : block.toString();
      throw new IllegalArgumentException(
          "'"
              + plain
              + "' is another host on every link; write "
              + plain
              + "%eth0 with this machine's interface, or fe80::/64 for what is heard on any link");
    }
  }

  private static Cidr plainBlock(String word) {
    int slash = word.indexOf('/');
    Address address = address(slash < 0 ? word : word.substring(0, slash));
    int bits = address.bits();
    if (slash < 0) {
      return Cidr.only(address);
    }
    String digits = word.substring(slash + 1);
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits) {
      throw new IllegalArgumentException(
          "'/"
              + digits
              + "' is not a prefix length of IPv"
              + (bits == 32 ? "4" : "6")
              + "; use /0 to /"
              + bits);
    }
    int prefix = Integer.parseInt(digits);
    Cidr block = Cidr.around(address, prefix);
    if (!block.base().equals(address)) {
      throw new IllegalArgumentException("'" + word + "' has host bits set; write " + block);
    }
    return block;
  }

  private static Address address(String word) {
    Address address;
    try {
      address = Cidr.address(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + word + "' is not an IPv4 or IPv6 address; " + CURE, e);
    }
    if (word.contains(":") && address.isV4()) {
      throw new IllegalArgumentException(
          "'" + word + "' is IPv4 in IPv6 clothes; write " + address.toString());
    }
    return address;
  }

  private static List<Cidr> range(String word, int slash, int dash) {
    if (slash >= 0) {
      throw new IllegalArgumentException("'" + word + "' mixes a range and a block; " + CURE);
    }
    Address first = address(word.substring(0, dash));
    Address last = address(word.substring(dash + 1));
    if (first.isV4() != last.isV4()) {
      throw new IllegalArgumentException(
          "'" + word + "' goes from one address family to the other; " + CURE);
    }
    BigInteger from = new BigInteger(1, first.bytes());
    BigInteger to = new BigInteger(1, last.bytes());
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "range " + word + " runs backwards; write " + last.toString() + "-" + first.toString());
    }
    return cover(from, to, first.bits());
  }

  /** The fewest blocks that are exactly the range. */
  private static List<Cidr> cover(BigInteger from, BigInteger to, int bits) {
    List<Cidr> blocks = new ArrayList<>();
    BigInteger at = from;
    while (at.compareTo(to) <= 0) {
      int free = at.signum() == 0 ? bits : Math.min(bits, at.getLowestSetBit());
      while (at.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE).compareTo(to) > 0) {
        free--;
      }
      blocks.add(new Cidr(Address.of(bytes(at, bits / 8)), bits - free));
      at = at.add(BigInteger.ONE.shiftLeft(free));
    }
    return blocks;
  }

  private static byte[] bytes(BigInteger value, int length) {
    byte[] raw = value.toByteArray();
    byte[] out = new byte[length];
    int n = Math.min(raw.length, length);
    System.arraycopy(raw, raw.length - n, out, length - n, n);
    return out;
  }

  /** The same addresses without a block that lies in another one, sorted. */
  static List<Cidr> withoutNested(Collection<Cidr> blocks) {
    List<Cidr> kept = new ArrayList<>();
    for (Cidr block : new TreeSet<>(blocks)) {
      boolean nested = !kept.isEmpty() && kept.get(kept.size() - 1).overlaps(block);
      if (!nested && !(block.isLinkLocal6() && kept.stream().anyMatch(block::overlaps))) {
        kept.add(block); // blocks of several links stand between those of one
      }
    }
    return kept;
  }

  /** Whether the blocks together hold every address of {@code inner}. */
  static boolean hold(List<Cidr> blocks, Cidr inner) {
    Optional<Cidr> around =
        blocks.stream()
            .filter(b -> b.contains(inner.base()) && b.prefix() <= inner.prefix())
            .findAny();
    if (around.isPresent()) {
      return true;
    }
    BigInteger held =
        withoutNested(blocks.stream().filter(inner::overlaps).toList()).stream()
            .map(Cidr::size)
            .reduce(BigInteger.ZERO, BigInteger::add);
    return held.equals(inner.size());
  }
}
