package org.camsweep.report;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/**
 * Addresses that are nobody's in place of those of the site. A block of the site becomes a block of
 * the same size out of 240.0.0.0/4 (reserved, RFC 1112) or 2001:db8::/32 (documentation, RFC 3849);
 * an IPv4 address keeps its place in the block, so that ranges still hold; an IPv6 address does
 * not, because the place may be made of the hardware address.
 */
final class RedactedAddresses {
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w]|\\.\\d)");
  private static final Pattern IPV6 =
      Pattern.compile("(?<![\\w:.])[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*(?![\\w:])");

  /** At the end of a finding's identifier, as devices without a hardware address are called. */
  private static final Pattern IPV6_OF_ID =
      Pattern.compile("(?<=:)[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}(?![\\w:])");

  private static final BigInteger RESERVED = BigInteger.valueOf(0xF0000000L);
  private static final BigInteger BENCH = BigInteger.valueOf(0xC6120000L);
  private static final Pattern PRIVATE =
      Pattern.compile("10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*");

  private final boolean all;
  private final Map<Cidr, BigInteger> blocks = new LinkedHashMap<>();
  private final Map<Address, String> known = new HashMap<>();
  private int outside;
  private int interfaces;

  /**
   * @param all false to replace only IPv6 addresses that are made of a hardware address
   */
  RedactedAddresses(Report report, boolean all) {
    this.all = all;
    BigInteger next = RESERVED;
    for (Network network : report.networks()) {
      for (Cidr block : network.cidrs()) {
        if (block.base().isV4() && !blocks.containsKey(block)) {
          BigInteger size = block.size();
          BigInteger aligned = next.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
          blocks.put(block, aligned);
          next = aligned.add(size);
        }
      }
    }
    for (Report.Entry entry : report.entries()) {
      entry.device().addresses().forEach(this::replaced);
    }
  }

  String within(String text) {
    String out = text;
    if (all) {
      out = IPV4.matcher(out).replaceAll(m -> Matcher.quoteReplacement(one(m.group())));
    }
    for (Pattern six : out.contains(":") ? List.of(IPV6, IPV6_OF_ID) : List.<Pattern>of()) {
      out = six.matcher(out).replaceAll(m -> Matcher.quoteReplacement(one(m.group())));
    }
    return out;
  }

  private String one(String said) {
    Address address;
    try {
      address = Cidr.address(said);
    } catch (IllegalArgumentException e) {
      return said; // a version, a time, a part of something else
    }
    boolean ours =
        known.containsKey(address)
            || block(address).isPresent()
            || PRIVATE.matcher(said).matches()
            || !address.isV4();
    return ours ? replaced(address) : said;
  }

  private Optional<Cidr> block(Address address) {
    return blocks.keySet().stream().filter(b -> b.contains(address)).findFirst();
  }

  private String replaced(Address address) {
    Address plain = address.withoutZone(); // a zone stands behind it, and stays
    String other = known.get(plain);
    if (other == null) {
      other = plain.isV4() ? ofFour(plain) : ofSix(plain);
      known.put(plain, other);
    }
    return other;
  }

  private String ofFour(Address address) {
    if (!all) {
      return AddressText.of(address);
    }
    Optional<Cidr> block = block(address);
    return block.isPresent()
        ? dotted(blocks.get(block.get()).add(BigInteger.valueOf(block.get().indexOf(address))))
        : dotted(BENCH.add(BigInteger.valueOf(++outside)));
  }

  private static String dotted(BigInteger number) {
    long n = number.longValue();
    return (n >> 24 & 0xff) + "." + (n >> 16 & 0xff) + "." + (n >> 8 & 0xff) + "." + (n & 0xff);
  }

  private String ofSix(Address address) {
    byte[] bytes = address.bytes();
    boolean ofHardware = (bytes[11] & 0xff) == 0xff && (bytes[12] & 0xff) == 0xfe;
    boolean isNobodys = address.isUnspecified() || address.isLoopback();
    if (isNobodys || (!all && !ofHardware)) {
      return AddressText.of(address);
    }
    boolean isBase = true;
    for (int i = 8; i < 16; i++) {
      isBase &= bytes[i] == 0;
    }
    if (isBase && address.isLinkLocal6()) {
      return AddressText.of(address); // every link has that block
    }
    String number = Integer.toHexString(++interfaces);
    if (address.isLinkLocal6()) {
      return "fe80::db8:" + number; // a zone behind it would be none behind another address
    }
    // The base of a block stays one, so that a block is still written as a block.
    return isBase ? "2001:db8:" + number + "::" : "2001:db8::" + number;
  }
}
