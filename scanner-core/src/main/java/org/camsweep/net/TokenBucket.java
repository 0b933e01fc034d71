package org.camsweep.net;

/**
 * Leave to send so many things a second, in bursts of at most a hundredth of a second's worth. What
 * could not be sent in time, because this machine was busy with something else, may be made up for
 * within a tenth of a second's worth, at twice the rate; so no second sees more than eleven tenths
 * of the rate. May go into debt: what was sent without leave is waited for. Touched by one thread.
 */
final class TokenBucket {
  private static final double BURSTS = 100;
  private static final double MAKE_UP = 10;
  private static final int HASTE = 2;

  private double perNano;
  private double most;
  private double burst;
  private double tokens;
  private double atOnce;
  private long filledAt;

  TokenBucket(int perSecond, long now) {
    this.perNano = perSecond / 1e9;
    this.burst = Math.max(1, perSecond / BURSTS);
    this.most = Math.max(1, perSecond / MAKE_UP);
    this.tokens = burst;
    this.atOnce = burst;
    this.filledAt = now;
  }

  void refill(long now) {
    double earned = (now - filledAt) * perNano;
    tokens = Math.min(most, tokens + earned);
    atOnce = Math.min(burst, atOnce + HASTE * earned);
    filledAt = now;
  }

  boolean hasOne() {
    return Math.min(tokens, atOnce) >= 1;
  }

  void take(int n) {
    tokens -= n;
    atOnce -= n;
  }

  /** From now on it fills this many times slower. */
  void slow(int times) {
    perNano /= times;
    burst = Math.max(1, burst / times);
    most = Math.max(1, most / times);
  }

  /** Nanoseconds until there is one; not positive if there is. */
  long nanosToOne() {
    return (long) Math.max((1 - tokens) / perNano, (1 - atOnce) / perNano / HASTE);
  }
}
