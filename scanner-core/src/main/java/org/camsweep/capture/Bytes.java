package org.camsweep.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file read forwards, in the byte order that it declares. */
final class Bytes {
  private final InputStream in;
  private ByteOrder order = ByteOrder.BIG_ENDIAN;

  Bytes(InputStream in) {
    this.in = in;
  }

  void order(ByteOrder declared) {
    order = declared;
  }

  ByteOrder order() {
    return order;
  }

  /** The next bytes; fewer, in a shorter buffer, where the file ends before. */
  ByteBuffer next(int length) throws IOException {
    return ByteBuffer.wrap(nextBytes(length)).order(order);
  }

  /** The next bytes; fewer where the file ends before. */
  byte[] nextBytes(int length) throws IOException {
    return in.readNBytes(length);
  }

  /** Passes over bytes; says whether all of them were there. */
  boolean skip(long length) throws IOException {
    long left = length;
    byte[] part = new byte[8_192];
    while (left > 0) {
      int n = in.readNBytes(part, 0, (int) Math.min(part.length, left));
      if (n == 0) {
        return false;
      }
      left -= n;
    }
    return true;
  }
}
