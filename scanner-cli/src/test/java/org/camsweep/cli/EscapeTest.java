package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.export.ExportCatalogue;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ResultFolder;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.scan.Judge;
import org.camsweep.scan.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No word of a device, a report or an operator becomes a path that leaves the result folder. */
class EscapeTest {
  @TempDir private Path home;
  private Path out;

  @BeforeEach
  void store() throws Exception {
    out = home.resolve("deep/er/out");
    Files.createDirectories(out.getParent());
    StoredResult.write(out, true, "../../../../escaped");
    Report report =
        new Judge(Rules.read(Packs.shipped(), false))
            .judge(JournalReader.open(out), Optional.empty());
    ResultFolder.write(out.resolve(ResultFolder.REPORT), o -> ReportJson.write(report, o));
  }

  private Set<String> outside() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(f -> !f.startsWith(out))
          .map(f -> home.relativize(f).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../escaped",
        "/tmp/camsweep-escaped",
        "..\\..\\escaped",
        "C:\\escaped",
        "....//....//escaped",
        "~/escaped",
        "$HOME/escaped",
        "..",
        ".",
        "-",
        "a/../b",
        "\u2215..\u2215escaped",
        "\uff0e\uff0e\uff0fescaped"
      })
  void aMarkingNamesAFileInTheFolder(String marking) throws IOException {
    Set<String> before = outside();
    Typed typed = Typed.camsweep("report", out.toString(), "-o", "csv", "--marking", marking);
    assertThat(typed.err()).isEmpty();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> String.valueOf(f.getFileName())))
          .anyMatch(n -> n.matches("report(-[\\p{L}\\p{N}-]+)?\\.csv"));
    }
    assertThat(outside()).isEqualTo(before);
    assertThat(Path.of("/tmp/camsweep-escaped")).doesNotExist();
  }

  @Test
  void aLongMarkingIsNeverCutWithinALetter() {
    String name = MarkingOption.inNames(Optional.of("x" + "\ud835\udd38".repeat(30)));
    assertThat(name.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)).isTrue();
    assertThat(name.length()).isLessThanOrEqualTo(41);
  }

  @Test
  void aMarkingIsWrittenAlsoWhereTheEnvironmentHasNoLanguage() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.camsweep.cli.Main",
                "report",
                "out",
                "-o",
                "csv")
            .directory(out.getParent().toFile())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Path file = out.resolve(ResultFolder.REPORT);
    String report = Files.readString(file);
    String marked =
        report.replaceFirst("\"provenance\" ?: ?\\{", "$0 \"marking\": \"D\u00c9FENSE 2\",");
    assertThat(marked).isNotEqualTo(report);
    Files.writeString(file, marked);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(said).doesNotContain("Exception");
    assertThat(out.resolve("report-D-FENSE-2.csv")).as(said).exists();
  }

  /** Ids and names of a report that somebody else wrote. */
  @ParameterizedTest
  @ValueSource(strings = {"../../../../escaped", "/tmp/camsweep-escaped", "..\\\\escaped", ".."})
  void idsOfAForgedReportAreNoPaths(String id) throws IOException {
    Path file = out.resolve(ResultFolder.REPORT);
    String text = Files.readString(file);
    String forged =
        text.replace("\"scan-1\"", "\"" + id + "\"")
            .replace("\"cctv\"", "\"" + id + "\"")
            .replace("\"house\"", "\"" + id + "\"");
    assertThat(forged).isNotEqualTo(text);
    Files.writeString(file, forged, StandardCharsets.UTF_8);
    Set<String> before = outside();
    ExportCatalogue.all().stream()
        .filter(e -> !e.format().equals("json"))
        .forEach(e -> Typed.camsweep("report", out.toString(), "-o", e.format()));
    assertThat(outside()).isEqualTo(before);
    try (Stream<Path> all = Files.walk(out)) {
      assertThat(all.map(f -> f.toString())).noneMatch(n -> n.contains("escaped"));
    }
    assertThat(Path.of("/tmp/camsweep-escaped")).doesNotExist();
  }

  @Test
  void anIdOfASiteFileWithPathCharactersIsRefused() throws IOException {
    for (String id : new String[] {"../x", "a/b", "..", "a\\b", "/etc"}) {
      Path site = home.resolve("site.yaml");
      Files.writeString(
          site,
          "version: 1\nsites:\n- id: '"
              + id
              + "'\n  networks:\n  - { id: n, cidr: 10.0.0.0/30 }\n");
      assertThat(Typed.camsweep("site", "check", site.toString()).err()).contains("site.yaml:3:");
      Files.writeString(
          site,
          "version: 1\nsites:\n- id: s\n  networks:\n  - { id: '"
              + id
              + "', cidr: 10.0.0.0/30 }\n");
      assertThat(Typed.camsweep("site", "check", site.toString()).err()).contains("site.yaml:5:");
    }
  }
}
