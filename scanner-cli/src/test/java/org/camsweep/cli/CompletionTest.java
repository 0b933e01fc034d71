package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion script in real shells: what is typed, then Tab. */
class CompletionTest {
  private static final Path PRESS_TAB =
      Path.of("src", "test", "shells", "press-tab").toAbsolutePath();

  @TempDir private Path folder;

  /** What is typed, and the last word after Tab. */
  private static Map<String, String> typed() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("sc", "scan");
    all.put("man", "manual");
    all.put("signatures ver", "verify");
    all.put("waiver ch", "check");
    all.put("scan --sit", "--site");
    all.put("listen --no-j", "--no-join");
    all.put("scan --profile ge", "gentle");
    all.put("scan --sensitive own", "owner-decision");
    all.put("scan --fail-on rev", "review");
    all.put("scan --color nev", "never");
    all.put("scan --probes viv", "vivotek");
    all.put("report out -o def", "defectdojo");
    all.put("report out --output prom", "prometheus");
    all.put("report out --redact ser", "serial");
    all.put("completion z", "zsh");
    all.put("probes viv", "vivotek");
    all.put("scan --site my-s", "my-site.yaml");
    all.put("scan --waivers my-w", "my-waivers.yaml");
    all.put("identify my-site.yaml --baseline in", "inspection-may");
    all.put("report in", "inspection-may");
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void tabCompletes(String shell) throws IOException {
    Tools.need(shell, "python3");
    Files.createDirectory(folder.resolve("inspection-may"));
    Files.createFile(folder.resolve("my-site.yaml"));
    Files.createFile(folder.resolve("my-waivers.yaml"));
    Path script = folder.resolve("completion");
    Files.writeString(script, Typed.camsweep("completion", shell).out());
    List<String> words = new ArrayList<>(List.of(PRESS_TAB.toString(), shell, script.toString()));
    words.addAll(typed().keySet());
    Tools.Said said = Tools.run(folder, Map.of(), words);
    List<String> expected = new ArrayList<>();
    typed()
        .forEach(
            (line, last) -> {
              String before = line.substring(0, line.lastIndexOf(' ') + 1) + last;
              expected.add("<" + String.join("><", before.split(" ", 0)) + ">");
            });
    // A folder is completed with the slash that leads into it, by bash alone.
    assertThat(said.text().replace("/>", ">").lines()).containsExactlyElementsOf(expected);
    assertThat(said.code()).isZero();
  }

  @Test
  void theScriptIsTheSameEachTime() {
    assertThat(Typed.camsweep("completion", "bash").out())
        .isEqualTo(Typed.camsweep("completion", "bash").out());
  }
}
