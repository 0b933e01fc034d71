package org.camsweep.capture;

import java.util.Optional;
import org.camsweep.observe.Mac;
import org.camsweep.probe.spi.Octets;

/**
 * What stands before a network packet, by link type (tcpdump.org/linktypes.html): Ethernet with
 * VLAN tags (IEEE 802.1Q, 802.1ad), Linux "cooked" captures of both versions, raw IP, BSD loopback.
 *
 * @param source the sender's hardware address, if the link states one
 * @param etherType what follows
 * @param offset where it begins
 */
record LinkLayer(Optional<Mac> source, int etherType, int offset) {
  static final int IPV4 = 0x0800;
  static final int ARP = 0x0806;
  static final int IPV6 = 0x86dd;
  private static final int MAX_TAGS = 4;

  /** Reads a frame's head; empty if the link type is none of these or the frame is too short. */
  static Optional<LinkLayer> of(Frame frame, Octets in) {
    return switch (frame.linkType()) {
      case 1 -> tagged(in, mac(in, 6), 12);
      case 0, 108 -> byVersion(in, 4);
      case 12, 14, 101, 228, 229 -> byVersion(in, 0);
      case 113 -> tagged(in, cooked(in, 2, 4, 6), 14);
      case 276 -> tagged2(in);
      default -> Optional.empty();
    };
  }

  static boolean isKnown(int linkType) {
    return switch (linkType) {
      case 0, 1, 12, 14, 101, 108, 113, 228, 229, 276 -> true;
      default -> false;
    };
  }

  /** The type at an offset, behind any VLAN tags. */
  private static Optional<LinkLayer> tagged(Octets in, Optional<Mac> source, int at) {
    return tagged(in, source, in.be16(at), at + 2);
  }

  private static Optional<LinkLayer> tagged(
      Octets in, Optional<Mac> source, int etherType, int next) {
    int type = etherType;
    int at = next;
    for (int i = 0; i < MAX_TAGS && isTag(type); i++) {
      type = in.be16(at + 2);
      at += 4;
    }
    return type < 0 ? Optional.empty() : Optional.of(new LinkLayer(source, type, at));
  }

  private static boolean isTag(int type) {
    return type == 0x8100 || type == 0x88a8 || type == 0x9100;
  }

  /** SLL2: the type comes first, the address last. */
  private static Optional<LinkLayer> tagged2(Octets in) {
    Optional<Mac> source =
        in.be16(8) == 1 && in.u8(11) == 6 && in.u8(10) != 4 ? mac(in, 12) : Optional.empty();
    return in.holds(0, 20) ? tagged(in, source, in.be16(0), 20) : Optional.empty();
  }

  /** SLL's address, if it is an Ethernet one and the packet was not this machine's own. */
  private static Optional<Mac> cooked(Octets in, int hardware, int length, int address) {
    boolean ethernet = in.be16(hardware) == 1 && in.be16(length) == 6;
    return ethernet ? mac(in, address) : Optional.empty();
  }

  private static Optional<LinkLayer> byVersion(Octets in, int at) {
    return switch (in.u8(at) >> 4) {
      case 4 -> Optional.of(new LinkLayer(Optional.empty(), IPV4, at));
      case 6 -> Optional.of(new LinkLayer(Optional.empty(), IPV6, at));
      default -> Optional.empty();
    };
  }

  private static Optional<Mac> mac(Octets in, int at) {
    return in.mac(at).map(Mac::new);
  }
}
