package io.beep.architecture.catalog;

import com.tngtech.archunit.core.domain.JavaClass;
import io.beep.architecture.Codebase;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.Query;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A feature of core-api with its messages, each kind in the order of its sealed set.
 *
 * @param name of its package
 */
record Feature(
    String name,
    String packageName,
    List<Class<?>> commands,
    List<Class<?>> events,
    List<Class<?>> queries) {

  static List<Feature> all() {
    return Codebase.PRODUCTION.stream()
        .filter(Feature::isSet)
        .map(JavaClass::getPackageName)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(Feature::of)
        .toList();
  }

  private static Feature of(String packageName) {
    return new Feature(
        packageName.substring(packageName.lastIndexOf('.') + 1),
        packageName,
        messages(packageName, Command.class),
        messages(packageName, DomainEvent.class),
        messages(packageName, Query.class));
  }

  private static List<Class<?>> messages(String packageName, Class<?> kind) {
    return Codebase.PRODUCTION.stream()
        .filter(Feature::isSet)
        .filter(set -> set.getPackageName().equals(packageName))
        .filter(set -> set.isAssignableTo(kind))
        // One that is a part of another comes with that.
        .filter(set -> set.getRawInterfaces().stream().noneMatch(Feature::isSet))
        .sorted(Comparator.comparing(JavaClass::getName))
        .<Class<?>>flatMap(set -> leaves(set.reflect()))
        .toList();
  }

  private static boolean isSet(JavaClass type) {
    return type.isInterface()
        && type.isSealed()
        && Stream.of(Command.class, DomainEvent.class, Query.class).anyMatch(type::isAssignableTo);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(Feature::leaves);
  }

  Stream<Class<?>> messages() {
    return Stream.of(commands, events, queries).flatMap(List::stream);
  }
}
