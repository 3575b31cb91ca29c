package io.beep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.beep.architecture.Conditions.classCondition;
import static io.beep.architecture.Predicates.are;
import static io.beep.architecture.Predicates.isBelow;
import static io.beep.architecture.Predicates.isOfModule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorPayload;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.gateway.shared.http.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;

/** What classes are called, and who may see them. */
final class KindRules {

  /** Classes whose name says more than their kind would. */
  static final Map<String, String> OTHERWISE_CALLED =
      Map.of(
          "io.beep.projection.shared.PositionRecorder",
          "writes no rows of its own, but how far those of its group are",
          "io.beep.projection.shared.AuditPosition",
          "a PositionRecorder",
          "io.beep.projection.shared.DirectoryPosition",
          "a PositionRecorder",
          "io.beep.projection.shared.SearchPosition",
          "a PositionRecorder",
          "io.beep.projection.shared.TimelinePosition",
          "a PositionRecorder");

  /** Public without anyone of ours who needs it. */
  static final Map<String, String> PUBLIC_ALL_THE_SAME =
      Map.of(
          "io.beep.readmodel.shared.ProcessingGroups",
          "its constants are in use, but the compiler copies them to where they are",
          "io.beep.app.distributed.axonserver.CommandReceipted",
          "the serializer makes it",
          "io.beep.app.operations.logging.JsonLines",
          "the configuration of the log names it",
          "io.beep.app.identitynode.RegistrationServer",
          "a test of the gateway's node talks to it");

  /**
   * @param form of the names
   * @param promises whether only this kind may be called so
   */
  private record Kind(
      String description, BiPredicate<JavaClass, String> test, Pattern form, boolean promises) {

    boolean isNamed(JavaClass type) {
      return form.matcher(type.getSimpleName()).matches();
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          kind("a set of refusals", "\\w+Error", KindRules::isErrorSet),
          kind("an id", "\\w+Id", (type, base) -> is(type, Identifier.class)),
          named(
              "a projection",
              "\\w+Projection",
              (type, base) -> is(type, ProcessesEvents.class) && !isOfModule(type, base, "saga")),
          named("query handlers", "\\w+Queries", (type, base) -> is(type, AnswersQueries.class)),
          named(
              "the edge of a slice",
              "\\w+Endpoint",
              (type, base) -> is(type, Endpoint.class) || is(type, HttpRequestHandler.class)),
          kind(
              "a row",
              "\\w+(Row|Document)",
              (type, base) -> type.isRecord() && isOfModule(type, base, "readmodel")),
          named("an upcaster", "\\w+R\\d+ToR\\d+", (type, base) -> is(type, EventUpcaster.class)),
          kind(
              "a reaction or a process",
              "When\\w+Then\\w+|\\w+Process",
              (type, base) -> isOfModule(type, base, "saga") && hasReactions(type)),
          kind("beans", "\\w+Configuration", (type, base) -> hasBeans(type)),
          named("thrown", "\\w+Exception", (type, base) -> is(type, Throwable.class)));

  private static Kind kind(String description, String form, BiPredicate<JavaClass, String> test) {
    return new Kind(description, test, Pattern.compile(form), false);
  }

  /** A kind whose form of names is for nothing else. */
  private static Kind named(String description, String form, BiPredicate<JavaClass, String> test) {
    return new Kind(description, test, Pattern.compile(form), true);
  }

  private KindRules() {}

  static List<Rule> all() {
    return List.of(new Rule("kinds", KindRules::kinds), new Rule("hidden", KindRules::hidden));
  }

  private static ArchRule kinds(String base) {
    return classes()
        .that(are("our own, with a name", type -> isNamed(type) && isBelow(type, base)))
        .should(
            classCondition(
                "have names that tell their kind",
                type ->
                    KINDS.stream()
                        .filter(kind -> !OTHERWISE_CALLED.containsKey(type.getName()))
                        .flatMap(kind -> faults(kind, type, base))))
        .because("who knows the name of a thing finds it, and knows what it does");
  }

  private static boolean isNamed(JavaClass type) {
    return !type.isAnonymousClass() && !type.getSimpleName().isEmpty();
  }

  private static Stream<String> faults(Kind kind, JavaClass type, String base) {
    boolean is = kind.test().test(type, base);
    if (is && !kind.isNamed(type)) {
      return Stream.of(
          type.getName() + " is " + kind.description() + " and should be called " + kind.form());
    }
    return kind.promises()
            && kind.isNamed(type)
            && !is
            && !type.isInterface()
            && type.isTopLevelClass()
        ? Stream.of(type.getName() + " is not " + kind.description() + ", as its name says")
        : Stream.empty();
  }

  private static boolean is(JavaClass type, Class<?> kind) {
    return type.isAssignableTo(kind) && !type.isInterface() && !type.isEnum();
  }

  /** A sealed interface of refusals, or a refusal that stands outside of any. */
  private static boolean isErrorSet(JavaClass type, String base) {
    return type.isAssignableTo(DomainError.class)
        && !type.isEquivalentTo(DomainError.class)
        && !type.isEquivalentTo(ErrorPayload.class)
        && type.getEnclosingClass().isEmpty();
  }

  private static boolean hasReactions(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(
            method ->
                method.isAnnotatedWith(SagaEventHandler.class)
                    || method.isAnnotatedWith(EventHandler.class));
  }

  private static boolean hasBeans(JavaClass type) {
    return type.isAnnotatedWith(Configuration.class)
        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Bean.class));
  }

  private static ArchRule hidden(String base) {
    return classes()
        .that(
            are(
                "public within modules",
                type ->
                    isBelow(type, base)
                        && type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getSimpleName().equals("package-info")
                        && !type.isAssignableTo(Throwable.class)
                        && !type.getPackageName().endsWith(".api")
                        && !isOfModule(type, base, "coreapi")))
        .should(
            classCondition(
                "be needed by another package",
                type ->
                    isNeededElsewhere(type)
                            || isShown(type)
                            || isStarted(type)
                            || PUBLIC_ALL_THE_SAME.containsKey(type.getName())
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is public for nobody")))
        .because("what only its package sees can be changed without asking anyone");
  }

  private static boolean isNeededElsewhere(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .anyMatch(
            dependency ->
                !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
  }

  /** Whether something public of its package takes or gives it. */
  private static boolean isShown(JavaClass type) {
    return type.getPackage().getClasses().stream()
        .filter(neighbour -> neighbour.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(neighbour -> !neighbour.equals(type))
        .flatMap(neighbour -> neighbour.getCodeUnits().stream())
        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(
            unit ->
                Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType())))
        .anyMatch(shown -> shown.getAllInvolvedRawTypes().contains(type));
  }

  private static boolean isStarted(JavaClass type) {
    return type.tryGetMethod("main", String[].class)
        .filter(main -> main.getModifiers().contains(JavaModifier.STATIC))
        .isPresent();
  }
}
