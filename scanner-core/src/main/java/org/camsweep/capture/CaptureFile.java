package org.camsweep.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camsweep.config.ConfigException;

/** A packet capture, pcap or pcapng, read packet by packet; never held in memory. */
public final class CaptureFile implements AutoCloseable {
  /** What is done with each packet. */
  public interface Taker {
    void take(Packet packet);
  }

  private final String name;
  private final InputStream in;
  private final Tally tally = new Tally();

  private CaptureFile(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** Whether a file that begins so is a capture, by its content and not by its name. */
  public static boolean begins(byte[] start) {
    return start.length >= 4 && (isSection(start) || order(start).isPresent());
  }

  public static CaptureFile open(Path file) throws ConfigException {
    try {
      return of(file.toString(), new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    } catch (IOException e) {
      throw new ConfigException(file.toString(), 0, "cannot be read", "check its permissions");
    }
  }

  /** A capture that is read from a stream; {@code name} is shown in messages. */
  static CaptureFile of(String name, InputStream in) {
    return new CaptureFile(name, in);
  }

  /** Gives every packet in the order of the file. To be called once. */
  public void packets(Taker taker) throws ConfigException {
    try {
      FrameSource frames = frames();
      Dissection dissection = new Dissection(tally);
      for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
        dissection.of(next.get()).ifPresent(taker::take);
      }
    } catch (IOException e) {
      throw new ConfigException(name, 0, "cannot be read", "check the file and its place");
    }
  }

  private FrameSource frames() throws IOException, ConfigException {
    byte[] magic = in.readNBytes(4);
    Bytes bytes = new Bytes(in);
    if (isSection(magic)) {
      return new PcapngFrames(bytes, tally);
    }
    Optional<ByteOrder> order = order(magic);
    if (order.isEmpty()) {
      throw new ConfigException(
          name, 0, "is no packet capture", "name a pcap or pcapng file, not compressed");
    }
    bytes.order(order.get());
    boolean nanoseconds = number(magic, order.get()) == PcapFrames.NANOSECONDS;
    return new PcapFrames(bytes, nanoseconds, tally);
  }

  private static boolean isSection(byte[] magic) {
    return magic.length >= 4 && number(magic, ByteOrder.BIG_ENDIAN) == PcapngFrames.SECTION;
  }

  private static Optional<ByteOrder> order(byte[] magic) {
    if (magic.length < 4) {
      return Optional.empty();
    }
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      int number = number(magic, order);
      if (number == PcapFrames.MICROSECONDS || number == PcapFrames.NANOSECONDS) {
        return Optional.of(order);
      }
    }
    return Optional.empty();
  }

  private static int number(byte[] magic, ByteOrder order) {
    return java.nio.ByteBuffer.wrap(magic, 0, 4).order(order).getInt();
  }

  /** What became of the frames so far. */
  public Tally tally() {
    return tally;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      tally.add("file.not-closed");
    }
  }
}
