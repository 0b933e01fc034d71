package org.camsweep.net;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * What nobody can foretell. Drawn from the system in large pieces: every address asked needs some
 * of it, and the system is slow to be asked. Thread-safe.
 */
final class Dice {
  private static final int PIECE = 4_096;

  private final SecureRandom source = new SecureRandom();
  private final byte[] piece = new byte[PIECE];
  private ByteBuffer rest = ByteBuffer.wrap(piece, PIECE, 0);

  synchronized long nextLong() {
    if (!rest.hasRemaining()) {
      source.nextBytes(piece);
      rest = ByteBuffer.wrap(piece);
    }
    return rest.getLong();
  }

  /** A random UUID (RFC 9562 section 5.4: version 4). */
  UUID uuid() {
    long high = (nextLong() & ~0xf000L) | 0x4000L;
    long low = (nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low);
  }
}
