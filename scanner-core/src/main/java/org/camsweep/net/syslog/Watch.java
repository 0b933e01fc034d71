package org.camsweep.net.syslog;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Closes a socket on which nothing has moved for too long: a write has no time-out of its own. */
final class Watch implements AutoCloseable {
  private final Thread thread;
  private volatile long lastNanos = System.nanoTime();

  private Watch(Socket socket, Duration patience) {
    this.thread =
        new Thread(
            () -> {
              try {
                // Twice: what is read at the end has a time-out of its own, which comes first.
                while (System.nanoTime() - lastNanos < 2 * patience.toNanos()) {
                  Thread.sleep(patience.toMillis() / 10);
                }
                socket.close();
              } catch (InterruptedException | IOException e) {
                return; // no longer needed
              }
            },
            "log-host-watch");
    thread.setDaemon(true);
  }

  static Watch over(Socket socket, Duration patience) {
    Watch watch = new Watch(socket, patience);
    watch.thread.start();
    return watch;
  }

  void moved() {
    lastNanos = System.nanoTime();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
