package org.camsweep.net;

/** What pacing needs of the world, so that tests can hold it. */
final class Pacing {
  private Pacing() {}

  /** The edge's monotonic clock. */
  interface Nanos {
    long nanos();
  }

  /** Runs something on the edge's own thread after a while. */
  interface Wake {
    void after(long nanos, Runnable what);
  }
}
