package org.camsweep.capture;

import java.time.Instant;
import java.util.Optional;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;

/**
 * One packet as far as it was understood.
 *
 * @param mac the link's source address; absent where the link has none, and where the packet came
 *     through a router
 * @param cut whether the payload is shorter than it was on the wire
 * @param payload of UDP or TCP; empty for ARP
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Packet(
    Kind kind,
    Instant at,
    Optional<Mac> mac,
    Address from,
    int fromPort,
    Address to,
    int toPort,
    Segment segment,
    byte[] payload,
    boolean cut) {
  /** What carries it. */
  public enum Kind {
    ARP,
    UDP,
    TCP
  }

  /** What TCP says of the bytes' place (RFC 9293 §3.1). */
  record Segment(long sequence, int flags) {
    static final Segment NONE = new Segment(0, 0);
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;

    boolean isSyn() {
      return (flags & SYN) != 0;
    }

    boolean isAck() {
      return (flags & ACK) != 0;
    }

    boolean isReset() {
      return (flags & RST) != 0;
    }

    boolean ends() {
      return (flags & (FIN | RST)) != 0;
    }
  }
}
