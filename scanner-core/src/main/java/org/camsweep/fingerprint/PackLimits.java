package org.camsweep.fingerprint;

import org.camsweep.config.ConfigException;

/** Counts what a pack brings in, and ends the reading beyond the limits. */
final class PackLimits {
  static final int MAX_FILE = 8 * 1024 * 1024;
  private static final int MAX_FILES = 20_000;
  private static final long MAX_TOTAL = 128L * 1024 * 1024;

  private final String pack;
  private int count;
  private long total;

  PackLimits(String pack) {
    this.pack = pack;
  }

  void add(String name, byte[] bytes) throws ConfigException {
    count++;
    total += bytes.length;
    if (bytes.length > MAX_FILE) {
      throw new ConfigException(pack, 0, name + " is larger than 8 MiB", "split the file");
    }
    if (count > MAX_FILES || total > MAX_TOTAL) {
      throw new ConfigException(
          pack, 0, "holds more than 20,000 files or 128 MiB", "name the folder of the pack alone");
    }
  }

  /** Whether a name stays inside the pack: no drive, no root, no way up, no control characters. */
  static boolean isPlain(String name) {
    if (name.isEmpty() || name.startsWith("/") || name.length() > 200) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return name.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\' && c != ':');
  }
}
