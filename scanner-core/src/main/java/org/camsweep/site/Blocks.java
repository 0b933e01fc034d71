package org.camsweep.site;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Addresses as people write them: a block, one address, or a range. Names are not resolved. */
final class Blocks {
  private static final String CURE = "write 10.0.0.0/24, 10.0.0.7 or 10.0.0.1-10.0.0.20";

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
    int dash = word.indexOf('-');
    return dash < 0 ? List.of(block(word)) : range(word, word.indexOf('/'), dash);
  }

  /** One block or address. */
  static Cidr block(String word) {
    int slash = word.indexOf('/');
    InetAddress address = address(slash < 0 ? word : word.substring(0, slash));
    int bits = address.getAddress().length * 8;
    if (slash < 0) {
      return new Cidr(address, bits);
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
    byte[] base = address.getAddress();
    for (int bit = prefix; bit < bits; bit++) {
      base[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    Cidr block = new Cidr(Cidr.plain(base), prefix);
    if (!block.base().equals(address)) {
      throw new IllegalArgumentException("'" + word + "' has host bits set; write " + block);
    }
    return block;
  }

  private static InetAddress address(String word) {
    InetAddress address;
    try {
      address = Cidr.address(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + word + "' is not an IPv4 or IPv6 address; " + CURE, e);
    }
    if (word.contains(":") && address.getAddress().length == 4) {
      throw new IllegalArgumentException(
          "'" + word + "' is IPv4 in IPv6 clothes; write " + address.getHostAddress());
    }
    return address;
  }

  private static List<Cidr> range(String word, int slash, int dash) {
    if (slash >= 0) {
      throw new IllegalArgumentException("'" + word + "' mixes a range and a block; " + CURE);
    }
    InetAddress first = address(word.substring(0, dash));
    InetAddress last = address(word.substring(dash + 1));
    if (first.getAddress().length != last.getAddress().length) {
      throw new IllegalArgumentException(
          "'" + word + "' goes from one address family to the other; " + CURE);
    }
    BigInteger from = new BigInteger(1, first.getAddress());
    BigInteger to = new BigInteger(1, last.getAddress());
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "range "
              + word
              + " runs backwards; write "
              + last.getHostAddress()
              + "-"
              + first.getHostAddress());
    }
    return cover(from, to, first.getAddress().length * 8);
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
      blocks.add(new Cidr(Cidr.plain(bytes(at, bits / 8)), bits - free));
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
      if (kept.isEmpty() || !kept.get(kept.size() - 1).overlaps(block)) {
        kept.add(block);
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
