package io.beep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.beep.architecture.Conditions.classCondition;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may know whom. */
final class ModuleRules {

  /** Packages of modules, and those that each may import; a package stands for what is below it. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "coreapi", Set.of(),
          "command", Set.of("coreapi"),
          "saga", Set.of("coreapi"),
          "readmodel", Set.of("coreapi"),
          "projection", Set.of("coreapi", "readmodel"),
          "query", Set.of("coreapi", "readmodel"),
          "identity", Set.of("coreapi"),
          "media", Set.of("coreapi", "identity.api"),
          "gateway", Set.of("coreapi", "identity.api"),
          "app",
              Set.of(
                  "coreapi",
                  "command",
                  "saga",
                  "readmodel",
                  "projection",
                  "query",
                  "identity",
                  "media",
                  "gateway"));

  /** What a feature may import of its own module beside itself. */
  private static final Set<String> OPEN_TO_FEATURES = Set.of("shared", "api");

  private ModuleRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("arrows", ModuleRules::arrows),
        new Rule("features", ModuleRules::features),
        new Rule("products", ModuleRules::products));
  }

  private static ArchRule arrows(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(
            classCondition(
                "import only the modules that they may know",
                type ->
                    dependencies(type, base)
                        .filter(dependency -> !isAllowed(dependency, base))
                        .map(Dependency::getDescription)))
        .because("each module can be run, tested and replaced without those that it does not know");
  }

  private static boolean isAllowed(Dependency dependency, String base) {
    String from = below(dependency.getOriginClass(), base);
    String to = below(dependency.getTargetClass(), base);
    Set<String> allowed = ARROWS.get(head(from));
    if (allowed == null) {
      return false;
    }
    return head(from).equals(head(to))
        || allowed.stream().anyMatch(other -> to.equals(other) || to.startsWith(other + "."));
  }

  private static ArchRule features(String base) {
    return classes()
        .that(areOfAFeature(base))
        .should(
            classCondition(
                "import no other feature of their module but shared",
                type ->
                    dependencies(type, base)
                        .filter(dependency -> isOfAnotherFeature(dependency, base))
                        .map(Dependency::getDescription)))
        .because("a feature is understood, changed and removed by itself");
  }

  private static boolean isOfAnotherFeature(Dependency dependency, String base) {
    String from = below(dependency.getOriginClass(), base);
    String to = below(dependency.getTargetClass(), base);
    return head(from).equals(head(to))
        && !feature(to).isEmpty()
        && !feature(from).equals(feature(to))
        && !OPEN_TO_FEATURES.contains(feature(to));
  }

  /**
   * The products are made of whole features, which show them a Configuration, and interfaces for
   * what a product must bring.
   */
  private static ArchRule products(String base) {
    return classes()
        .that()
        .resideInAPackage(base + ".app..")
        .should(
            classCondition(
                "reach features by the configurations of their modules and by interfaces only",
                type ->
                    dependencies(type, base)
                        .filter(dependency -> reachesIntoAFeature(dependency, base))
                        .map(Dependency::getDescription)))
        .because("what a product wires is public on purpose, all else may change");
  }

  private static boolean reachesIntoAFeature(Dependency dependency, String base) {
    String to = below(dependency.getTargetClass(), base);
    return !List.of("app", "coreapi").contains(head(to))
        && !feature(to).isEmpty()
        && !OPEN_TO_FEATURES.contains(feature(to))
        && !Predicates.topLevel(dependency.getTargetClass()).isInterface();
  }

  private static DescribedPredicate<JavaClass> areOfAFeature(String base) {
    return DescribedPredicate.describe(
        "are of a feature",
        type ->
            type.getPackageName().startsWith(base + ".")
                && !head(below(type, base)).equals("app")
                && !feature(below(type, base)).isEmpty());
  }

  private static Stream<Dependency> dependencies(JavaClass type, String base) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> isBelow(dependency.getOriginClass(), base))
        .filter(dependency -> isBelow(dependency.getTargetClass(), base));
  }

  private static boolean isBelow(JavaClass type, String base) {
    return type.getBaseComponentType().getPackageName().startsWith(base + ".");
  }

  /** The package without {@code base}: {@code command.message}. */
  private static String below(JavaClass type, String base) {
    return type.getBaseComponentType().getPackageName().substring(base.length() + 1);
  }

  private static String head(String path) {
    return path.split("\\.", 2)[0];
  }

  /** The second part of a path; empty for the root of a module. */
  private static String feature(String path) {
    String[] parts = path.split("\\.", 3);
    return parts.length < 2 ? "" : parts[1];
  }
}
