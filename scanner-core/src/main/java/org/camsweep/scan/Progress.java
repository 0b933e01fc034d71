package org.camsweep.scan;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a scan is.
 *
 * @param done addresses that have their outcome
 * @param total addresses in the swept blocks
 * @param living hosts found so far
 * @param active hosts being asked now
 * @param quickest how long the living host that took least was asked; empty while none has ended
 */
public record Progress(
    long done, long total, long living, int active, Optional<Duration> quickest) {
  /**
   * How long it may still take: what was not begun at the pace so far, then the turn of one more
   * host, which at the end has the pace for itself. Empty where it cannot be known: before a
   * twentieth is done, and once everybody is being asked, for a slow device may take minutes.
   *
   * @param elapsed since the scan began
   */
  public Optional<Duration> left(Duration elapsed) {
    long begun = done + active;
    if (done <= 0 || begun >= total || done * 20 < total || elapsed.toSeconds() < 2) {
      return Optional.empty();
    }
    double nanos = (double) elapsed.toNanos() / begun * (total - begun);
    return Optional.of(Duration.ofNanos((long) nanos).plus(quickest.orElse(Duration.ZERO)));
  }
}
