package org.camsweep.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file to which whole lines are added. Each line reaches the operating system in one write before
 * {@link #add} returns, so that a killed process leaves at most one torn line, the last. After a
 * failure nothing more is written. Thread-safe.
 */
final class LineFile implements AutoCloseable {
  private final String name;
  private final OutputStream out;
  private boolean failed;

  /**
   * @param out unbuffered
   */
  LineFile(String name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  synchronized void add(String line) {
    if (failed) {
      throw new JournalException(name, new IOException("an earlier write failed"));
    }
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      failed = true;
      throw new JournalException(name, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new JournalException(name, e);
    }
  }
}
