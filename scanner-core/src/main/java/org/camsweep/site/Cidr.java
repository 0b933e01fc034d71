package org.camsweep.site;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A block of addresses, IPv4 or IPv6. Never made from a name: no look-up is ever done.
 *
 * @param base first address; host bits are zero
 * @param prefix 0 to 32 or 0 to 128
 */
public record Cidr(InetAddress base, int prefix) implements Comparable<Cidr> {
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  public Cidr {
    int bits = base.getAddress().length * 8;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("prefix /" + prefix + " is not from /0 to /" + bits);
    }
    if (!Arrays.equals(masked(base.getAddress(), prefix), base.getAddress())) {
      throw new IllegalArgumentException(
          base.getHostAddress() + "/" + prefix + " has host bits set");
    }
    base = plain(base.getAddress());
  }

  /**
   * Reads {@code 10.0.0.0/24}, {@code 10.0.0.7} or an IPv6 form.
   *
   * @throws IllegalArgumentException saying what is wrong, if it is no such block
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    int bits = address.getAddress().length * 8;
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
      byte[] network = masked(address.getAddress(), prefix);
      if (!Arrays.equals(network, address.getAddress())) {
        throw new IllegalArgumentException(
            text
                + " has host bits set, the block is "
                + AddressText.of(plain(network))
                + "/"
                + prefix);
      }
    }
    return new Cidr(address, prefix);
  }

  /**
   * Reads a literal address; a name is refused, not resolved.
   *
   * @throws IllegalArgumentException if it is no literal address
   */
  public static InetAddress address(String text) {
    boolean literal =
        V4.matcher(text).matches() || (text.contains(":") && V6.matcher(text).matches());
    if (!literal) {
      throw new IllegalArgumentException("'" + text + "' is not an IPv4 or IPv6 address");
    }
    try {
      return plain(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'" + text + "' is not an IPv4 or IPv6 address", e);
    }
  }

  /** Whether the address lies in the block; an address of the other family never does. */
  public boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    byte[] own = base.getAddress();
    return other.length == own.length && Arrays.equals(masked(other, prefix), own);
  }

  public boolean overlaps(Cidr other) {
    return contains(other.base) || other.contains(base);
  }

  /** How many addresses the block has. */
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(base.getAddress().length * 8 - prefix);
  }

  /** The address at {@code index}, counted from 0 at the base. */
  public InetAddress at(BigInteger index) {
    if (index.signum() < 0 || index.compareTo(size()) >= 0) {
      throw new IndexOutOfBoundsException(index + " of " + size());
    }
    byte[] own = base.getAddress();
    byte[] sum = new BigInteger(1, own).add(index).toByteArray();
    byte[] address = new byte[own.length];
    int n = Math.min(sum.length, own.length);
    System.arraycopy(sum, sum.length - n, address, own.length - n, n);
    return plain(address);
  }

  /** Where in the block the address stands, counted from 0; the block must be of at most 2^62. */
  public long indexOf(InetAddress address) {
    return new BigInteger(1, address.getAddress())
        .subtract(new BigInteger(1, base.getAddress()))
        .longValueExact();
  }

  @Override
  public int compareTo(Cidr other) {
    int byFamily = Integer.compare(base.getAddress().length, other.base.getAddress().length);
    if (byFamily != 0) {
      return byFamily;
    }
    int byBase = Arrays.compareUnsigned(base.getAddress(), other.base.getAddress());
    return byBase != 0 ? byBase : Integer.compare(prefix, other.prefix);
  }

  @Override
  public String toString() {
    return AddressText.of(base) + "/" + prefix;
  }

  private static byte[] masked(byte[] address, int prefix) {
    byte[] out = address.clone();
    for (int i = 0; i < out.length; i++) {
      int keep = Math.max(0, Math.min(8, prefix - i * 8));
      out[i] &= (byte) (0xff << (8 - keep));
    }
    return out;
  }

  static InetAddress plain(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
    }
  }
}
