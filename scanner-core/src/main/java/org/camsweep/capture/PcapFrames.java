package org.camsweep.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The classic format: a file header, then records of a header and bytes
 * (draft-ietf-opsawg-pcap-04). Records have no marker of their own, so after a lying length the
 * rest of the file cannot be found again.
 */
final class PcapFrames implements FrameSource {
  static final int MICROSECONDS = 0xa1b2c3d4;
  static final int NANOSECONDS = 0xa1b23c4d;

  private final Bytes in;
  private final Tally tally;
  private final boolean nanoseconds;
  private final int linkType;
  private boolean ended;

  /**
   * @param in after the magic number, in the file's byte order
   */
  PcapFrames(Bytes in, boolean nanoseconds, Tally tally) throws IOException {
    this.in = in;
    this.tally = tally;
    this.nanoseconds = nanoseconds;
    ByteBuffer header = in.next(20);
    if (header.remaining() < 20) {
      ended = true;
      tally.add("file.cut");
      linkType = -1;
    } else {
      linkType = header.getInt(16) & 0xffff; // above are the FCS length and reserved bits
    }
  }

  @Override
  public Optional<Frame> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    ByteBuffer header = in.next(16);
    if (header.remaining() < 16) {
      return end(header.remaining() == 0 ? "" : "file.cut");
    }
    long stored = header.getInt(8) & 0xffffffffL;
    long original = header.getInt(12) & 0xffffffffL;
    if (stored > Frame.MAX_BYTES) {
      return end("file.damaged");
    }
    byte[] bytes = in.nextBytes((int) stored);
    if (bytes.length < stored) {
      return end("file.cut");
    }
    long fraction = header.getInt(4) & 0xffffffffL;
    Instant at = instant(header.getInt(0) & 0xffffffffL, fraction * (nanoseconds ? 1 : 1_000));
    return Optional.of(new Frame(linkType, at, bytes, original > stored));
  }

  private Optional<Frame> end(String why) {
    ended = true;
    if (!why.isEmpty()) {
      tally.add(why);
    }
    return Optional.empty();
  }

  /** A time of the epoch where the file states an impossible one. */
  static Instant instant(long seconds, long nanos) {
    try {
      Instant at = Instant.ofEpochSecond(seconds, nanos);
      return at.isBefore(Instant.EPOCH) || at.isAfter(LAST) ? Instant.EPOCH : at;
    } catch (DateTimeException | ArithmeticException e) {
      return Instant.EPOCH;
    }
  }

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
}
