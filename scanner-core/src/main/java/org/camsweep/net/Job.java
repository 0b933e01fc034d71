package org.camsweep.net;

/** One thing to send. */
interface Job {
  /** Whether it opens a connection. */
  boolean connects();

  /** Sends; calls {@link Pacer#done} through {@code line} when its connection is closed. */
  void start(Line line);
}
