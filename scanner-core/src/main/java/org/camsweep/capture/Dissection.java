package org.camsweep.capture;

import java.util.Optional;
import org.camsweep.observe.Mac;
import org.camsweep.probe.spi.Octets;
import org.camsweep.site.Address;

/** Takes frames apart; what is no ARP, UDP or TCP packet in IPv4 or IPv6 is counted by name. */
final class Dissection {
  private static final byte[] NOTHING = new byte[0];

  private final Tally tally;

  Dissection(Tally tally) {
    this.tally = tally;
  }

  Optional<Packet> of(Frame frame) {
    tally.add("frames");
    Octets in = Octets.of(frame.bytes());
    Optional<LinkLayer> link = LinkLayer.of(frame, in);
    if (link.isEmpty()) {
      return passed(
          LinkLayer.isKnown(frame.linkType())
              ? "frames.damaged"
              : "frames.link-type-" + frame.linkType());
    }
    return switch (link.get().etherType()) {
      case LinkLayer.ARP -> arp(frame, in, link.get().offset());
      case LinkLayer.IPV4, LinkLayer.IPV6 -> internet(frame, in, link.get());
      default -> passed("frames.not-ip");
    };
  }

  private Optional<Packet> passed(String why) {
    tally.add(why);
    return Optional.empty();
  }

  /** RFC 826: who has which IPv4 address, in the sender's own words. */
  private Optional<Packet> arp(Frame frame, Octets in, int at) {
    boolean ethernet = in.matches(at, 0, 1, 8, 0, 6, 4);
    Optional<Mac> sender = in.mac(at + 8).map(Mac::new);
    if (!ethernet || !in.holds(at, 28)) {
      return passed("frames.damaged");
    }
    if (sender.isEmpty() || in.be32(at + 14) <= 0) {
      return passed("frames.arp-nobody"); // a probe for an address that nobody has yet (RFC 5227)
    }
    Address from = NetworkLayer.address(in.slice(at + 14, 4));
    Address to = NetworkLayer.address(in.slice(at + 24, 4));
    return Optional.of(
        new Packet(
            Packet.Kind.ARP,
            frame.at(),
            sender,
            from,
            0,
            to,
            0,
            Packet.Segment.NONE,
            NOTHING,
            false));
  }

  private Optional<Packet> internet(Frame frame, Octets in, LinkLayer link) {
    Optional<NetworkLayer> ip = NetworkLayer.of(in, link);
    if (ip.isEmpty()) {
      return passed("frames.damaged");
    }
    if (ip.get().fragment()) {
      return passed("packets.fragments");
    }
    return switch (ip.get().protocol()) {
      case NetworkLayer.UDP -> udp(frame, in, link, ip.get());
      case NetworkLayer.TCP -> tcp(frame, in, link, ip.get());
      default -> passed("packets.other-protocol");
    };
  }

  private Optional<Packet> udp(Frame frame, Octets in, LinkLayer link, NetworkLayer ip) {
    int at = ip.offset();
    int length = in.be16(at + 4);
    boolean lies = length != 0 && length < 8;
    if (!in.holds(at, 8) || lies || in.be16(at) == 0 || in.be16(at + 2) == 0) {
      return passed("frames.damaged");
    }
    int end = length == 0 ? ip.end() : Math.min(at + length, ip.end());
    boolean cut = ip.cut() || at + length > ip.end();
    return packet(Packet.Kind.UDP, frame, in, link, ip, Packet.Segment.NONE, at + 8, end, cut);
  }

  private Optional<Packet> tcp(Frame frame, Octets in, LinkLayer link, NetworkLayer ip) {
    int at = ip.offset();
    int header = (in.u8(at + 12) >> 4) * 4;
    if (!in.holds(at, 20) || header < 20 || in.be16(at) == 0 || in.be16(at + 2) == 0) {
      return passed("frames.damaged");
    }
    Packet.Segment segment = new Packet.Segment(in.be32(at + 4), in.u8(at + 13));
    return packet(Packet.Kind.TCP, frame, in, link, ip, segment, at + header, ip.end(), ip.cut());
  }

  private static Optional<Packet> packet(
      Packet.Kind kind,
      Frame frame,
      Octets in,
      LinkLayer link,
      NetworkLayer ip,
      Packet.Segment segment,
      int from,
      int end,
      boolean cut) {
    return Optional.of(
        new Packet(
            kind,
            frame.at(),
            ip.isFromTheLink() ? link.source() : Optional.empty(),
            ip.from(),
            in.be16(ip.offset()),
            ip.to(),
            in.be16(ip.offset() + 2),
            segment,
            in.slice(from, end - from),
            cut || frame.cut()));
  }
}
