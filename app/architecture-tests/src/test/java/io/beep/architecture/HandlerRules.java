package io.beep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.beep.architecture.Conditions.classCondition;
import static io.beep.architecture.MessageRules.areMessages;
import static io.beep.architecture.Predicates.are;
import static io.beep.architecture.Predicates.isBelow;
import static io.beep.architecture.Predicates.isOfModule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelRelisted;
import io.beep.coreapi.channel.ChannelTurnTaken;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.user.ServerSeatFreed;
import io.beep.coreapi.user.ServerSeatTaken;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Who handles what, by which verb. */
final class HandlerRules {

  private static final String COUNTS_FOR_THE_QUOTA =
      "the aggregate that counts is all that needs it";

  private static final String KEPT_BOOK_OF =
      "only the aggregate that decides by it needs it; channels and messages tell the rest";

  /** Events that no projection and no process handles, with the reason. */
  private static final Map<Class<? extends DomainEvent>, String> HANDLED_BY_NOBODY =
      Map.of(
          ChannelListed.class, KEPT_BOOK_OF,
          ChannelUnlisted.class, KEPT_BOOK_OF,
          ChannelRelisted.class, KEPT_BOOK_OF,
          ChannelTurnTaken.class, KEPT_BOOK_OF,
          InvitationSlotTaken.class, COUNTS_FOR_THE_QUOTA,
          InvitationSlotFreed.class, COUNTS_FOR_THE_QUOTA,
          ServerSeatTaken.class, COUNTS_FOR_THE_QUOTA,
          ServerSeatFreed.class, COUNTS_FOR_THE_QUOTA);

  private static final Map<Class<? extends Annotation>, String> VERBS =
      Map.of(
          CommandHandler.class, "decide",
          EventSourcingHandler.class, "evolve",
          QueryHandler.class, "answer",
          SagaEventHandler.class, "react");

  /** Verbs that mean nothing else where Axon looks for handlers; {@code on} has other uses too. */
  private static final Set<String> RESERVED = Set.of("decide", "evolve", "answer", "react");

  private HandlerRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("verbs", HandlerRules::verbs),
        new Rule("onehandler", HandlerRules::oneHandler),
        new Rule("demands", HandlerRules::demands),
        new Rule("handledevents", HandlerRules::handledEvents));
  }

  private static ArchRule verbs(String base) {
    return classes()
        .that(are("with handlers", type -> isBelow(type, base) && hasHandlers(type, base)))
        .should(
            classCondition(
                "handle by decide, evolve, on, react and answer, for their own package only",
                type -> type.getMethods().stream().flatMap(method -> faults(method, base))))
        .because("the verb tells what a method may do, and a verb without its annotation is dead");
  }

  private static boolean hasHandlers(JavaClass type, String base) {
    return type.getMethods().stream()
        .anyMatch(method -> isReserved(method, base) || verb(method, base) != null);
  }

  private static boolean isReserved(JavaMethod method, String base) {
    return RESERVED.contains(method.getName())
        && isOfModule(method.getOwner(), base, "command", "query", "saga");
  }

  private static Stream<String> faults(JavaMethod method, String base) {
    String verb = verb(method, base);
    if (verb == null) {
      return isReserved(method, base)
          ? Stream.of(method.getFullName() + " bears no annotation")
          : Stream.empty();
    }
    if (!method.getName().equals(verb)) {
      return Stream.of(method.getFullName() + " should be called " + verb);
    }
    return method.getModifiers().contains(JavaModifier.PUBLIC)
        ? Stream.of(method.getFullName() + " is called by Axon alone and should not be public")
        : Stream.empty();
  }

  private static @Nullable String verb(JavaMethod method, String base) {
    if (method.isAnnotatedWith(EventHandler.class)
        && !method.isAnnotatedWith(EventSourcingHandler.class)
        && !method.isAnnotatedWith(SagaEventHandler.class)) {
      return isOfModule(method.getOwner(), base, "saga") ? "react" : "on";
    }
    return VERBS.entrySet().stream()
        .filter(entry -> method.isAnnotatedWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findAny()
        .orElse(null);
  }

  private static ArchRule oneHandler(String base) {
    return classes()
        .that(areMessages(base).and(are("asked", type -> !type.isAssignableTo(DomainEvent.class))))
        .should(
            classCondition(
                "have one handler, which answers what they ask for", HandlerRules::handlerFaults))
        .because(
            "without a handler a request fails at run time only, and with two it is chance who"
                + " answers");
  }

  private static Stream<String> handlerFaults(JavaClass message) {
    boolean isCommand = message.isAssignableTo(Command.class);
    List<JavaMethod> handlers =
        Handlers.of(message, isCommand ? CommandHandler.class : QueryHandler.class).toList();
    if (handlers.size() != 1) {
      return Stream.of(message.getName() + " has " + handlers.size() + " handlers");
    }
    return isCommand || answers(message, handlers.getFirst())
        ? Stream.empty()
        : Stream.of(message.getName() + " gets another answer than it asks for");
  }

  private static boolean answers(JavaClass query, JavaMethod handler) {
    JavaType returned = handler.getReturnType();
    JavaType given =
        returned instanceof JavaParameterizedType future
                && returned.toErasure().isEquivalentTo(CompletableFuture.class)
            ? future.getActualTypeArguments().getFirst()
            : returned;
    JavaClass asked = Handlers.answerOf(query);
    return asked != null && given.toErasure().equals(asked);
  }

  private static ArchRule demands(String base) {
    return classes()
        .that(
            areMessages(base)
                .and(are("guarded", type -> type.isAnnotatedWith(NeedsPermission.class))))
        .should(
            classCondition(
                "be handled by what asks for every permission that they state",
                type -> {
                  Set<String> demanded = demanded(type, base);
                  return Arrays.stream(type.getAnnotationOfType(NeedsPermission.class).value())
                      .map(Permission::name)
                      .filter(stated -> !demanded.contains(stated))
                      .map(
                          stated -> "no handler of " + type.getName() + " ever looks at " + stated);
                }))
        .because("a statement that nobody enforces is worse than none");
  }

  /** Names of the permissions that stand in whatever the handlers of a message call. */
  private static Set<String> demanded(JavaClass message, String base) {
    return Stream.of(CommandHandler.class, QueryHandler.class)
        .flatMap(annotation -> Handlers.of(message, annotation))
        .flatMap(handler -> Reach.from(handler, base).stream())
        .flatMap(method -> method.getFieldAccesses().stream())
        .filter(access -> access.getTargetOwner().isEquivalentTo(Permission.class))
        .map(access -> access.getName())
        .collect(Collectors.toSet());
  }

  private static ArchRule handledEvents(String base) {
    return classes()
        .that(areMessages(base).and(are("events", type -> type.isAssignableTo(DomainEvent.class))))
        .should(
            classCondition(
                "be handled by a projection or a process, or listed with the reason",
                type -> {
                  boolean handled =
                      Stream.of(EventHandler.class, SagaEventHandler.class)
                          .flatMap(annotation -> Handlers.of(type, annotation))
                          .anyMatch(
                              method -> isOfModule(method.getOwner(), base, "projection", "saga"));
                  boolean listed =
                      HANDLED_BY_NOBODY.keySet().stream().anyMatch(type::isEquivalentTo);
                  return handled ^ listed
                      ? Stream.empty()
                      : Stream.of(
                          type.getName() + (handled ? " is listed, but handled" : " is lost"));
                }))
        .because("what nobody handles was forgotten, or need not be stored");
  }
}
