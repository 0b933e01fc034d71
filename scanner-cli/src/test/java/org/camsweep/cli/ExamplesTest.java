package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every command shows examples, and every example that is shown can be typed. */
class ExamplesTest {
  /** A command line as help or a page shows it, up to a comment, a pipe or a redirection. */
  private static final Pattern EXAMPLE =
      Pattern.compile("^ *(?:source <\\()?(?:\\./)?camsweep ((?:\"[^\"]*\"|[^\"#|>)])*)");

  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\" ])+");

  /** Every command of the tree, each once. */
  static Stream<CommandSpec> commands() {
    return tree(Main.commandLine(Typed.nowhere()));
  }

  private static Stream<CommandSpec> tree(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec()),
        command.getSubcommands().values().stream().distinct().flatMap(ExamplesTest::tree));
  }

  private static List<String> words(String line) {
    return EXAMPLE
        .matcher(line)
        .results()
        .flatMap(found -> WORD.matcher(found.group(1)).results())
        .map(MatchResult::group)
        .map(word -> word.replace("\"", ""))
        .toList();
  }

  private static void assertCanBeTyped(String line) {
    String[] words = words(line).toArray(String[]::new);
    assertThat(words).as(line).isNotEmpty();
    assertThatCode(() -> Main.commandLine(Typed.nowhere()).parseArgs(words))
        .as(line)
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasExamplesOfItsOwnThatCanBeTyped(CommandSpec command) {
    String name = command.qualifiedName();
    assertThat(command.usageMessage().footerHeading()).as(name).isEqualTo("%nExamples:%n");
    assertThat(command.usageMessage().footer())
        .as(name)
        .isNotEmpty()
        .anyMatch(line -> line.contains(name))
        .allSatisfy(ExamplesTest::assertCanBeTyped);
    assertThat(command.commandLine().getUsageMessage()).contains("\nExamples:\n  ");
  }

  @Test
  void theTreeIsWalkedToItsLeaves() {
    assertThat(commands().map(CommandSpec::qualifiedName))
        .contains("camsweep", "camsweep scan", "camsweep signatures install", "camsweep help")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "docs/evidence.md", "docs/exports.md"})
  void whatThePagesSayCanBeTyped(String page) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(Path.of("..").resolve(page))) {
      code ^= line.startsWith("```");
      if (code && !words(line).isEmpty()) {
        lines.add(line);
      }
    }
    assertThat(lines).allSatisfy(ExamplesTest::assertCanBeTyped);
    assertThat(page.equals("README.md") ? lines.size() : 20).isGreaterThanOrEqualTo(20);
  }

  @Test
  void anExampleIsReadAsAShellReadsIt() {
    assertThat(words("  camsweep scan --operator \"A. Operator\" -d out > x # why"))
        .containsExactly("scan", "--operator", "A. Operator", "-d", "out");
    assertThat(words("  source <(camsweep completion bash)")).containsExactly("completion", "bash");
    assertThat(words("Result    camsweep-demo-1")).isEmpty();
  }
}
