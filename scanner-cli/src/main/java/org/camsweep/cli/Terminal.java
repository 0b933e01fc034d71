package org.camsweep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where a command speaks: results to {@code out}, progress and messages to {@code err}.
 *
 * @param bytes the same place as {@code out}, for formats that are written as bytes
 * @param outIsTerminal whether {@code out} is a terminal
 * @param errIsTerminal whether {@code err} is a terminal
 * @param columns width, where the terminal told it
 * @param environment environment variables
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    OutputStream bytes,
    boolean outIsTerminal,
    boolean errIsTerminal,
    OptionalInt columns,
    Map<String, String> environment) {
  /** Columns where the terminal does not tell. */
  static final int USUAL_COLUMNS = 100;

  private static final int FEWEST = 40;

  /**
   * The process's own. Java cannot ask which of its streams is a terminal, so the launcher tells it
   * in the property {@code camsweep.terminal}: for example {@code out,err,120}.
   */
  static Terminal ofProcess() {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    List<String> told = List.of(System.getProperty("camsweep.terminal", "").split(","));
    Map<String, String> environment = System.getenv();
    String wanted = environment.getOrDefault("COLUMNS", told.get(told.size() - 1));
    OptionalInt columns =
        wanted.matches("[1-9]\\d{0,3}")
            ? OptionalInt.of(Math.max(FEWEST, Integer.parseInt(wanted)))
            : OptionalInt.empty();
    return new Terminal(
        writer(out),
        writer(err),
        out,
        told.contains("out"),
        told.contains("err"),
        columns,
        environment);
  }

  static PrintWriter writer(OutputStream stream) {
    return new ScreenWriter(stream);
  }

  /** The same, with everything said on {@code err}: for a command that works for another. */
  Terminal speakingAside() {
    return new Terminal(
        err,
        err,
        OutputStream.nullOutputStream(),
        errIsTerminal,
        errIsTerminal,
        columns,
        environment);
  }

  /** Whether a progress line can be drawn over itself. */
  boolean canRedraw() {
    return errIsTerminal && !isDumb();
  }

  /** Whether results are coloured when nobody said always or never. */
  boolean colours() {
    return outIsTerminal && !isDumb() && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  private boolean isDumb() {
    return "dumb".equals(environment.get("TERM"));
  }
}
