package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the virtual machine of a scan wrote of its collections of garbage. */
final class HeapLog {
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

  private HeapLog() {}

  /** The option that has it written. */
  static String option(Path file) {
    return "-Xlog:gc:file=" + file;
  }

  /** The most that was left after a collection, in megabytes; 0 if there was none. */
  static long mostKept(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .flatMap(line -> COLLECTION.matcher(line).results())
          .mapToLong(HeapLog::kept)
          .max()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long kept(MatchResult collection) {
    return Long.parseLong(collection.group(2));
  }
}
