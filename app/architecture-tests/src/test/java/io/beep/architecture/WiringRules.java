package io.beep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.beep.architecture.Conditions.classCondition;
import static io.beep.architecture.Predicates.are;
import static io.beep.architecture.Predicates.isBelow;
import static io.beep.architecture.Predicates.isOfModule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** How the parts come together. */
final class WiringRules {

  private static final int MOST_COLLABORATORS = 7;

  /** Constructors that take more, with the reason. */
  static final Map<String, String> MORE_COLLABORATORS =
      Map.of(
          "io.beep.gateway.feed.Feed",
          "puts the feed together out of what a node has, and hands each part what it needs");

  private static final List<String> INJECTING =
      List.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "javax.inject.Inject",
          "javax.annotation.Resource");

  /** What lets a class decide by itself whether it is there. */
  private static final List<String> DECIDING =
      List.of(
          "org.springframework.context.annotation.Profile",
          "org.springframework.context.annotation.Conditional");

  /** What makes beans of classes that nobody named. */
  private static final List<String> SCANNING =
      List.of(
          "org.springframework.context.annotation.ComponentScan",
          "org.springframework.boot.autoconfigure.EnableAutoConfiguration");

  private static final List<String> FOUND_BY_SCANS =
      List.of(
          "org.springframework.stereotype.Component",
          "org.springframework.stereotype.Service",
          "org.springframework.stereotype.Repository",
          "org.springframework.stereotype.Controller",
          "org.springframework.web.bind.annotation.RestController");

  private static final Set<String> PROFILES =
      Set.of("acceptsProfiles", "getActiveProfiles", "matchesProfiles");

  /** What Spring offers to write refusals by. */
  private static final List<String> PROBLEMS_OF_SPRING =
      List.of(
          "org.springframework.http.ProblemDetail",
          "org.springframework.web.ErrorResponse",
          "org.springframework.web.ErrorResponseException",
          "org.springframework.web.bind.annotation.ExceptionHandler",
          "org.springframework.web.bind.annotation.ResponseStatus");

  private WiringRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("collaborators", WiringRules::collaborators),
        new Rule("injection", WiringRules::injection),
        new Rule("choices", WiringRules::choices),
        new Rule("problems", WiringRules::problems));
  }

  private static ArchRule collaborators(String base) {
    return classes()
        .that(are("our own, without records", type -> isBelow(type, base) && !type.isRecord()))
        .should(
            classCondition(
                "take at most " + MOST_COLLABORATORS + " collaborators",
                type ->
                    type.getConstructors().stream()
                        .filter(one -> one.getRawParameterTypes().size() > MOST_COLLABORATORS)
                        .filter(one -> !MORE_COLLABORATORS.containsKey(type.getName()))
                        .map(JavaMember::getFullName)))
        .because("who needs more does more than one thing");
  }

  private static ArchRule injection(String base) {
    return classes()
        .that(are("our own", type -> isBelow(type, base)))
        .should(
            classCondition(
                "be given all that they need by their constructors",
                type ->
                    Stream.concat(type.getFields().stream(), methodsOf(type, base))
                        .filter(member -> INJECTING.stream().anyMatch(member::isAnnotatedWith))
                        .map(JavaMember::getFullName)))
        .because("an object that is there is complete, and a test can make one");
  }

  /** Axon hands resources to sagas by setters, so these may be marked. */
  private static Stream<? extends JavaMember> methodsOf(JavaClass type, String base) {
    return isOfModule(type, base, "saga") ? Stream.empty() : type.getMethods().stream();
  }

  private static ArchRule choices(String base) {
    return classes()
        .that(are("of modules", type -> isBelow(type, base) && !isOfModule(type, base, "app")))
        .should(
            classCondition(
                "not choose whether they are there",
                type ->
                    Stream.of(marked(type), profiles(type), scanned(type))
                        .flatMap(faults -> faults)))
        .because("the product in app chooses, in one place, and says what it chose");
  }

  private static Stream<String> marked(JavaClass type) {
    return Stream.concat(Stream.of(type), type.getMethods().stream())
        .filter(
            item ->
                Stream.concat(DECIDING.stream(), SCANNING.stream())
                    .anyMatch(name -> isMarked(item, name)))
        .map(Object::toString);
  }

  private static boolean isMarked(CanBeAnnotated item, String annotation) {
    return item.isAnnotatedWith(annotation) || item.isMetaAnnotatedWith(annotation);
  }

  private static Stream<String> scanned(JavaClass type) {
    return FOUND_BY_SCANS.stream()
        .filter(type::isAnnotatedWith)
        .map(name -> type.getName() + " waits to be found by a scan");
  }

  private static Stream<String> profiles(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .filter(call -> call.getTargetOwner().isAssignableTo(Environment.class))
        .filter(call -> PROFILES.contains(call.getName()))
        .map(JavaCodeUnitAccess::getDescription);
  }

  /** A module that answers over HTTP has a record {@code Problem} and a class that makes it. */
  private static ArchRule problems(String base) {
    return classes()
        .that(are("our own", type -> isBelow(type, base)))
        .should(
            classCondition(
                "leave it to Problems to make problems",
                type -> Stream.concat(madeOutside(type), madeBySpring(type))))
        .because("a refusal looks the same wherever it comes from, and tells nothing secret");
  }

  private static Stream<String> madeOutside(JavaClass type) {
    return type.getConstructorCallsFromSelf().stream()
        .filter(call -> call.getTargetOwner().getSimpleName().matches("Problem(Body)?"))
        .filter(call -> call.getTargetOwner().getPackageName().startsWith(Codebase.ROOT))
        .filter(call -> !isFactory(type, call.getTargetOwner()))
        .map(JavaCodeUnitAccess::getDescription);
  }

  private static boolean isFactory(JavaClass type, JavaClass problem) {
    return type.getPackageName().equals(problem.getPackageName())
        && type.getSimpleName().matches("Problem(s|Body)?");
  }

  private static Stream<String> madeBySpring(JavaClass type) {
    Stream<String> known =
        type.getDirectDependenciesFromSelf().stream()
            .filter(
                dependency -> PROBLEMS_OF_SPRING.contains(dependency.getTargetClass().getName()))
            .map(dependency -> dependency.getDescription());
    Stream<String> sent =
        type.getMethodCallsFromSelf().stream()
            .filter(call -> call.getName().equals("sendError"))
            .map(JavaCodeUnitAccess::getDescription);
    Stream<String> thrown =
        type.getConstructorCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().getSimpleName().equals("ResponseStatusException"))
            .map(JavaCodeUnitAccess::getDescription);
    return Stream.of(known, sent, thrown).flatMap(faults -> faults);
  }
}
