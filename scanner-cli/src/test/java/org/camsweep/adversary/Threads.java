package org.camsweep.adversary;

import java.io.IOException;

/** Starts daemon threads; one that fails ends alone. */
final class Threads {
  /** Work that may fail. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  private Threads() {}

  static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // the scanner closed: that is what it is meant to do
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "adversary");
    thread.setDaemon(true);
    thread.start();
  }
}
