package org.camsweep.export.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camsweep.house.NotRun;

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

  /** Ends the test unless a file of such a package is there. */
  public static void needNpm(String file) {
    need(npm(file).toString(), npm(file), "scanner-core/src/test/validators/install, as root");
  }

  /** Ends the test unless a file of a Debian package is there. */
  public static void need(Path file, String debianPackage) {
    need(debianPackage, file, "apt-get install " + debianPackage);
  }

  private static void need(String what, Path file, String cure) {
    NotRun.unless(
        Files.exists(file), what + " is not here and checked nothing; to install it: " + cure);
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
