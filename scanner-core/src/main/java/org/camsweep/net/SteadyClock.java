package org.camsweep.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of day as it was when the scan began, and from then on by a clock that nobody sets: a
 * scan waits by it, so a clock that is put forward or back neither cuts a wait short nor makes it
 * last for a day.
 */
final class SteadyClock extends Clock {
  private final Clock wall;
  private final Pacing.Nanos nanos;
  private final Instant start;
  private final long began;

  SteadyClock(Clock wall, Pacing.Nanos nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.start = wall.instant();
    this.began = nanos.nanos();
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos.nanos() - began);
  }

  /** By how much the machine's clock was put forward (back: negative) since the start. */
  Duration moved() {
    return Duration.between(instant(), wall.instant());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants only");
  }
}
