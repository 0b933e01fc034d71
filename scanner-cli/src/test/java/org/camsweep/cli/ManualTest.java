package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** The manual pages, read by two formatters that others wrote. */
class ManualTest {
  @TempDir private Path folder;

  @BeforeEach
  void written() {
    Typed typed = Typed.camsweep("manual", folder.toString(), "--date", "2026-11-25");
    assertThat(typed.code()).as(typed.err()).isZero();
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Stream<CommandSpec> commands() {
    return ExamplesTest.commands().filter(c -> !c.usageMessage().hidden());
  }

  @Test
  void everyCommandHasOne() throws IOException {
    assertThat(pages().stream().map(p -> p.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(
            commands().map(c -> c.qualifiedName("-") + ".1").toList())
        .contains("camsweep.1", "camsweep-signatures-install.1");
  }

  @Test
  void mandocFindsNothingToBlame() throws IOException {
    Tools.need("mandoc");
    for (Path page : pages()) {
      Tools.Said said =
          Tools.run(
              folder, Map.of(), List.of("mandoc", "-T", "lint", "-W", "style", page.toString()));
      assertThat(said.text()).as(page.toString()).isEmpty();
      assertThat(said.code()).as(page.toString()).isZero();
    }
  }

  @Test
  void groffWarnsOfNothing() throws IOException {
    Tools.need("man", "groff");
    for (Path page : pages()) {
      Tools.Said said =
          Tools.run(
              folder,
              Map.of("LC_ALL", "C.UTF-8", "MANROFFOPT", "-wall"),
              List.of("man", "--warnings=w", "-Tutf8", "-l", page.toString()));
      assertThat(said.text())
          .as(page.toString())
          .contains("camsweep manual")
          .doesNotContain("troff:", "<standard input>");
      assertThat(said.code()).as(page.toString()).isZero();
    }
  }

  @Test
  void whatIsShownSaysAllThatHelpSays() {
    Tools.need("mandoc");
    commands()
        .forEach(
            command -> {
              String shown = shown(command);
              List<String> told = new ArrayList<>();
              command.options().forEach(o -> told.addAll(List.of(o.names())));
              command.options().forEach(o -> told.addAll(List.of(o.description())));
              command.positionalParameters().forEach(p -> told.addAll(List.of(p.description())));
              told.addAll(List.of(command.usageMessage().description()));
              told.addAll(List.of(command.usageMessage().footer()));
              for (String line : told) {
                assertThat(shown).as(command.qualifiedName()).contains(folded(line));
              }
            });
  }

  private String shown(CommandSpec command) {
    String page = folder.resolve(command.qualifiedName("-") + ".1").toString();
    List<String> words = List.of("mandoc", "-T", "ascii", "-O", "width=100", page);
    // Bold is a letter, a backspace and the letter again; underlining an underscore before it.
    return folded(Tools.run(folder, Map.of(), words).text().replaceAll(".\b", ""));
  }

  private static String folded(String text) {
    return text.replace("%%", "%").replaceAll("\\s+", " ").strip();
  }

  @Test
  void everyVariableThatTheProgramReadsIsNamed() throws IOException {
    Pattern variable = Pattern.compile("\\bCAMSWEEP_[A-Z_]+");
    List<String> read = new ArrayList<>();
    for (Path source : sources()) {
      variable.matcher(Files.readString(source)).results().forEach(m -> read.add(m.group()));
    }
    assertThat(read).contains("CAMSWEEP_PACK_KEY", "CAMSWEEP_JAVA_OPTS");
    String page = Files.readString(folder.resolve("camsweep.1"));
    assertThat(read).allSatisfy(name -> assertThat(page).contains(Roff.escaped(name)));
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>(List.of(Path.of("..", "camsweep")));
    for (String module : List.of("scanner-cli", "scanner-core")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  @Test
  void nothingWrittenIsTakenForARequest() {
    String source =
        new Roff()
            .section("A")
            .text(".SH no section \\fB \"x\" 'y' \u00e9")
            .example(List.of(".B x", "'y"))
            .toString();
    assertThat(source.lines())
        .containsExactly(
            ".SH A",
            "\\&.SH no section \\efB \\(dqx\\(dq \\(aqy\\(aq \\[u00E9]",
            ".EX",
            "\\&.B x",
            "\\(aqy",
            ".EE");
  }

  @Test
  void pagesAreTheSameEachTimeAndWrittenOver() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("camsweep-scan.1"));
    written();
    assertThat(Files.readAllBytes(folder.resolve("camsweep-scan.1"))).isEqualTo(before);
  }
}
