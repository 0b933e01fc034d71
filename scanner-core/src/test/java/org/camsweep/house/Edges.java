package org.camsweep.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Calls that make a result depend on the moment, the dice or the scheduler. */
final class Edges {
  static final ArchCondition<JavaClass> CALL_A_CLOCK =
      call(
          "call a clock",
          "java\\.time\\.\\w+\\.now|java\\.time\\.Clock\\.(system|tick).*"
              + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
              + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>|java\\.util\\.Calendar\\.getInstance");

  static final ArchCondition<JavaClass> ROLL_DICE =
      call(
          "roll dice",
          "java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Math\\.random"
              + "|java\\.util\\.(Random|SplittableRandom)\\.<init>|java\\.util\\.Collections\\.shuffle"
              + "|java\\.security\\.SecureRandom\\..*"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*");

  static final ArchCondition<JavaClass> START_THREADS =
      call(
          "start threads",
          "java\\.lang\\.Thread\\.(<init>|start|sleep)|java\\.util\\.Timer\\.<init>"
              + "|java\\.util\\.concurrent\\.Executors\\..*"
              + "|java\\.util\\.concurrent\\.\\w*Executor\\w*\\.<init>"
              + "|java\\.util\\.concurrent\\.CompletableFuture\\.\\w+Async"
              + "|java\\.util\\.Collection\\.parallelStream");

  private Edges() {}

  private static ArchCondition<JavaClass> call(String what, String pattern) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        Stream<? extends JavaCodeUnitAccess<?>> accesses =
            Stream.concat(
                c.getCodeUnitCallsFromSelf().stream(), c.getCodeUnitReferencesFromSelf().stream());
        accesses
            .filter(a -> name(a).matches(pattern))
            .forEach(a -> events.add(SimpleConditionEvent.satisfied(a, a.getDescription())));
      }
    };
  }

  private static String name(JavaCodeUnitAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
