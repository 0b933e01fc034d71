package org.camsweep.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.InetAddress;
import java.util.Optional;
import org.camsweep.export.spi.Exporter;
import org.camsweep.probe.spi.Probe;

/** The walls of the house, as written in ARCHITECTURE.md. */
@AnalyzeClasses(packages = Rooms.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  @ArchTest
  static final ArchRule everyClassHasARoom =
      classes()
          .should(
              new ArchCondition<>("live in a room of the table") {
                @Override
                public void check(JavaClass c, ConditionEvents events) {
                  if (Rooms.of(c).isEmpty()) {
                    String cure = c.getName() + " has no room: move it to the room of its feature";
                    events.add(SimpleConditionEvent.violated(c, cure));
                  }
                }
              })
          .because("packages are features; a new room gets a line in ARCHITECTURE.md and in Rooms");

  @ArchTest
  static final ArchRule roomsUseOnlyWhomTheyMay =
      classes()
          .should(
              new ArchCondition<>("use only the rooms that the table allows") {
                @Override
                public void check(JavaClass c, ConditionEvents events) {
                  String from = Rooms.of(c).orElse("");
                  c.getDirectDependenciesFromSelf().forEach(d -> wall(from, d, events));
                }
              })
          .because("knowledge flows down the pipe; hand the value on instead of reaching back");

  private static void wall(String from, Dependency dependency, ConditionEvents events) {
    Optional<String> to = Rooms.of(dependency.getTargetClass());
    if (to.isPresent() && !Rooms.mayUse(from, to.get())) {
      String message = dependency.getDescription() + ": " + Rooms.cure(from);
      events.add(SimpleConditionEvent.violated(dependency, message));
    }
  }

  @ArchTest
  static final ArchRule noCycles =
      slices().matching(Rooms.ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noNamelessRooms =
      noClasses()
          .should()
          .haveNameMatching("(?i).*\\.(util|utils|common|helper|helpers|impl|model|misc)\\..*")
          .orShould()
          .haveNameMatching(".*(Util|Utils|Helper|Impl|Common|Misc)")
          .because("such names say nothing: name the class and its package by what they are about");

  private static final DescribedPredicate<JavaClass> SOCKETS =
      DescribedPredicate.describe(
          "sockets, channels or Netty",
          c ->
              c.getPackageName().startsWith("io.netty")
                  || c.getPackageName().startsWith("javax.net")
                  || c.getPackageName().startsWith("javax.jmdns")
                  || c.getPackageName().startsWith("org.snmp4j")
                  || c.getPackageName().startsWith("java.net.http")
                  || c.getName()
                      .matches(
                          "java\\.net\\.(.*Socket|.*URLConnection|URL|NetworkInterface)"
                              + "|java\\.nio\\.channels\\."
                              + "(.*(Socket|Datagram).*Channel.*|Selector|Pipe.*)"));

  @ArchTest
  static final ArchRule socketsOnlyAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(Rooms.ROOT + ".net..", Rooms.ROOT + ".interview..")
          .should()
          .dependOnClassesThat(SOCKETS)
          .because("only room net sends: return an Ask, the edge checks the scope and sends it");

  @ArchTest
  static final ArchRule namesAreNeverLookedUp =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Rooms.ROOT + ".site.Cidr")
          .should()
          .callMethod(InetAddress.class, "getByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getAllByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getHostName")
          .orShould()
          .callMethod(InetAddress.class, "getCanonicalHostName")
          .orShould()
          .callMethod(InetAddress.class, "isReachable", int.class)
          .because(
              "a look-up leaves the scope: use Cidr.address for text, getHostAddress for print");

  @ArchTest
  static final ArchRule onlyTheEdgeTellsTime =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              Rooms.ROOT + ".net..",
              Rooms.ROOT + ".interview..",
              Rooms.ROOT + ".scan..",
              Rooms.ROOT + ".journal..")
          .should(Edges.CALL_A_CLOCK)
          .because("a replay must give the same bytes: take the Instant as a parameter");

  @ArchTest
  static final ArchRule onlyTheEdgeRollsDiceAndStartsThreads =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              Rooms.ROOT + ".net..", Rooms.ROOT + ".interview..", Rooms.ROOT + ".scan..")
          .should(Edges.ROLL_DICE)
          .orShould(Edges.START_THREADS)
          .because("values are pure: take a seed or UUID as a parameter, let the scan call you");

  @ArchTest
  static final ArchRule everyProbeIsInItsCatalogue =
      classes()
          .that()
          .implement(Probe.class)
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .should(beNamedIn("probe.ProbeCatalogue"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule everyExporterIsInItsCatalogue =
      classes()
          .that()
          .implement(Exporter.class)
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .should(beNamedIn("export.ExportCatalogue"))
          .allowEmptyShould(true);

  private static ArchCondition<JavaClass> beNamedIn(String catalogue) {
    return new ArchCondition<>("be named in " + catalogue) {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        boolean named =
            c.getDirectDependenciesToSelf().stream()
                .anyMatch(d -> d.getOriginClass().getName().equals(Rooms.ROOT + "." + catalogue));
        if (!named) {
          String message = c.getName() + " never runs: add it to " + catalogue;
          events.add(SimpleConditionEvent.violated(c, message));
        }
      }
    };
  }
}
