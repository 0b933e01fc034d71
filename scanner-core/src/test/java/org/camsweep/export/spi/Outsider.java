package org.camsweep.export.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Validators that others wrote and that come with the operating system. */
public final class Outsider {
  /**
   * What an outside program said.
   *
   * @param code exit code
   * @param output standard output and error together
   */
  public record Said(int code, String output) {}

  private static final Path NPM = Path.of("target", "validators-npm", "node_modules");

  private Outsider() {}

  /** A file of an npm package that {@code src/test/validators/install} installs. */
  public static Path npm(String file) {
    return NPM.resolve(file);
  }

  /** As {@link #isThere}, for a file of such a package. */
  public static boolean isNpmThere(String file) {
    return isThere(npm(file), "nothing; run scanner-core/src/test/validators/install as root");
  }

  /**
   * Whether a file of an outside package is there. Where it is not, that is said aloud, and under
   * CI it is a failure.
   */
  public static boolean isThere(Path file, String debianPackage) {
    if (Files.exists(file)) {
      return true;
    }
    String lacking = "NOT CHECKED by an outside validator: apt-get install " + debianPackage;
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(lacking);
    }
    System.err.println(lacking);
    return false;
  }

  /** Runs a program to its end with a document as its standard input. */
  public static Said run(byte[] document, String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var in = process.getOutputStream()) {
        new ByteArrayInputStream(document).transferTo(in);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
