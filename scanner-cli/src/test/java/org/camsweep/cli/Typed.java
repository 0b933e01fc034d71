package org.camsweep.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/** A command line that was typed, and what came of it. */
record Typed(int code, String out, String err) {
  static Typed camsweep(String... words) {
    return camsweep(Map.of(), words);
  }

  /** With these variables in the environment. */
  static Typed camsweep(Map<String, String> environment, String... words) {
    return camsweep(OptionalInt.empty(), environment, words);
  }

  /** On a terminal of that width. */
  static Typed camsweep(OptionalInt columns, Map<String, String> environment, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            Terminal.writer(out), Terminal.writer(err), out, false, false, columns, environment);
    int code = Main.run(terminal, words);
    terminal.out().flush();
    terminal.err().flush();
    return new Typed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Terminal nowhere() {
    PrintWriter writer = Terminal.writer(new ByteArrayOutputStream());
    return new Terminal(
        writer, writer, new ByteArrayOutputStream(), false, false, OptionalInt.empty(), Map.of());
  }
}
