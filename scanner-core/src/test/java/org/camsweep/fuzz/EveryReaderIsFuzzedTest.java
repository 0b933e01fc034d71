package org.camsweep.fuzz;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;

/**
 * A reader that no fuzz target calls is found here. Whatever reads what others wrote says what is
 * wrong with it by a {@link ConfigException}; so a public method that throws one reads something,
 * unless it is named below. Probes have their targets by being in the catalogue.
 */
class EveryReaderIsFuzzedTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(where -> !where.contains("/test-classes/") || where.contains("/fuzz/"))
          .importPackages("org.camsweep");

  /** Methods that read nothing themselves, and what is tested instead. */
  private static final Map<String, String> NO_READERS =
      Map.ofEntries(
          entry("config.JsonValue.bool", "a value that was read"),
          entry("config.StrictYaml.read", "of a path: reads the bytes, which are fuzzed"),
          entry("report.ReportReader.read", "of a path: reads the text, which is fuzzed"),
          entry("site.SiteFileReader.read", "of a path: reads the bytes, which are fuzzed"),
          entry("fingerprint.PackFiles.open", "of a folder: its files are fuzzed one by one"),
          entry("fingerprint.PackCheck.ordinary", "hands a file to OrdinaryText, which is fuzzed"),
          entry("scan.Rules.read", "the parts of a pack, which are fuzzed one by one"),
          entry("interview.Secrets.fetch", "names two references, each of which is fuzzed"),
          entry("journal.JournalWriter.create", "a folder that must be empty"),
          entry("manifest.Seal.", "makes a seal; its check is fuzzed"),
          entry("scan.Judge.", "goes through a journal, which is fuzzed"),
          entry("scan.JudgeAhead.", "goes through a journal, which is fuzzed"),
          entry("scan.Recorder.", "goes through a journal, which is fuzzed"),
          entry("store.PackStore.install", "checks as verify does, which is fuzzed"),
          entry("store.PackStore.uninstall", "deletes"));

  /** The targets, and all that they call, directly or through others. */
  private static Set<JavaCodeUnit> fuzzed() {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>();
    CLASSES.stream()
        .filter(c -> c.getPackageName().equals("org.camsweep.fuzz"))
        .filter(c -> !c.getName().contains("Test"))
        .flatMap(c -> c.getCodeUnits().stream())
        .forEach(next::add);
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.remove();
      if (seen.add(unit)) {
        called(unit).flatMap(t -> t.resolveMember().stream()).forEach(next::add);
      }
    }
    return seen;
  }

  private static Stream<? extends CodeUnitAccessTarget> called(JavaCodeUnit unit) {
    return Stream.of(
            unit.getMethodCallsFromSelf(),
            unit.getConstructorCallsFromSelf(),
            unit.getMethodReferencesFromSelf(),
            unit.getConstructorReferencesFromSelf())
        .flatMap(Set::stream)
        .map(JavaCodeUnitAccess::getTarget);
  }

  private static boolean isMain(URI where) {
    return !where.toString().contains("test-classes");
  }

  private static boolean isReader(JavaMethod method) {
    return method.getOwner().getSource().filter(s -> isMain(s.getUri())).isPresent()
        && method.getModifiers().contains(JavaModifier.PUBLIC)
        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
        && method.getThrowsClause().containsType(ConfigException.class);
  }

  private static String name(JavaMethod method) {
    return method.getFullName().replaceAll("\\(.*", "").replace("org.camsweep.", "");
  }

  @Test
  void everyReaderHasATarget() {
    Set<JavaCodeUnit> fuzzed = fuzzed();
    Set<String> without =
        CLASSES.stream()
            .flatMap(c -> c.getMethods().stream())
            .filter(m -> isReader(m) && !fuzzed.contains(m))
            .map(EveryReaderIsFuzzedTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(without)
        .as("readers that no target of the room fuzz calls; add one")
        .allMatch(n -> NO_READERS.keySet().stream().anyMatch(n::startsWith));
    assertThat(NO_READERS.keySet())
        .as("named, and not there any more")
        .allMatch(k -> without.stream().anyMatch(n -> n.startsWith(k)));
  }
}
