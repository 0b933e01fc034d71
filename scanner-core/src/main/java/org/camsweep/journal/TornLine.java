package org.camsweep.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last line of a file, where a process was killed or the disk was full while it was added. */
final class TornLine {
  private static final int STEP = 8_192;

  private TornLine() {}

  /**
   * Takes a torn last line away. What it said is said again, for nothing was written after it. One
   * with a NUL in it stays, closed and unreadable: the machine itself went down, more may be lost,
   * and a report must say so.
   */
  static void drop(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      long length = access.length();
      long start = startOfLast(access, length);
      if (start == length) {
        return;
      }
      if (holdsNul(access, start)) {
        access.seek(length);
        access.write('\n');
      } else {
        access.setLength(start);
      }
    }
  }

  /** Where the bytes after the last line feed begin. */
  private static long startOfLast(RandomAccessFile access, long length) throws IOException {
    byte[] part = new byte[STEP];
    for (long to = length; to > 0; to -= STEP) {
      long from = Math.max(0, to - STEP);
      int size = (int) (to - from);
      access.seek(from);
      access.readFully(part, 0, size);
      for (int i = size - 1; i >= 0; i--) {
        if (part[i] == '\n') {
          return from + i + 1;
        }
      }
    }
    return 0;
  }

  private static boolean holdsNul(RandomAccessFile access, long from) throws IOException {
    byte[] part = new byte[STEP];
    access.seek(from);
    for (int n = access.read(part); n > 0; n = access.read(part)) {
      for (int i = 0; i < n; i++) {
        if (part[i] == 0) {
          return true;
        }
      }
    }
    return false;
  }
}
