package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One command of the machine, run to its end or to its limit. */
final class Command {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /**
   * What a command gave.
   *
   * @param code its exit code, or -1 when it was ended at its limit
   * @param text standard output and standard error, as they came
   */
  record Result(int code, String text) {
    boolean ok() {
      return code == 0;
    }
  }

  private Command() {}

  /** Runs a command that must succeed, and gives what it printed. */
  static String must(String... words) {
    Result result = run(LIMIT, List.of(words));
    if (!result.ok()) {
      throw new IllegalStateException(
          String.join(" ", words) + " ended with " + result.code() + ": " + result.text());
    }
    return result.text();
  }

  static Result run(Duration limit, List<String> words) {
    Path out = null;
    try {
      out = Files.createTempFile("camsweep-lab", ".out");
      Process process =
          new ProcessBuilder(words)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
      String text = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
      return new Result(ended ? process.exitValue() : -1, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + words.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + words.get(0), e);
    } finally {
      discard(out);
    }
  }

  private static void discard(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
