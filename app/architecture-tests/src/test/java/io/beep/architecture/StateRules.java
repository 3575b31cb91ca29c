package io.beep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.beep.architecture.Conditions.classCondition;
import static io.beep.architecture.Predicates.are;
import static io.beep.architecture.Predicates.isBelow;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/** How aggregates come by their state. */
final class StateRules {

  private static final Set<String> CHANGES_OF_COLLECTIONS =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "merge",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeAll",
          "removeFirst",
          "removeIf",
          "removeLast",
          "replace",
          "replaceAll",
          "retainAll",
          "set",
          "sort");

  private StateRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("state", StateRules::state), new Rule("assignments", StateRules::assignments));
  }

  private static ArchRule state(String base) {
    return classes()
        .that(are("aggregates", type -> isBelow(type, base) && isAggregate(type)))
        .should(
            classCondition(
                "have their state changed by evolve only",
                type ->
                    Stream.concat(assignments(type), collectionChanges(type))
                        .filter(access -> !isEvolve(access.getOrigin()))
                        .map(JavaAccess::getDescription)))
        .because("what is changed elsewhere is lost when the events are replayed");
  }

  private static Stream<JavaFieldAccess> assignments(JavaClass aggregate) {
    return aggregate.getFieldAccessesToSelf().stream()
        .filter(access -> access.getAccessType() == AccessType.SET)
        .filter(access -> !isInitialiser(access));
  }

  /**
   * Constructors begin with the call of their parent's, which stands on their own line, and then do
   * what stands beside the fields, further up.
   */
  private static boolean isInitialiser(JavaFieldAccess access) {
    return access.getOrigin() instanceof JavaConstructor constructor
        && constructor.getCallsFromSelf().stream()
            .filter(call -> call.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME))
            .filter(
                call ->
                    constructor.getOwner().getRawSuperclass().stream()
                        .anyMatch(call.getTargetOwner()::equals))
            .anyMatch(call -> access.getLineNumber() < call.getLineNumber());
  }

  private static Stream<JavaAccess<?>> collectionChanges(JavaClass aggregate) {
    return aggregate.getMethodCallsFromSelf().stream()
        .<JavaAccess<?>>map(call -> call)
        .filter(call -> CHANGES_OF_COLLECTIONS.contains(call.getName()))
        .filter(
            call ->
                call.getTargetOwner().isAssignableTo(Collection.class)
                    || call.getTargetOwner().isAssignableTo(Map.class));
  }

  private static ArchRule assignments(String base) {
    return classes()
        .that(are("aggregates", type -> isBelow(type, base) && isAggregate(type)))
        .should(
            classCondition(
                "evolve by assignments, from the event and its time alone",
                type ->
                    type.getMethods().stream()
                        .filter(StateRules::isEvolve)
                        .flatMap(StateRules::faults)))
        .because("an event has happened: nothing can be decided, refused, logged or told again");
  }

  private static Stream<String> faults(JavaMethod evolve) {
    Stream<String> parameters =
        evolve.getParameters().stream()
                .skip(1)
                .allMatch(parameter -> parameter.isAnnotatedWith(Timestamp.class))
            ? Stream.empty()
            : Stream.of(evolve.getFullName() + " takes more than the event and its time");
    return Stream.concat(
        parameters,
        evolve.getAccessesFromSelf().stream()
            .filter(JavaCodeUnitAccess.class::isInstance)
            .filter(access -> !isHarmless(access, evolve.getRawParameterTypes().getFirst()))
            .map(JavaAccess::getDescription));
  }

  private static boolean isHarmless(JavaAccess<?> access, JavaClass event) {
    JavaClass owner = access.getTargetOwner();
    if (owner.isEquivalentTo(AggregateLifecycle.class)) {
      return access.getName().equals("markDeleted");
    }
    return owner.equals(event)
        || isBelow(owner, Codebase.ROOT + ".coreapi")
        || isBelow(owner, "java.util")
        || (isBelow(owner, "java.lang") && !owner.isAssignableTo(Throwable.class));
  }

  static boolean isAggregate(JavaClass type) {
    return type.getFields().stream()
        .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class));
  }

  private static boolean isEvolve(JavaCodeUnit unit) {
    return unit.isAnnotatedWith(EventSourcingHandler.class);
  }
}
