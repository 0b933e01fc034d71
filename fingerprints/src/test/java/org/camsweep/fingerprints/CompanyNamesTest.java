package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFile;
import org.camsweep.fingerprint.PackFiles;
import org.junit.jupiter.api.Test;

/**
 * Companies are named in data, not in Java. Two places may name them: the demo's simulated devices,
 * and the room of a probe, whose protocol bears its inventor's name; the fields of such a protocol
 * ({@code "acme.mac"}) may be used elsewhere.
 */
class CompanyNamesTest {
  private static final int LONGER_THAN = 4;

  /** Names that are words as well. */
  private static final Set<String> WORDS =
      Set.of(
          "alibi", "ariel", "blink", "genie", "guide", "march", "matrix", "pearl", "planet",
          "quasar", "spectra", "ultra");

  private static Set<String> names() throws ConfigException {
    PackFiles pack = PackFiles.open(ShippedPolicy.HOME);
    Set<String> names = new TreeSet<>();
    ShippedPolicy.entities().all().forEach(e -> names.addAll(e.badges()));
    for (PackFile file : pack.files("makers")) {
      names.add(file.stem());
      names.addAll(file.yaml().anyMap().texts("tradeNames"));
    }
    return names.stream()
        .map(n -> n.toLowerCase(Locale.ROOT))
        .filter(n -> n.length() > LONGER_THAN && !WORDS.contains(n))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("scanner-core", "scanner-cli")) {
      Path root = Path.of("..", module, "src", "main", "java", "org", "camsweep");
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(p -> p.toString().endsWith(".java"))
            .filter(p -> !root.relativize(p).startsWith("demo"))
            .filter(p -> !root.relativize(p).startsWith("probe"))
            .forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(50);
    return files;
  }

  private static Pattern anyOf(Set<String> names) {
    String either = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile("(?<![a-z0-9])(?:" + either + ")(?![a-z0-9])");
  }

  static List<String> named(String java, Pattern names) {
    String text = java.toLowerCase(Locale.ROOT).replaceAll("\"[a-z0-9]+\\.[a-z0-9.-]+\"", "field");
    Matcher matcher = names.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void noCompanyIsNamedInJava() throws IOException, ConfigException {
    Set<String> names = names();
    assertThat(names).hasSizeGreaterThan(300);
    Pattern pattern = anyOf(names);
    for (Path file : sources()) {
      assertThat(named(Files.readString(file), pattern))
          .as("%s names companies; say it in a data file of the pack", file)
          .isEmpty();
    }
  }

  @Test
  void theSearchFindsWhatItShould() throws ConfigException {
    Pattern pattern = anyOf(names());
    assertThat(named("if (maker.equals(\"Uniview\"))", pattern)).containsExactly("uniview");
    assertThat(named("Field.of(\"foscam.mac\")", pattern)).isEmpty();
  }
}
