package org.camsweep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of file that an operator writes or a pack brings, against every trick that its format
 * knows: one line with the file and the line, and nothing else.
 */
class OperatorFilesTest {
  private static final Map<String, String> YAML =
      Map.of(
          "site", "site/whole.yaml",
          "waivers", "waivers/one.yaml",
          "rules", "rules/own.yaml",
          "entities", "entities/se.yaml",
          "signatures", "signatures/acme.yaml",
          "labels", "labels/acme.yaml",
          "regimes", "regimes/own.yaml",
          "exposure", "exposure/microphone.yaml");

  private static final Map<String, String> TRICKS =
      Map.ofEntries(
          Map.entry("extra: {a: &a [x, x], b: &b [*a, *a], c: [*b, *b, *b]}", "alias '*a'"),
          Map.entry("extra: &a [*a]", "alias '*a'"),
          Map.entry("<<: *nowhere", "alias '*nowhere'"),
          Map.entry("extra: !!java.net.URL [http://127.0.0.1/]", "type tag"),
          Map.entry("extra: !!python/object/apply:os.system [id]", "type tag"),
          Map.entry("extra: !!binary aGVsbG8=", "type tag"),
          Map.entry("extra: !local x", "type tag"),
          Map.entry("extra: " + "[".repeat(20_000), "nesting deeper than 100"),
          Map.entry("extra: " + "{a: ".repeat(20_000), "nesting deeper than 100"),
          Map.entry("extra:\n" + blocks(150), "nesting deeper than 100"),
          Map.entry("extra: [" + "x,".repeat(500_001) + "]", "more than 500000 values"),
          Map.entry("extra: '" + "x".repeat(8 << 20) + "'", "larger than 8 MiB"),
          Map.entry("---\nextra: 1", "a second document"),
          Map.entry("extra: \"\\u00", "not YAML"),
          Map.entry("extra: \u0007", "control character U+0007"),
          Map.entry("extra: \u202e", "control character U+202E"));

  private static String blocks(int levels) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= levels; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  private static String seed(String file) throws IOException {
    return Files.readString(Path.of("src/test/fuzz/corpus", file), StandardCharsets.UTF_8);
  }

  private static void read(String kind, byte[] bytes) throws Exception {
    Stream.concat(OperatorFiles.targets().stream(), PackParts.targets().stream())
        .filter(t -> t.name().equals(kind))
        .findFirst()
        .orElseThrow()
        .reader()
        .read(bytes);
  }

  private static void refused(String kind, byte[] bytes, String says) {
    Throwable thrown = catchThrowable(() -> read(kind, bytes));
    assertThat(thrown).as(kind).isInstanceOf(ConfigException.class).hasMessageContaining(says);
    String line = String.valueOf(thrown.getMessage());
    assertThat(line.length()).as(line).isLessThan(400);
    assertThat(line.chars().noneMatch(Character::isISOControl)).as(line).isTrue();
  }

  static Stream<Arguments> tricks() {
    return YAML.keySet().stream()
        .sorted()
        .flatMap(kind -> TRICKS.keySet().stream().sorted().map(t -> Arguments.of(kind, t)));
  }

  @Test
  void theSeedsAreGoodFiles() {
    YAML.forEach(
        (kind, file) ->
            assertThatCode(() -> read(kind, seed(file).getBytes(StandardCharsets.UTF_8)))
                .as(kind)
                .doesNotThrowAnyException());
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("tricks")
  void everyTrickIsRefusedInEveryKind(String kind, String trick) throws Exception {
    String text = seed(YAML.get(kind)) + "\n" + trick + "\n";
    refused(kind, text.getBytes(StandardCharsets.UTF_8), TRICKS.get(trick));
  }

  static Stream<String> kinds() {
    return YAML.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noKeyMayBeWrittenTwiceAtAnyDepth(String kind) throws Exception {
    List<String> lines = seed(YAML.get(kind)).lines().toList();
    int tried = 0;
    int open = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean own = open == 0;
      open += line.replaceAll("[^\\[{]", "").length() - line.replaceAll("[^\\]}]", "").length();
      if (own && line.matches(" *(- )?[A-Za-z]+:.*")) {
        List<String> twice = new ArrayList<>(lines);
        // Before the entry itself, so that what belongs to it stays below it.
        boolean first = line.stripLeading().startsWith("- ");
        String key = line.replaceFirst("^ *(?:- )?", "").replaceFirst(":.*", "");
        String indent = " ".repeat(line.indexOf(key));
        twice.set(i, first ? indent + line.strip().substring(2) : line);
        twice.add(i, (first ? indent.substring(2) + "- " : indent) + key + ": again");
        String text = String.join("\n", twice) + "\n";
        refused(kind, text.getBytes(StandardCharsets.UTF_8), "key '" + key + "' is written twice");
        tried++;
      }
    }
    assertThat(tried).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aMappingOfManyKeysCostsNoMoreThanItsLength(String kind) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      text.append('k').append(i).append(": 1\n");
    }
    refused(kind, text.toString().getBytes(StandardCharsets.UTF_8), "unknown key");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void bytesThatAreNoTextAreRefused(String kind) throws Exception {
    byte[] bytes = seed(YAML.get(kind)).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length / 2] = (byte) 0xff;
    refused(kind, bytes, "not UTF-8");
  }

  static Stream<Arguments> patternPlaces() {
    return Stream.of(
        Arguments.of("signatures", "\"^Acme/(?P<firmware>[0-9.]+)\"", "'%s'"),
        Arguments.of("signatures", "pattern: \"x\"", "pattern: '%s'"),
        Arguments.of("exposure", "'(?i)^audio\\s'", "'%s'"),
        Arguments.of("exposure", "pattern: x", "pattern: '%s'"),
        Arguments.of("rules", "makers: [acme]", "models: ['%s']"));
  }

  @ParameterizedTest
  @MethodSource("patternPlaces")
  void aPatternThatWouldNotEndIsRefused(String kind, String from, String to) throws Exception {
    String text = seed(YAML.get(kind));
    assertThat(text).contains(from);
    for (String bad : List.of("(?i)[D-\uFFFD]", "((a{100}){100}){100}", "(".repeat(9_000))) {
      String broken = text.replace(from, to.formatted(bad));
      refused(kind, broken.getBytes(StandardCharsets.UTF_8), "the pattern at ");
    }
  }
}
