package io.beep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.beep.architecture.Conditions.classCondition;
import static io.beep.architecture.Predicates.are;
import static io.beep.architecture.Predicates.isBelow;
import static io.beep.architecture.Predicates.isOfModule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.Query;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/** What commands, events and queries are. */
final class MessageRules {

  /** What nobody can change, beside records, enums and primitives. */
  private static final Set<Class<?>> IMMUTABLE =
      Set.of(
          String.class,
          Boolean.class,
          Integer.class,
          Long.class,
          UUID.class,
          Instant.class,
          Duration.class,
          URI.class);

  /** What becomes immutable by {@code copyOf} in the constructor of a record. */
  private static final Set<Class<?>> COPIED = Set.of(List.class, Set.class, Map.class);

  private MessageRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("records", MessageRules::records),
        new Rule("revisions", MessageRules::revisions),
        new Rule("rawvalues", MessageRules::rawValues),
        new Rule("sealedsets", MessageRules::sealedSets),
        new Rule("permissions", MessageRules::permissions));
  }

  private static ArchRule records(String base) {
    return classes()
        .that(
            areMessages(base)
                .or(
                    are(
                        "records of core-api",
                        type -> type.isRecord() && isOfModule(type, base, "coreapi"))))
        .should(
            classCondition(
                "be records of immutable values",
                type ->
                    type.isRecord()
                        ? mutableComponents(type)
                        : Stream.of(type.getName() + " is no record")))
        .because("a message is handed from thread to thread, kept in caches, and sent again");
  }

  private static Stream<String> mutableComponents(JavaClass type) {
    return Stream.concat(
        components(type)
            .filter(field -> !isImmutable(field.getRawType()))
            .filter(field -> COPIED.stream().noneMatch(field.getRawType()::isEquivalentTo))
            .map(field -> field.getFullName() + " can be changed by who has it"),
        COPIED.stream()
            .filter(kind -> copies(type, kind) < count(type, kind))
            .map(kind -> type.getName() + " keeps a " + kind.getSimpleName() + " uncopied"));
  }

  private static boolean isImmutable(JavaClass type) {
    return type.isPrimitive()
        || type.isEnum()
        || type.isRecord()
        || IMMUTABLE.stream().anyMatch(type::isEquivalentTo)
        || isSealedSetOfRecords(type)
        || isOwnValue(type);
  }

  private static boolean isSealedSetOfRecords(JavaClass type) {
    return type.isInterface()
        && type.isSealed()
        && Stream.of(type.reflect().getPermittedSubclasses()).allMatch(Class::isRecord);
  }

  /** A class of ours with final fields of immutable types only. */
  private static boolean isOwnValue(JavaClass type) {
    return !type.isInterface()
        && isOfModule(type, Codebase.ROOT, "coreapi")
        && components(type)
            .allMatch(
                field ->
                    field.getModifiers().contains(JavaModifier.FINAL)
                        && field.getModifiers().contains(JavaModifier.PRIVATE)
                        && isImmutable(field.getRawType()));
  }

  private static long count(JavaClass type, Class<?> kind) {
    return components(type).filter(field -> field.getRawType().isEquivalentTo(kind)).count();
  }

  private static long copies(JavaClass type, Class<?> kind) {
    return type.getConstructors().stream()
        .flatMap(constructor -> constructor.getMethodCallsFromSelf().stream())
        .filter(call -> call.getTargetOwner().isEquivalentTo(kind))
        .filter(call -> call.getName().equals("copyOf"))
        .count();
  }

  private static Stream<JavaField> components(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
  }

  private static ArchRule revisions(String base) {
    return classes()
        .that(areMessages(base))
        .should(
            classCondition(
                "have a revision when they are events, from 1 up, and none otherwise",
                type -> {
                  boolean revised =
                      type.tryGetAnnotationOfType(Revision.class)
                          .filter(revision -> revision.value().matches("[1-9][0-9]*"))
                          .isPresent();
                  return revised == type.isAssignableTo(DomainEvent.class)
                      ? Stream.empty()
                      : Stream.of(type.getName() + (revised ? " is never stored" : " has none"));
                }))
        .because("what is stored must say in which form it is, for ever; all else is gone in time");
  }

  private static ArchRule rawValues(String base) {
    return classes()
        .that(areMessages(base).and(are("events", type -> type.isAssignableTo(DomainEvent.class))))
        .should(
            classCondition(
                "hold ids and raw values only",
                type ->
                    components(type)
                        .filter(field -> !isRaw(field.getType()))
                        .map(
                            field ->
                                field.getFullName()
                                    + " is a "
                                    + field.getType().getName()
                                    + ", which may get stricter")))
        .because("a rule that is tightened must never make an old event unreadable");
  }

  private static boolean isRaw(JavaType type) {
    if (type instanceof JavaParameterizedType parameterized
        && COPIED.stream().anyMatch(type.toErasure()::isEquivalentTo)) {
      return parameterized.getActualTypeArguments().stream().allMatch(MessageRules::isRaw);
    }
    JavaClass raw = type.toErasure();
    return raw.isPrimitive()
        || IMMUTABLE.stream().anyMatch(raw::isEquivalentTo)
        || raw.isAssignableTo(Identifier.class)
        || raw.isEquivalentTo(MembershipId.class);
  }

  private static ArchRule sealedSets(String base) {
    return classes()
        .that(areMessages(base))
        .should(
            classCondition(
                "be one of the sealed set of their feature",
                type ->
                    type.getRawInterfaces().stream().anyMatch(set -> isSetOf(set, type))
                        ? Stream.empty()
                        : Stream.of(type.getName() + " belongs to no sealed set beside it")))
        .because("the sealed set is the table of contents, and makes each switch exhaustive");
  }

  private static boolean isSetOf(JavaClass set, JavaClass message) {
    return set.isSealed()
        && set.getPackageName().equals(message.getPackageName())
        && Stream.of("Command", "Event", "Query").anyMatch(set.getSimpleName()::endsWith);
  }

  private static ArchRule permissions(String base) {
    return classes()
        .that(areMessages(base).and(are("asked", type -> !type.isAssignableTo(DomainEvent.class))))
        .should(
            classCondition(
                "state the permission that they need, or why they need none",
                type -> {
                  boolean needs =
                      type.tryGetAnnotationOfType(NeedsPermission.class)
                          .filter(stated -> stated.value().length > 0)
                          .isPresent();
                  boolean needsNone =
                      type.tryGetAnnotationOfType(NeedsNoPermission.class)
                          .filter(stated -> !stated.because().isBlank())
                          .isPresent();
                  return needs ^ needsNone
                      ? Stream.empty()
                      : Stream.of(type.getName() + " states " + (needs ? "both" : "neither"));
                }))
        .because("what nobody has thought about is open to everybody");
  }

  static DescribedPredicate<JavaClass> areMessages(String base) {
    return are(
        "commands, events and queries",
        type ->
            !type.isInterface()
                && isBelow(type, base)
                && Stream.of(Command.class, DomainEvent.class, Query.class)
                    .anyMatch(type::isAssignableTo));
  }
}
