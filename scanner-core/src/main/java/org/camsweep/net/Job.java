package org.camsweep.net;

/** One thing to send. */
interface Job {
  /** Whether it opens a connection. */
  boolean connects();

  /** Sends; calls {@link Pacer#done} through {@code line} when its connection is closed. */
  void start(Line line);

  /** It will not be sent: says so to who waits for it. */
  void drop(String why);
}
