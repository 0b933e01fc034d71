package org.camsweep.site;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A block of addresses, IPv4 or IPv6. Never made from a name: no look-up is ever done. A link-local
 * block of IPv6 may be that of one link, and then has the zone of that link; without a zone it is
 * that of every link.
 *
 * @param base first address; host bits are zero; with the block's zone
 * @param prefix 0 to 32 or 0 to 128
 */
public record Cidr(Address base, int prefix) implements Comparable<Cidr> {
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  /** All link-local addresses of IPv6 (RFC 4291 section 2.5.6), of every link. */
  private static final Cidr LINK_LOCAL = parse("fe80::/10");

  public Cidr {
    int bits = base.bits();
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("prefix /" + prefix + " is not from /0 to /" + bits);
    }
    if (!Arrays.equals(masked(base.bytes(), prefix), base.bytes())) {
      throw new IllegalArgumentException(
          AddressText.of(base) + "/" + prefix + " has host bits set");
    }
    if (base.zone().isPresent() && prefix < 10) {
      throw new IllegalArgumentException(
          "/" + prefix + " is more than link-local, so it has no zone");
    }
  }

  /** The block of one address. */
  public static Cidr only(Address address) {
    return new Cidr(address, address.bits());
  }

  /** The smallest block of a prefix length that holds the address. */
  public static Cidr around(Address address, int prefix) {
    Address base = Address.of(masked(address.bytes(), prefix));
    return new Cidr(prefix < 10 ? base : address.zone().map(base::on).orElse(base), prefix);
  }

  /**
   * Reads {@code 10.0.0.0/24}, {@code 10.0.0.7}, an IPv6 form, or one of a link: {@code
   * fe80::/64%eth0}.
   *
   * @throws IllegalArgumentException saying what is wrong, if it is no such block
   */
  public static Cidr parse(String text) {
    int percent = text.indexOf('%');
    if (percent >= 0) {
      return parse(text.substring(0, percent)).on(text.substring(percent + 1));
    }
    int slash = text.indexOf('/');
    Address address = address(slash < 0 ? text : text.substring(0, slash));
    int bits = address.bits();
    int prefix = bits;
    if (slash >= 0) {
      String digits = text.substring(slash + 1);
      if (!digits.matches("\\d{1,3}")) {
        throw new IllegalArgumentException("'" + text + "' has no prefix length after the slash");
      }
      prefix = Integer.parseInt(digits);
      if (prefix > bits) {
        throw new IllegalArgumentException("prefix /" + prefix + " is not from /0 to /" + bits);
      }
      Cidr around = around(address, prefix);
      if (!around.base.equals(address)) {
        throw new IllegalArgumentException(text + " has host bits set, the block is " + around);
      }
    }
    return new Cidr(address, prefix);
  }

  /**
   * Reads a literal address, a link-local one of IPv6 with its zone or without; a name is refused,
   * not resolved.
   *
   * @throws IllegalArgumentException if it is no literal address
   */
  public static Address address(String text) {
    int percent = text.indexOf('%');
    if (percent >= 0) {
      Address plain = address(text.substring(0, percent));
      String zone = text.substring(percent + 1);
      if (!plain.isLinkLocal6() || !Address.isZone(zone)) {
        throw new IllegalArgumentException("'" + text + "' is not an address with a zone");
      }
      return plain.on(zone);
    }
    boolean literal =
        V4.matcher(text).matches() || (text.contains(":") && V6.matcher(text).matches());
    if (!literal) {
      throw new IllegalArgumentException("'" + text + "' is not an IPv4 or IPv6 address");
    }
    try {
      return Address.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'" + text + "' is not an IPv4 or IPv6 address", e);
    }
  }

  /**
   * The same block on one link.
   *
   * @throws IllegalArgumentException if it is not link-local of IPv6, or no interface is called so
   */
  public Cidr on(String link) {
    if (!isLinkLocal6()) {
      throw new IllegalArgumentException(
          "'" + this + "' has no zone: only link-local addresses of IPv6 have one");
    }
    return new Cidr(base.on(link), prefix);
  }

  /** Whether all its addresses are link-local ones of IPv6. */
  public boolean isLinkLocal6() {
    return prefix >= 10 && base.isLinkLocal6();
  }

  /** Whether it has link-local addresses of IPv6, of which each link has its own. */
  boolean touchesLinkLocal6() {
    return overlaps(LINK_LOCAL);
  }

  /**
   * Whether its addresses are asked one by one: it is not too large, and it is told on which link
   * they are.
   */
  public boolean isSwept() {
    boolean placed = !isLinkLocal6() || base.zone().isPresent();
    return placed && size().compareTo(Scope.MAX_SWEPT_BLOCK) <= 0;
  }

  /**
   * Whether the address lies in the block; an address of the other family never does, nor does one
   * of another link, or of no known link, in a block of one link.
   */
  public boolean contains(Address address) {
    return spans(address) && (base.zone().isEmpty() || base.zone().equals(address.zone()));
  }

  private boolean spans(Address address) {
    return address.isV4() == base.isV4()
        && Arrays.equals(masked(address.bytes(), prefix), base.bytes());
  }

  /** Whether an address may be in both; a block without a zone is that of every link. */
  public boolean overlaps(Cidr other) {
    boolean sameLink =
        base.zone().isEmpty()
            || other.base.zone().isEmpty()
            || base.zone().equals(other.base.zone());
    return sameLink && (spans(other.base) || other.spans(base));
  }

  /** How many addresses the block has. */
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(base.bits() - prefix);
  }

  /** The address at {@code index}, counted from 0 at the base. */
  public Address at(BigInteger index) {
    if (index.signum() < 0 || index.compareTo(size()) >= 0) {
      throw new IndexOutOfBoundsException(index + " of " + size());
    }
    byte[] own = base.bytes();
    byte[] sum = new BigInteger(1, own).add(index).toByteArray();
    byte[] address = new byte[own.length];
    int n = Math.min(sum.length, own.length);
    System.arraycopy(sum, sum.length - n, address, own.length - n, n);
    Address plain = Address.of(address);
    return base.zone().map(plain::on).orElse(plain);
  }

  /** Where in the block the address stands, counted from 0; the block must be of at most 2^62. */
  public long indexOf(Address address) {
    return new BigInteger(1, address.bytes())
        .subtract(new BigInteger(1, base.bytes()))
        .longValueExact();
  }

  @Override
  public int compareTo(Cidr other) {
    int byBase = base.withoutZone().compareTo(other.base.withoutZone());
    int byPrefix = byBase != 0 ? byBase : Integer.compare(prefix, other.prefix);
    return byPrefix != 0 ? byPrefix : base.compareTo(other.base);
  }

  /** For example {@code 10.0.0.0/24}, or {@code fe80::/64%eth0}. */
  @Override
  public String toString() {
    String zone = base.zone().map(z -> "%" + z).orElse("");
    return AddressText.withoutZone(base) + "/" + prefix + zone;
  }

  private static byte[] masked(byte[] address, int prefix) {
    byte[] out = address.clone();
    for (int i = 0; i < out.length; i++) {
      int keep = Math.max(0, Math.min(8, prefix - i * 8));
      out[i] &= (byte) (0xff << (8 - keep));
    }
    return out;
  }
}
