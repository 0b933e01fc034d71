package org.camsweep.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.config.StrictJson;

/** The lines of a file, each of bounded length, without holding the file in memory. */
final class LineSource implements AutoCloseable {
  /**
   * One line.
   *
   * @param text empty where the line is too long
   * @param torn whether the file ended before the line did
   */
  record Line(int number, String text, boolean torn, boolean tooLong) {
    JsonValue json(String file) throws ConfigException {
      if (tooLong) {
        throw new ConfigException(
            file, number, "a line of more than 4 MiB", "leave out 'raw', or split the line");
      }
      return StrictJson.read(file, number, text);
    }
  }

  private final InputStream in;
  private int number;

  private LineSource(InputStream in) {
    this.in = in;
  }

  static LineSource open(Path file) throws IOException {
    return new LineSource(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  /** The next line, without its end; empty after the last. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    boolean tooLong = false;
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    number++;
    while (b >= 0 && b != '\n') {
      if (line.size() >= ObservationJson.MAX_LINE) {
        tooLong = true;
      } else {
        line.write(b);
      }
      b = in.read();
    }
    String text = tooLong ? "" : line.toString(StandardCharsets.UTF_8);
    if (number == 1 && text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    return Optional.of(new Line(number, text, b < 0, tooLong));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
