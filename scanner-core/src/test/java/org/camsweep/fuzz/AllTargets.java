package org.camsweep.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All targets as one, for a run that has a minute for them together: the first byte of an input
 * says whose it is.
 */
final class AllTargets {
  static final String NAME = "all";
  private static final Path CORPUS = Path.of("src/test/fuzz/corpus");

  private AllTargets() {}

  static FuzzTarget of(List<FuzzTarget> targets) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      for (byte[] seed : stored(targets.get(i))) {
        seeds.add(addressed(i, seed));
      }
    }
    return new FuzzTarget(NAME, seeds, bytes -> run(targets, bytes));
  }

  /** A target's seeds: those that are made, and those that are stored. */
  static List<byte[]> stored(FuzzTarget target) throws IOException {
    List<byte[]> inputs = new ArrayList<>(target.seeds());
    Path folder = CORPUS.resolve(target.name());
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          inputs.add(Files.readAllBytes(file));
        }
      }
    }
    return inputs;
  }

  private static byte[] addressed(int target, byte[] seed) {
    byte[] all = new byte[seed.length + 1];
    all[0] = (byte) target;
    System.arraycopy(seed, 0, all, 1, seed.length);
    return all;
  }

  private static void run(List<FuzzTarget> targets, byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    FuzzTarget target = targets.get((bytes[0] & 0xff) % targets.size());
    try {
      target.run(Arrays.copyOfRange(bytes, 1, bytes.length));
    } catch (Throwable e) { // whatever it is, the target's name is what one wants to know
      throw new AssertionError(target.name() + ": the input is that without its first byte", e);
    }
  }
}
