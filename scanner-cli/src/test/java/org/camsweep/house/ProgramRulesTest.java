package org.camsweep.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the library and the program, over the classes of both. */
@AnalyzeClasses(
    packages = "org.camsweep",
    importOptions = {ImportOption.DoNotIncludeTests.class, ProgramRulesTest.NoTestsOfCore.class})
class ProgramRulesTest {
  /** In a whole build the library's tests come as a jar. */
  static final class NoTestsOfCore implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String CLI = "org.camsweep.cli..";
  private static final String SCAN = "org.camsweep.scan..";

  @ArchTest
  static final ArchRule onlyTheCommandLineRunsScans =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLI, SCAN)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SCAN)
          .because("room scan is the wiring: hand a value to it, do not reach into it");

  @ArchTest
  static final ArchRule nobodyDependsOnTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI)
          .because("the library must work without a terminal: return a value, let cli print it");

  @ArchTest
  static final ArchRule logbackOnlyInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ch.qos.logback..")
          .because("who embeds the library brings his own log: use SLF4J");

  @ArchTest
  static final ArchRule onlyTheCommandLineParsesArguments =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("arguments are cli's: take a value as a parameter");

  @ArchTest
  static final ArchRule theProgramHasTwoRooms =
      classes()
          .that()
          .resideInAnyPackage(CLI, "org.camsweep.demo..")
          .should()
          .resideInAnyPackage("org.camsweep.cli", "org.camsweep.demo")
          .because("a third room of the program gets a line in ARCHITECTURE.md");

  @ArchTest
  static final ArchRule nobodyPrintsBehindTheTerminalsBack =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .because("what is printed goes through Terminal, where device text is made safe");

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.camsweep.(**)").should().beFreeOfCycles();
}
