package org.camsweep.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Jazzer enters, by reflection: nothing here needs its classes. The argument is a target's
 * name; {@code src/test/fuzz/run} gives it.
 */
public final class Fuzzing {
  private static Optional<FuzzTarget> target = Optional.empty();

  private Fuzzing() {}

  /** Called once, before the first input. */
  public static void fuzzerInitialize(String[] arguments) throws Exception {
    target = Optional.of(FuzzTargets.named(arguments[0]));
  }

  /** Called for every input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.orElseThrow().run(input);
  }

  /**
   * Prints the names of all targets, one a line; with a folder, writes the seeds that are made and
   * not stored into a folder of each.
   */
  public static void main(String[] arguments) throws Exception {
    for (FuzzTarget each : FuzzTargets.all()) {
      System.out.println(each.name());
      if (arguments.length > 0) {
        Path folder = Files.createDirectories(Path.of(arguments[0], each.name()));
        for (int i = 0; i < each.seeds().size(); i++) {
          Files.write(folder.resolve("made-" + i), each.seeds().get(i));
        }
      }
    }
  }
}
