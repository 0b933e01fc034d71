package org.camsweep.net;

/**
 * Leave to send so many things a second, in bursts of at most a hundredth of a second's worth. May
 * go into debt: what was sent without leave is waited for. Touched by one thread.
 */
final class TokenBucket {
  private double perNano;
  private double burst;
  private double tokens;
  private long filledAt;

  TokenBucket(int perSecond, long now) {
    this.perNano = perSecond / 1e9;
    this.burst = Math.max(1, perSecond / 100.0);
    this.tokens = burst;
    this.filledAt = now;
  }

  void refill(long now) {
    tokens = Math.min(burst, tokens + (now - filledAt) * perNano);
    filledAt = now;
  }

  boolean hasOne() {
    return tokens >= 1;
  }

  void take(int n) {
    tokens -= n;
  }

  /** From now on it fills this many times slower. */
  void slow(int times) {
    perNano /= times;
    burst = Math.max(1, burst / times);
  }

  /** Nanoseconds until there is one; not positive if there is. */
  long nanosToOne() {
    return (long) ((1 - tokens) / perNano);
  }
}
