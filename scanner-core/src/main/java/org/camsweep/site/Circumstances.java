package org.camsweep.site;

import java.util.List;
import java.util.Optional;

/**
 * What a scan was made with, as found when it began.
 *
 * @param program the program's own files with their SHA-256, {@code scanner-cli.jar sha256:…};
 *     empty for a development build
 * @param runtime Java and the operating system
 * @param clock whether the clock was in step with a reference; "unknown" where this machine does
 *     not tell
 * @param siteFile the site file's SHA-256, if there was one
 * @param siteFileAt where it was, as an absolute path; kept in the result folder, in no report
 */
public record Circumstances(
    List<String> program,
    String runtime,
    String clock,
    Optional<String> siteFile,
    Optional<String> siteFileAt) {
  public Circumstances {
    program = List.copyOf(program);
  }

  /** The same for those who need not know how folders are named here. */
  public Circumstances forReport() {
    return new Circumstances(program, runtime, clock, siteFile, Optional.empty());
  }
}
