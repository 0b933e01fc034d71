package org.camsweep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camsweep.house.NotRun;
import org.junit.jupiter.api.Assertions;

/** Programs of the machine that check what camsweep makes. */
final class Tools {
  /**
   * What a program said.
   *
   * @param code exit code
   * @param text standard output and error together
   */
  record Said(int code, String text) {}

  private Tools() {}

  /** Ends the test unless the programs are there. */
  static void need(String... programs) {
    List<String> absent = Stream.of(programs).filter(p -> !isThere(p)).toList();
    NotRun.unless(
        absent.isEmpty(),
        "no "
            + String.join(", ", absent)
            + " here; run scanner-core/src/test/validators/install as root");
  }

  private static boolean isThere(String program) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(":", -1)).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
  }

  /** Runs a program in a folder to its end; one that hangs is ended and fails the test. */
  static Said run(Path folder, Map<String, String> environment, List<String> words) {
    Path out = folder.resolve("said.txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Assertions.fail(words + " hangs after: " + Files.readString(out));
      }
      String text = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
      Files.delete(out);
      return new Said(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
