package org.camsweep.capture;

import java.util.Optional;
import org.camsweep.probe.spi.Octets;
import org.camsweep.site.Address;

/**
 * An IPv4 (RFC 791) or IPv6 (RFC 8200) header, with IPv6's extension headers passed over.
 *
 * @param hops how many routers it may still pass (TTL, hop limit)
 * @param protocol what follows
 * @param offset where it begins
 * @param end where the packet ends by its own word, at most where the frame does
 * @param cut whether the packet is longer than the frame
 * @param fragment whether this is only a part of a packet
 */
record NetworkLayer(
    Address from,
    Address to,
    int hops,
    int protocol,
    int offset,
    int end,
    boolean cut,
    boolean fragment) {
  static final int TCP = 6;
  static final int UDP = 17;
  private static final int MAX_EXTENSIONS = 8;

  static Optional<NetworkLayer> of(Octets in, LinkLayer link) {
    return link.etherType() == LinkLayer.IPV4 ? four(in, link.offset()) : six(in, link.offset());
  }

  private static Optional<NetworkLayer> four(Octets in, int at) {
    int header = (in.u8(at) & 0xf) * 4;
    if (!in.holds(at, 20) || in.u8(at) >> 4 != 4 || header < 20) {
      return Optional.empty();
    }
    int total = in.be16(at + 2);
    if (total == 0) {
      total = in.size() - at; // left to the network card (segmentation offload)
    }
    if (total < header) {
      return Optional.empty();
    }
    return Optional.of(
        new NetworkLayer(
            address(in.slice(at + 12, 4)),
            address(in.slice(at + 16, 4)),
            in.u8(at + 8),
            in.u8(at + 9),
            at + header,
            Math.min(at + total, in.size()),
            at + total > in.size(),
            (in.be16(at + 6) & 0x3fff) != 0));
  }

  private static Optional<NetworkLayer> six(Octets in, int at) {
    if (!in.holds(at, 40) || in.u8(at) >> 4 != 6) {
      return Optional.empty();
    }
    int length = in.be16(at + 4);
    int wanted = length == 0 ? in.size() : at + 40 + length;
    int next = in.u8(at + 6);
    int place = at + 40;
    boolean fragment = false;
    for (int i = 0; i < MAX_EXTENSIONS && isExtension(next); i++) {
      if (!in.holds(place, 8)) {
        return Optional.empty();
      }
      fragment |= next == 44 && (in.be16(place + 2) & 0xfff9) != 0;
      int size =
          next == 44 ? 8 : next == 51 ? (in.u8(place + 1) + 2) * 4 : (in.u8(place + 1) + 1) * 8;
      next = in.u8(place);
      place += size;
    }
    return Optional.of(
        new NetworkLayer(
            address(in.slice(at + 8, 16)),
            address(in.slice(at + 24, 16)),
            in.u8(at + 7),
            next,
            place,
            Math.min(wanted, in.size()),
            wanted > in.size(),
            fragment));
  }

  private static boolean isExtension(int next) {
    return next == 0 || next == 43 || next == 44 || next == 51 || next == 60;
  }

  /** Whether its sender is on the link: routers count down from what systems start with. */
  boolean isFromTheLink() {
    return hops == 1 || hops == 64 || hops == 128 || hops == 255;
  }

  static Address address(byte[] bytes) {
    return Address.of(bytes);
  }
}
