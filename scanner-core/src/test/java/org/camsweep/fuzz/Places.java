package org.camsweep.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where inputs stand that are read from files. */
final class Places {
  private Places() {}

  /** A folder of its own; removed with the process. */
  static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("fuzz");
    folder.toFile().deleteOnExit();
    return folder;
  }

  static Path file(String name) throws IOException {
    Path file = folder().resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }
}
