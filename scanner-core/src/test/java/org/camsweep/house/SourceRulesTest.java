package org.camsweep.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that show in the text only. */
class SourceRulesTest {
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|for now\\b|not (yet )?implemented");
  private static final int MOST_LINES = 400;

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("scanner-core", "scanner-cli", "fingerprints")) {
      Path sources = Path.of("..", module, "src", "main", "java");
      if (Files.isDirectory(sources)) {
        try (Stream<Path> all = Files.walk(sources)) {
          all.filter(p -> p.toString().endsWith(".java")).forEach(files::add);
        }
      }
    }
    assertThat(files).as("sources; run the tests from the module's folder").isNotEmpty();
    return files;
  }

  @Test
  void noFileIsLongerThanAPersonReads() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readAllLines(file).size())
          .as("%s: lines; split it by what its parts are about", file)
          .isLessThanOrEqualTo(MOST_LINES);
    }
  }

  @Test
  void nothingIsLeftUnfinished() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readString(file))
          .as("%s: finish it, or leave it out and say so in the README", file)
          .doesNotContainPattern(UNFINISHED);
    }
  }

  @Test
  void everyRoomSaysWhatItIs() throws IOException {
    for (Path file : files()) {
      assertThat(file.resolveSibling("package-info.java"))
          .as("the room of %s needs a package-info.java with one paragraph", file)
          .exists();
    }
  }
}
