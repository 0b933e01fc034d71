package org.camsweep.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The block format (draft-ietf-opsawg-pcapng-02): sections, interfaces, packets. Blocks that hold
 * no packet (names, statistics, keys, comments) are counted and passed over; keys to decrypt with
 * are never used.
 */
final class PcapngFrames implements FrameSource {
  static final int SECTION = 0x0a0d0d0a;
  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final int MAX_INTERFACES = 1_024;
  private static final int MAX_BLOCK = Frame.MAX_BYTES + 65_536;
  private static final int MAX_OPTIONS = 64;

  /** One interface of the section: what its frames begin with, and its clock. */
  private record Interface(int linkType, int snapLength, long unitsPerSecond) {}

  private final Bytes in;
  private final Tally tally;
  private final List<Interface> interfaces = new ArrayList<>();
  private boolean ended;

  /**
   * @param in after the type of the first block
   */
  PcapngFrames(Bytes in, Tally tally) throws IOException {
    this.in = in;
    this.tally = tally;
    section();
  }

  @Override
  public Optional<Frame> next() throws IOException {
    while (!ended) {
      ByteBuffer type = in.next(4);
      if (type.remaining() < 4) {
        end(type.remaining() == 0 ? "" : "file.cut");
      } else if (type.getInt(0) == SECTION) {
        section();
      } else {
        Optional<Frame> frame = block(type.getInt(0));
        if (frame.isPresent()) {
          return frame;
        }
      }
    }
    return Optional.empty();
  }

  private void section() throws IOException {
    interfaces.clear();
    ByteBuffer head = in.next(8);
    if (head.remaining() < 8) {
      end("file.cut");
      return;
    }
    head.order(ByteOrder.BIG_ENDIAN);
    int magic = head.getInt(4);
    if (magic != BYTE_ORDER && magic != Integer.reverseBytes(BYTE_ORDER)) {
      end("file.damaged");
      return;
    }
    in.order(magic == BYTE_ORDER ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    long length = head.order(in.order()).getInt(0) & 0xffffffffL;
    if (length < 28 || length % 4 != 0 || length > MAX_BLOCK) {
      end("file.damaged");
    } else if (!in.skip(length - 12)) {
      end("file.cut");
    }
  }

  /** One block after its type; a frame if it holds one. */
  private Optional<Frame> block(int type) throws IOException {
    ByteBuffer head = in.next(4);
    long length = head.remaining() < 4 ? -1 : head.getInt(0) & 0xffffffffL;
    if (length < 0) {
      return end("file.cut");
    }
    if (length < 12 || length % 4 != 0) {
      return end("file.damaged");
    }
    boolean wanted =
        type == INTERFACE || type == OLD_PACKET || type == SIMPLE_PACKET || type == ENHANCED_PACKET;
    if (!wanted || length > MAX_BLOCK) {
      tally.add(wanted ? "frames.too-long" : "blocks.other");
      return in.skip(length - 8) ? Optional.empty() : end("file.cut");
    }
    ByteBuffer body = in.next((int) length - 12);
    ByteBuffer tail = in.next(4);
    if (tail.remaining() < 4) {
      return end("file.cut");
    }
    if ((tail.getInt(0) & 0xffffffffL) != length) {
      return end("file.damaged");
    }
    return read(type, body);
  }

  private Optional<Frame> read(int type, ByteBuffer body) {
    return switch (type) {
      case INTERFACE -> described(body);
      case SIMPLE_PACKET -> simple(body);
      case OLD_PACKET -> packet(body, body.remaining() < 2 ? -1 : body.getShort(0) & 0xffff);
      default -> packet(body, body.remaining() < 4 ? -1 : body.getInt(0));
    };
  }

  private Optional<Frame> described(ByteBuffer body) {
    if (body.remaining() < 8 || interfaces.size() >= MAX_INTERFACES) {
      return end("file.damaged");
    }
    interfaces.add(new Interface(body.getShort(0) & 0xffff, body.getInt(4), unitsPerSecond(body)));
    return Optional.empty();
  }

  /** Option 9, if_tsresol: a power of ten, or of two if the highest bit is set. */
  private static long unitsPerSecond(ByteBuffer body) {
    int at = 8;
    for (int i = 0; i < MAX_OPTIONS && body.limit() - at >= 4; i++) {
      int code = body.getShort(at) & 0xffff;
      int length = body.getShort(at + 2) & 0xffff;
      if (code == 9 && length >= 1 && body.limit() - at >= 5) {
        int value = body.get(at + 4) & 0xff;
        int power = Math.min(value & 0x7f, (value & 0x80) == 0 ? 18 : 62);
        return (value & 0x80) == 0 ? (long) Math.pow(10, power) : 1L << power;
      }
      at += 4 + ((length + 3) & ~3);
    }
    return 1_000_000;
  }

  private Optional<Frame> simple(ByteBuffer body) {
    if (body.remaining() < 4 || interfaces.isEmpty()) {
      return lost();
    }
    long original = body.getInt(0) & 0xffffffffL;
    int snap = interfaces.get(0).snapLength();
    long stored = Math.min(original, body.remaining() - 4L);
    stored = snap > 0 ? Math.min(stored, snap) : stored;
    return Optional.of(frame(interfaces.get(0), Instant.EPOCH, body, 4, (int) stored, original));
  }

  private Optional<Frame> packet(ByteBuffer body, int number) {
    if (body.remaining() < 20 || number < 0 || number >= interfaces.size()) {
      return lost();
    }
    long stored = body.getInt(12) & 0xffffffffL;
    long original = body.getInt(16) & 0xffffffffL;
    if (stored > Frame.MAX_BYTES || stored > body.remaining() - 20) {
      return lost();
    }
    Interface one = interfaces.get(number);
    long units = ((body.getInt(4) & 0xffffffffL) << 32) | (body.getInt(8) & 0xffffffffL);
    return Optional.of(frame(one, time(units, one), body, 20, (int) stored, original));
  }

  private static Instant time(long units, Interface one) {
    long rest = Long.remainderUnsigned(units, one.unitsPerSecond());
    double nanos = rest * 1e9 / one.unitsPerSecond();
    return PcapFrames.instant(
        Long.divideUnsigned(units, one.unitsPerSecond()), Math.min(999_999_999, (long) nanos));
  }

  private static Frame frame(
      Interface one, Instant at, ByteBuffer body, int from, int stored, long original) {
    byte[] bytes = new byte[stored];
    body.get(from, bytes);
    return new Frame(one.linkType(), at, bytes, original > stored);
  }

  /** A packet that belongs to no interface, or that lies about its length: this one alone. */
  private Optional<Frame> lost() {
    tally.add("frames.damaged");
    return Optional.empty();
  }

  private Optional<Frame> end(String why) {
    ended = true;
    if (!why.isEmpty()) {
      tally.add(why);
    }
    return Optional.empty();
  }
}
