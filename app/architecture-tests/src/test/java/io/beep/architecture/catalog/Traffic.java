package io.beep.architecture.catalog;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import io.beep.architecture.Handlers;
import io.beep.architecture.Predicates;
import io.beep.architecture.Reach;
import io.beep.coreapi.shared.DomainEvent;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Who sends and who handles which message, as the compiled code tells. */
final class Traffic {

  private final JavaClasses classes;
  private final String base;

  /**
   * @param base the package whose calls are followed
   */
  Traffic(JavaClasses classes, String base) {
    this.classes = classes;
    this.base = base;
  }

  /** The classes that make a command or a query, to send it; what only measures is left out. */
  List<JavaClass> senders(Class<?> message) {
    return sorted(
        Stream.<JavaCodeUnitAccess<?>>concat(
                classes.get(message).getConstructorCallsToSelf().stream(),
                classes.get(message).getConstructorReferencesToSelf().stream())
            .map(call -> Predicates.topLevel(call.getOriginOwner()))
            .filter(sender -> !Predicates.isOfModule(sender, base, "coreapi"))
            .filter(sender -> !onlyMeasures(sender.getSimpleName())));
  }

  /** Whether a class is a benchmark by its name: no part of what Beep does. */
  static boolean onlyMeasures(String className) {
    return className.endsWith("Bench");
  }

  List<JavaClass> deciders(Class<?> command) {
    return owners(command, CommandHandler.class);
  }

  List<JavaClass> answerers(Class<?> query) {
    return owners(query, QueryHandler.class);
  }

  /** The aggregates whose state an event changes. */
  List<JavaClass> aggregates(Class<?> event) {
    return owners(event, EventSourcingHandler.class);
  }

  /** Projections and processes that want an event. */
  List<JavaClass> handlers(Class<?> event) {
    return sorted(
        Stream.concat(
            owners(event, EventHandler.class).stream(),
            owners(event, SagaEventHandler.class).stream()));
  }

  /** Classes that react to events, across aggregates. */
  List<JavaClass> processes() {
    return sorted(
        classes.stream()
            .filter(
                type ->
                    type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(SagaEventHandler.class))));
  }

  /** The events that a command may lead to: those that its handlers make, however far down. */
  Set<Class<?>> events(Class<?> command) {
    return Handlers.of(classes.get(command), CommandHandler.class)
        .flatMap(handler -> Reach.from(handler, base).stream())
        .flatMap(unit -> unit.getConstructorCallsFromSelf().stream())
        .map(call -> call.getTargetOwner())
        .filter(type -> type.isAssignableTo(DomainEvent.class))
        .<Class<?>>map(JavaClass::reflect)
        .collect(Collectors.toSet());
  }

  private List<JavaClass> owners(Class<?> message, Class<? extends Annotation> annotation) {
    return sorted(
        Handlers.of(classes.get(message), annotation)
            .map(JavaMember::getOwner)
            .map(Predicates::topLevel));
  }

  private static List<JavaClass> sorted(Stream<JavaClass> types) {
    return types.distinct().sorted(Comparator.comparing(JavaClass::getName)).toList();
  }
}
