package org.camsweep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every parser against its seeds, against what was once found ({@code found-…}), and against seeds
 * changed at random: some here, as many as {@code -Dcamsweep.random.inputs=1000000} says in all,
 * others with another {@code -Dcamsweep.random.seed}.
 */
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/fuzz/corpus");
  private static final int INPUTS = Integer.getInteger("camsweep.random.inputs", 20_000);
  private static final long SEED = Long.getLong("camsweep.random.seed", 0);

  @TestFactory
  Stream<DynamicTest> everyParserTakesEverything() throws Exception {
    List<FuzzTarget> all = FuzzTargets.all();
    int each = Math.max(1, INPUTS / all.size());
    return all.stream().map(t -> DynamicTest.dynamicTest(t.name(), () -> takes(t, each)));
  }

  private static void takes(FuzzTarget target, int inputs) throws Exception {
    List<byte[]> seeds = AllTargets.stored(target);
    assertThat(seeds).as("seeds").isNotEmpty();
    for (byte[] seed : seeds) {
      run(target, seed);
    }
    Mutator mutator = new Mutator(target.name().hashCode() + SEED);
    for (int i = 0; i < inputs; i++) {
      run(target, mutator.next(seeds));
    }
  }

  private static void run(FuzzTarget target, byte[] input) {
    try {
      target.run(input);
    } catch (Throwable e) { // whatever it is, the input is what one wants to know
      throw new AssertionError(target.name() + ": " + HexFormat.of().formatHex(input), e);
    }
  }

  @Test
  void everyFolderOfSeedsBelongsToAParser() throws Exception {
    List<String> names = FuzzTargets.all().stream().map(FuzzTarget::name).toList();
    try (Stream<Path> folders = Files.list(CORPUS)) {
      assertThat(folders.map(f -> f.getFileName().toString())).isSubsetOf(names);
    }
  }
}
