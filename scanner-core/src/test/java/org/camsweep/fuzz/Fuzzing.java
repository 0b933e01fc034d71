package org.camsweep.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    List<FuzzTarget> all = FuzzTargets.all();
    for (FuzzTarget each : all) {
      System.out.println(each.name());
      if (arguments.length > 0) {
        write(each, Path.of(arguments[0]));
      }
    }
    if (arguments.length > 0) {
      write(AllTargets.of(all), Path.of(arguments[0]));
    }
  }

  private static void write(FuzzTarget target, Path into) throws IOException {
    Path folder = Files.createDirectories(into.resolve(target.name()));
    for (int i = 0; i < target.seeds().size(); i++) {
      Files.write(folder.resolve("made-" + i), target.seeds().get(i));
    }
  }
}
