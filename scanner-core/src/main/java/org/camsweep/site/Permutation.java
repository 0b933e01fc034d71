package org.camsweep.site;

/**
 * A pseudo-random order of the numbers 0 to n-1 in constant memory: a four-round Feistel network
 * over the next even power of two, walked until it lands below n. The same seed gives the same
 * order, so an interrupted scan can go on.
 */
final class Permutation {
  private static final int ROUNDS = 4;

  private final long n;
  private final long seed;
  private final int half;
  private final long mask;

  Permutation(long n, long seed) {
    if (n < 1) {
      throw new IllegalArgumentException("nothing to permute");
    }
    this.n = n;
    this.seed = seed;
    int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(n - 1));
    this.half = (bits + 1) / 2;
    this.mask = (1L << half) - 1;
  }

  /** The number at place {@code index}, 0 to n-1. */
  long at(long index) {
    long x = index;
    do {
      x = once(x);
    } while (x >= n);
    return x;
  }

  /** The place at which the number {@code value} stands: the inverse of {@link #at}. */
  long placeOf(long value) {
    long x = value;
    do {
      x = back(x);
    } while (x >= n);
    return x;
  }

  private long back(long x) {
    long left = x >>> half;
    long right = x & mask;
    for (int round = ROUNDS - 1; round >= 0; round--) {
      long earlier = right ^ (mix(left + seed + round * 0x9e3779b97f4a7c15L) & mask);
      right = left;
      left = earlier;
    }
    return left << half | right;
  }

  private long once(long x) {
    long left = x >>> half;
    long right = x & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (mix(right + seed + round * 0x9e3779b97f4a7c15L) & mask);
      left = right;
      right = next;
    }
    return left << half | right;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
