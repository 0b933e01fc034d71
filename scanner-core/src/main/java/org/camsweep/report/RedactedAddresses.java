package org.camsweep.report;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final BigInteger RESERVED = BigInteger.valueOf(0xF0000000L);
  private static final BigInteger BENCH = BigInteger.valueOf(0xC6120000L);
  private static final Pattern PRIVATE =
      Pattern.compile("10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*");

  private final boolean all;
  private final Map<Cidr, BigInteger> blocks = new LinkedHashMap<>();
  private final Map<InetAddress, String> known = new HashMap<>();
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
        if (block.base() instanceof Inet4Address && !blocks.containsKey(block)) {
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
    return out.contains(":")
        ? IPV6.matcher(out).replaceAll(m -> Matcher.quoteReplacement(one(m.group())))
        : out;
  }

  private String one(String said) {
    InetAddress address;
    try {
      address = Cidr.address(said);
    } catch (IllegalArgumentException e) {
      return said; // a version, a time, a part of something else
    }
    boolean ours =
        known.containsKey(address)
            || block(address).isPresent()
            || PRIVATE.matcher(said).matches()
            || !(address instanceof Inet4Address);
    return ours ? replaced(address) : said;
  }

  private Optional<Cidr> block(InetAddress address) {
    return blocks.keySet().stream().filter(b -> b.contains(address)).findFirst();
  }

  private String replaced(InetAddress address) {
    String other = known.get(address);
    if (other == null) {
      other = address instanceof Inet4Address ? ofFour(address) : ofSix(address);
      known.put(address, other);
    }
    return other;
  }

  private String ofFour(InetAddress address) {
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

  private String ofSix(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean ofHardware = (bytes[11] & 0xff) == 0xff && (bytes[12] & 0xff) == 0xfe;
    boolean isNobodys = address.isAnyLocalAddress() || address.isLoopbackAddress();
    if (isNobodys || (!all && !ofHardware)) {
      return AddressText.of(address);
    }
    boolean isBase = true;
    for (int i = 8; i < 16; i++) {
      isBase &= bytes[i] == 0;
    }
    interfaces++;
    // The base of a block stays one, so that a block is still written as a block.
    String low = isBase ? "2001:db8:" + Integer.toHexString(interfaces) + "::" : "";
    return isBase ? low : "2001:db8::" + Integer.toHexString(interfaces);
  }
}
