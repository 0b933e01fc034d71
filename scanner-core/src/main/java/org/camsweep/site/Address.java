package org.camsweep.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host's address as the scope, the journal and the report know it: IPv4, or IPv6. A link-local
 * IPv6 address ({@code fe80::/10}) means a host only together with its link, so it carries a zone
 * (RFC 4007 section 4): the name of this machine's interface to that link. Two of them with
 * different zones are two addresses. Without a zone, as in a capture, the link is not known. No
 * other address has a zone, whatever it is asked for.
 *
 * <p>{@link InetAddress} does not do: it calls two scoped addresses equal whose bytes are. Sorted
 * IPv4 first, then by value, then by zone.
 */
public final class Address implements Comparable<Address> {
  /** Names that interfaces have: what the system allows, less what texts are divided by. */
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,39}");

  private static final long MAPPED = 0xffffL << 32;

  private final long high;
  private final long low;
  private final boolean six;
  private final String zone;

  private Address(long high, long low, boolean six, String zone) {
    this.high = high;
    this.low = low;
    this.six = six;
    this.zone = zone;
  }

  /**
   * The address with these 4 or 16 bytes. IPv4 in IPv6 clothes (RFC 4291 section 2.5.5.2) is IPv4.
   *
   * @throws IllegalArgumentException if there are neither 4 nor 16
   */
  public static Address of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length == 4) {
      return four(in.getInt());
    }
    if (bytes.length != 16) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes");
    }
    long high = in.getLong();
    long low = in.getLong();
    boolean mapped = high == 0 && (low & ~0xffffffffL) == MAPPED;
    return mapped ? four((int) low) : new Address(high, low, true, "");
  }

  private static Address four(int bits) {
    return new Address(0, bits & 0xffffffffL, false, "");
  }

  /** The address without a zone: that of a {@link InetAddress} is a number of this boot only. */
  public static Address of(InetAddress address) {
    return of(address.getAddress());
  }

  /** Whether the text may be the name of an interface. */
  static boolean isZone(String text) {
    return ZONE.matcher(text).matches();
  }

  /**
   * The same address on the link of an interface; any but a link-local one of IPv6 stays as it is.
   *
   * @throws IllegalArgumentException if no interface is called so
   */
  public Address on(String link) {
    if (!isLinkLocal6()) {
      return this;
    }
    if (!isZone(link)) {
      throw new IllegalArgumentException("'" + link + "' is no name of an interface");
    }
    return new Address(high, low, six, link);
  }

  /** The interface whose link the address is on; only link-local addresses of IPv6 have one. */
  public Optional<String> zone() {
    return zone.isEmpty() ? Optional.empty() : Optional.of(zone);
  }

  /** The address without its zone. */
  public Address withoutZone() {
    return zone.isEmpty() ? this : new Address(high, low, six, "");
  }

  /**
   * Whether a person who writes this address may mean the other: one without a zone is found on
   * every link, and so is one of a result that was made before zones were kept.
   */
  public boolean mayBe(Address other) {
    return equals(other)
        || ((zone.isEmpty() || other.zone.isEmpty()) && withoutZone().equals(other.withoutZone()));
  }

  public boolean isV4() {
    return !six;
  }

  /** 32 or 128. */
  public int bits() {
    return six ? 128 : 32;
  }

  /** Its 4 or 16 bytes, the first first. */
  public byte[] bytes() {
    return six
        ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
        : ByteBuffer.allocate(4).putInt((int) low).array();
  }

  /** Whether no router passes it on: {@code 169.254.0.0/16} or {@code fe80::/10}. */
  public boolean isLinkLocal() {
    return isLinkLocal6() || (!six && low >>> 16 == 0xa9feL);
  }

  /** Whether it is of {@code fe80::/10}, so that it has a meaning on one link only. */
  public boolean isLinkLocal6() {
    return six && high >>> 54 == 0xfe80L >>> 6;
  }

  public boolean isLoopback() {
    return six ? high == 0 && low == 1 : low >>> 24 == 127;
  }

  /** Whether it is {@code 0.0.0.0} or {@code ::}. */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  /** For sockets: the address without its zone, which only the edge can turn into a number. */
  public InetAddress inet() {
    try {
      return InetAddress.getByAddress(bytes());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }

  @Override
  public int compareTo(Address other) {
    int byFamily = Boolean.compare(six, other.six);
    int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
    int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    return byLow != 0 ? byLow : zone.compareTo(other.zone);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address a
        && a.high == high
        && a.low == low
        && a.six == six
        && a.zone.equals(zone);
  }

  @Override
  public int hashCode() {
    return (Long.hashCode(high) * 31 + Long.hashCode(low)) * 31 + zone.hashCode();
  }

  /** As {@link AddressText} writes it. */
  @Override
  public String toString() {
    return AddressText.of(this);
  }
}
