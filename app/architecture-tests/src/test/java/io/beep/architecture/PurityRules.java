package io.beep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.beep.architecture.Conditions.classCondition;
import static io.beep.architecture.Predicates.are;
import static io.beep.architecture.Predicates.isBelow;
import static io.beep.architecture.Predicates.isOfModule;
import static io.beep.architecture.Predicates.topLevel;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What comes from outside, and what waits. */
final class PurityRules {

  /** Looks at a clock without deciding anything by it. */
  static final Map<String, String> MEASURING =
      Map.of(
          "io.beep.projection.rebuild.ProjectionRebuild",
          "tells the log for how long it held the lock",
          "io.beep.saga.shared.Worker",
          "pauses as long as its work took");

  private static final Set<String> RANDOM =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom");

  /** Packages that block a thread while a database, a file or another process works. */
  private static final List<String> BLOCKING_LIBRARIES =
      List.of("java.sql", "javax.sql", "org.springframework.jdbc", "org.flywaydb");

  private PurityRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("clocks", PurityRules::clocks),
        new Rule("blocking", PurityRules::blocking),
        new Rule("blockinglibraries", PurityRules::blockingLibraries));
  }

  private static ArchRule clocks(String base) {
    return classes()
        .that(
            are(
                "of the language, the deciding, the projecting and the answering modules",
                type ->
                    isOfModule(type, base, "coreapi", "command", "saga", "projection", "query")))
        .should(
            classCondition(
                "get time, ids and randomness from outside",
                type ->
                    type.getAccessesFromSelf().stream()
                        .filter(JavaCodeUnitAccess.class::isInstance)
                        .map(access -> (JavaCodeUnitAccess<?>) access)
                        .filter(PurityRules::isSource)
                        .filter(access -> !MEASURING.containsKey(topLevel(type).getName()))
                        .map(JavaCodeUnitAccess::getDescription)))
        .because("a replay must end where the first run did, and a test must be able to set them");
  }

  private static boolean isSource(JavaCodeUnitAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean takesClock =
        access.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Clock.class));
    return switch (name) {
      case "now" -> owner.startsWith("java.time.") && !takesClock;
      case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
      case "randomUUID" -> owner.equals("java.util.UUID");
      case "random" -> owner.equals("java.lang.Math");
      case "shuffle" -> owner.equals("java.util.Collections");
      case "<init>" -> RANDOM.contains(owner) || owner.equals("java.util.Date");
      case "getDefault", "of", "current" ->
          RANDOM.contains(owner) || owner.equals("java.util.random.RandomGenerator");
      default -> owner.equals("java.time.Clock") && name.startsWith("system");
    };
  }

  private static ArchRule blocking(String base) {
    return classes()
        .that(are("of modules", type -> isBelow(type, base) && !isOfModule(type, base, "app")))
        .should(
            classCondition(
                "wait in named bridges only",
                type ->
                    Bridges.isNamed(topLevel(type).getName())
                        ? Stream.empty()
                        : Waiting.in(type).map(JavaCodeUnitAccess::getDescription)))
        .because(
            "one event loop that waits stops a hundred requests that do not; app chooses the threads"
                + " and starts and ends what they run");
  }

  private static ArchRule blockingLibraries(String base) {
    return classes()
        .that(
            are(
                "of the gateway and the query side",
                type -> isOfModule(type, base, "gateway", "query")))
        .should(
            classCondition(
                "know no library that blocks",
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isBlocking(dependency.getTargetClass()))
                        .map(dependency -> dependency.getDescription())))
        .because("their threads belong to all requests at once");
  }

  private static boolean isBlocking(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return BLOCKING_LIBRARIES.stream()
        .anyMatch(library -> name.equals(library) || name.startsWith(library + "."));
  }
}
